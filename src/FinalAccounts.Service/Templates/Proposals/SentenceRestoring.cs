using FinalAccounts.Comparison;
using FinalAccounts.Service.Shell.Components;

namespace FinalAccounts.Service.Templates.Proposals;

/// <summary>Brings single places of an earlier version back into somebody's draft, without the rest of that version.</summary>
public sealed class SentenceRestoring(TemplateHistory history, TemplateDrafts drafts)
{
    /// <summary>The places where the two texts differ, in words.</summary>
    public static IReadOnlyList<SentenceChoice> Choices(string? before, string? inForce) =>
    [
        .. LineDifference.Of(before, inForce).Index().Where(run => run.Item.Changed)
            .Select(run => new SentenceChoice(run.Index, TemplateWords.Of(run.Item.Text.Before).Trim(), TemplateWords.Of(run.Item.Text.After).Trim())),
    ];

    /// <summary>Puts one place of a version in the stead of what is in force there. A draft that has changed the place itself is left alone.</summary>
    public async Task<SentenceRestored> RestoreAsync(DraftOf file, int number, int run, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        var versions = await history.OfAsync(file.Set, file.Path, cancellation);
        var (wanted, current) = (versions.FirstOrDefault(version => version.Number == number), versions.FirstOrDefault(version => version.InForce));
        if (wanted?.Text is null || current?.Text is not { } inForce)
        {
            return SentenceRestored.Refused($"{file.Path} 没有第 {number} 版，或现在没有在用的文本。");
        }

        var runs = LineDifference.Of(wanted.Text, inForce);
        if (run < 0 || run >= runs.Count || !runs[run].Changed)
        {
            return SentenceRestored.Refused("在用的文本又变了，请再看一遍差异。");
        }

        var draft = await drafts.FindAsync(file.Set, file.Path, file.By, cancellation);
        var at = runs.Take(run).Sum(part => part.Text.After.Length);
        if (Put(draft?.Content ?? inForce, inForce, at, runs[run].Text.Before, runs[run].Text.After) is not { } text)
        {
            return SentenceRestored.Refused("您的草稿在这一处已经改过，没有动它。请到工作台里改，或先放弃草稿。");
        }

        var saved = await drafts.SaveAsync(file, text.Content, draft?.Revision ?? 0, draft?.BaseSha256 ?? TemplateDrafts.HashOf(inForce), inForce, cancellation);
        return saved.Conflict ? SentenceRestored.Refused("草稿刚在另一个窗口里改过，请再点一次。") : new SentenceRestored(text.Content.AsSpan(0, text.At).Count('\n') + 1, null);
    }

    // The place is where it is in force; in a draft, where the same lines stand once.
    private static (string Content, int At)? Put(string draft, string inForce, int at, string before, string after)
    {
        if (draft != inForce)
        {
            at = after.Length == 0 ? -1 : draft.IndexOf(after, StringComparison.Ordinal);
            if (at < 0 || draft.IndexOf(after, at + 1, StringComparison.Ordinal) >= 0)
            {
                return null;
            }
        }

        return (draft[..at] + before + draft[(at + after.Length)..], at);
    }
}

/// <summary>A place that differs.</summary>
/// <param name="Run">Which of the differences.</param>
/// <param name="Before">Its words in the earlier version; empty when it has none.</param>
/// <param name="After">Its words in force.</param>
public sealed record SentenceChoice(int Run, string Before, string After);

/// <summary>What became of it.</summary>
/// <param name="Line">Where it stands in the draft now.</param>
/// <param name="Refusal">Why nothing was done, in Chinese; else null.</param>
public sealed record SentenceRestored(int Line, string? Refusal)
{
    internal static SentenceRestored Refused(string refusal) => new(0, refusal);
}
