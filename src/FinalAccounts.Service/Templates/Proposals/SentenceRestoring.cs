using FinalAccounts.Service.Templates.Together;

namespace FinalAccounts.Service.Templates.Proposals;

/// <summary>Brings single sentences of an earlier version back into somebody's draft, without the rest of that version.</summary>
public sealed class SentenceRestoring(TemplateHistory history, TemplateDrafts drafts)
{
    /// <summary>The sentences in which the two texts differ, in words.</summary>
    public static IReadOnlyList<SentenceChoice> Choices(string? before, string? inForce) =>
    [
        .. Pieces(inForce, before).Select(piece => piece.In(inForce ?? "")).Index()
            .Select(piece => new SentenceChoice(
                piece.Index, (piece.Item.Left + piece.Item.Added + piece.Item.Right).Trim(), (piece.Item.Left + piece.Item.Removed + piece.Item.Right).Trim())),
    ];

    /// <summary>Puts a sentence of a version in the stead of what is in force there. A draft that has changed the place itself is left alone.</summary>
    public async Task<SentenceRestored> RestoreAsync(DraftOf file, int number, int run, CancellationToken cancellation)
    {
        var versions = await history.OfAsync(file.Set, file.Path, cancellation);
        var (wanted, current) = (versions.FirstOrDefault(version => version.Number == number), versions.FirstOrDefault(version => version.InForce));
        if (wanted?.Text is null || current?.Text is not { } inForce)
        {
            return SentenceRestored.Refused($"{file.Path} 没有第 {number} 版，或现在没有在用的文本。");
        }

        var pieces = Pieces(inForce, wanted.Text);
        if (run < 0 || run >= pieces.Count)
        {
            return SentenceRestored.Refused("在用的文本又变了，请再看一遍差异。");
        }

        var (piece, draft) = (pieces[run], await drafts.FindAsync(file.Set, file.Path, file.By, cancellation));
        var before = draft?.Content ?? inForce;
        if (piece.PlaceIn(inForce, [], before) is not { } at)
        {
            return SentenceRestored.Refused("您的草稿在这一处已经改过，没有动它。请到工作台里改，或先放弃草稿。");
        }

        var content = before[..at] + piece.Added + before[(at + piece.Removed.Length)..];
        var saved = await drafts.SaveAsync(file, content, draft?.Revision ?? 0, draft?.BaseSha256 ?? TemplateDrafts.HashOf(inForce), inForce, cancellation);
        return saved.Conflict ? SentenceRestored.Refused("草稿刚在另一个窗口里改过，请再点一次。") : new SentenceRestored(content.AsSpan(0, at).Count('\n') + 1, null);
    }

    private static IReadOnlyList<TextPiece> Pieces(string? inForce, string? before) => TextPiece.Of(inForce ?? "", before ?? "", sentences: true);
}

/// <summary>A sentence that differs.</summary>
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
