using FinalAccounts.Comparison;
using FinalAccounts.Documents;
using FinalAccounts.Documents.Comparison;
using FinalAccounts.Manifests;
using FinalAccounts.Rendering.Comparison;
using FinalAccounts.Rendering.Comparison.Word;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Editions;

/// <summary>Two editions of one unit and year compared: what changed, why, and as a file.</summary>
internal sealed class EditionComparisons(FinalAccountsDb db, Artifacts artifacts, KeptComparisons kept, NameBook names)
{
    /// <summary>The comparison with causes; corrections that were made between the two editions explain changed values.</summary>
    public async Task<ComparedPair> CompareAsync(Edition before, Edition after, CancellationToken cancellation) =>
        new(before, after, kept.Find(before, after) ?? kept.Keep(before, after, await MakeAsync(before, after, cancellation)), await names.OpenAsync(cancellation));

    private async Task<EditionComparison> MakeAsync(Edition before, Edition after, CancellationToken cancellation)
    {
        var earlier = await KeptAsync(before, cancellation);
        var later = await KeptAsync(after, cancellation);
        var corrections = await db.Corrections.AsNoTracking()
            .Where(correction => correction.UnitId == after.UnitId && correction.Year == after.Year && correction.At <= after.At)
            .OrderBy(correction => correction.Id).ToListAsync(cancellation);
        var book = await names.OpenAsync(cancellation);
        var notes = corrections.Where(correction => correction.UndoneAt is not { } undone || undone > after.At)
            .Select(correction => new CorrectionNote(
                correction.Sheet, correction.Row, correction.Column, correction.Reason, book.Of(correction.By), $"{ShanghaiTime.Day(correction.At):yyyy-MM-dd}")).ToList();
        return EditionComparer.Compare(earlier, later, notes, InputGatherer.Program, cancellation);
    }

    private async Task<KeptEdition> KeptAsync(Edition edition, CancellationToken cancellation) => new(
        DocumentJson.Read(await artifacts.ReadAsync(edition.TextSha256, cancellation)),
        await artifacts.ReadAsync(edition.AccountsSha256, cancellation),
        KeptTemplates.FromJson(await artifacts.ReadAsync(edition.TemplatesSha256, cancellation)),
        edition.TemplateSet, edition.Program);
}

/// <summary>A comparison with the editions it is of.</summary>
/// <param name="Names">How those are called who had them made.</param>
internal sealed record ComparedPair(Edition Before, Edition After, EditionComparison Comparison, PersonNames Names)
{
    /// <summary>As one HTML file.</summary>
    public byte[] Html()
    {
        using var stream = new MemoryStream();
        ComparisonHtml.Render(Comparison.Document, Titles(), new Theme(), stream);
        return stream.ToArray();
    }

    /// <summary>As a Word file with tracked changes, in the name of who had the later edition made.</summary>
    public byte[] Word()
    {
        using var stream = new MemoryStream();
        ComparisonWord.Render(Comparison.Document, new Theme(), Names.Of(After.By), After.At, stream);
        return stream.ToArray();
    }

    /// <summary>What its file is called, without extension.</summary>
    public string Name => $"{SafeFileName.Of(Comparison.Document.After.Metadata.Title)}（第{Before.Number}版与第{After.Number}版比较）";

    /// <summary>How many stretches of text, cells and figures of charts differ.</summary>
    public (int Text, int Cells, int Charts) Counts =>
        (Comparison.Document.Count(ChangeKind.Text), Comparison.Document.Count(ChangeKind.Cell), Comparison.Document.Count(ChangeKind.Chart));

    private ComparedEditions Titles() => new(
        EditionNames.Dated(Before, Names), EditionNames.Dated(After, Names),
        [.. Comparison.Values.Select(value => value.Summary)], Comparison.TemplateFiles);
}
