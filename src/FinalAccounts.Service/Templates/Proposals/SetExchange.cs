using FinalAccounts.Service.Audit;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Templates.Proposals;

/// <summary>Whole sets: out as a ZIP, in from one, copied to another year. What comes in is prepared like any change and counts only when approved.</summary>
public sealed class SetExchange(FinalAccountsDb db, PublishedTemplates published, ProposalPreparation preparation, LaterChanges later, TimeProvider time)
{
    /// <summary>Keys that no set may have: the pages themselves are there.</summary>
    internal static readonly string[] Taken = ["proposals", "coming", "new"];

    /// <summary>The set as a ZIP; null when there is none.</summary>
    public async Task<byte[]?> ExportAsync(string set, string by, CancellationToken cancellation)
    {
        var templates = await published.TakeAsync(cancellation);
        if (!templates.Sets.Contains(set))
        {
            return null;
        }

        db.Record(time.GetUtcNow(), by, "template.exported", set);
        await db.SaveChangesAsync(cancellation);
        return SetArchive.Write(templates, set);
    }

    /// <summary>Prepares the files of a ZIP that differ from those in force; a set that there is not yet is new. Files that the ZIP lacks stay.</summary>
    public async Task<Incoming> ImportAsync(string name, byte[] content, string by, CancellationToken cancellation)
    {
        var read = SetArchive.Read(name, content, cancellation);
        if (read.Value is not { } folder)
        {
            return new Incoming(null, null, read.Findings);
        }

        if (Taken.Contains(folder.Key))
        {
            return new Incoming(null, $"“{folder.Key}”不能作模板集的名字，请换一个。", []);
        }

        var prepared = await preparation.PrepareAsync(
            folder.Key, TemplateProposalKind.Import, [.. folder.Files.Select(file => (file.Key, (string?)file.Value))], $"导入 {name}", by, cancellation);
        return new Incoming(prepared.Id, prepared.Refusal, []);
    }

    /// <summary>Prepares a copy of a set for another year.</summary>
    public async Task<Incoming> CopyAsync(string set, string key, int year, string by, CancellationToken cancellation)
    {
        var templates = await published.TakeAsync(cancellation);
        var copy = SetCopy.Make(templates, set, key, year);
        if (copy.Value is not { } made || Taken.Contains(key))
        {
            return new Incoming(null, (copy.Findings is [var finding, ..] ? finding.Message : null) ?? $"“{key}”不能作模板集的名字，请换一个。", []);
        }

        var files = new Dictionary<string, string>(made.Folder.Files, StringComparer.Ordinal);
        var (taken, left) = await later.TakeAsync(set, files, cancellation);
        var message = $"由{templates.Summaries.First(one => one.Key == set).Name}复制，用于 {year} 年度{Said("并入等到下一年的修改", taken.Select(change => change.Message))}{Said("没有并入，因为后来改过同一处", left)}";
        var prepared = await preparation.PrepareAsync(key, TemplateProposalKind.Copy, [.. files.Select(file => (file.Key, (string?)file.Value))], message, by, cancellation);
        foreach (var change in taken.Where(_ => prepared.Id is not null))
        {
            change.TakenBy = prepared.Id;
        }

        await db.SaveChangesAsync(cancellation);
        return new Incoming(prepared.Id, prepared.Refusal, []);
    }

    private static string Said(string what, IEnumerable<string> messages) => messages.Any() ? $"；{what}：{string.Join("、", messages)}" : "";
}

/// <summary>A set that comes in.</summary>
/// <param name="Proposal">What was made ready; null when refused.</param>
/// <param name="Refusal">Why not, in Chinese; null when findings say it or it was made ready.</param>
/// <param name="Findings">What is wrong with the file handed in.</param>
public sealed record Incoming(Guid? Proposal, string? Refusal, IReadOnlyList<Finding> Findings);
