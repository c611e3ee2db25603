using FinalAccounts.Accounts;
using FinalAccounts.Import.Files;
using FinalAccounts.Import.Tables;
using FinalAccounts.Templates;

namespace FinalAccounts.Import;

/// <summary>What a workbook says of itself, read before anybody knows whose it is.</summary>
/// <param name="Content">Which of the two workbooks it is.</param>
/// <param name="UnitNames">The names that it gives its unit, the published one first; empty when it gives none.</param>
/// <param name="Year">决算年度; null when it names none.</param>
public sealed record WorkbookIdentity(WorkbookContent Content, IReadOnlyList<string> UnitNames, int? Year)
{
    /// <summary>Reads it by the tables and sheets that any of these sets knows; without a value, findings say why it cannot be told.</summary>
    public static Result<WorkbookIdentity> Of(ImportFile file, IReadOnlyList<TemplateSet> sets, CancellationToken cancellation)
    {
        var findings = new ImportFindings();
        if (GridReader.Read(file, findings, cancellation) is not { } grids)
        {
            return new Result<WorkbookIdentity>(null, findings.All);
        }

        if (grids.FirstOrDefault(grid => LooseText.Of(grid.Name) == KnownFacts.Basics) is { } basics && sets.Any(set => WorkbookKind.Facts(grids, set) >= WorkbookKind.FewSheets))
        {
            string?[] names = [StatedSet.Beside(basics, KnownFacts.PublicName), StatedSet.Beside(basics, KnownFacts.UnitName)];
            return new Result<WorkbookIdentity>(new WorkbookIdentity(WorkbookContent.Facts, [.. names.OfType<string>().Distinct()], StatedSet.YearOf(basics)), []);
        }

        if (sets.MaxBy(set => WorkbookKind.Tables(grids, set)) is { } set && WorkbookKind.Tables(grids, set) > 0)
        {
            return new Result<WorkbookIdentity>(OfTables(grids, set), []);
        }

        findings.Fatal("IMP-17", "看不出是公开表还是文字资料：没有一个认得的表名或工作表名。请核对是不是拿错了文件。", new Place(file.Name));
        return new Result<WorkbookIdentity>(null, findings.All);
    }

    private static WorkbookIdentity OfTables(IReadOnlyList<SheetGrid> grids, TemplateSet set)
    {
        var onSheets = WorkbookKind.Titles(grids, set).GroupBy(title => title.Grid).SelectMany(titles => titles.Where(title => title.Layout is not null).Select(title => (Title: title, All: titles.ToList()))).ToList();
        var names = onSheets
            .Select(pair => LocatedTable.Of(pair.Title, TableRegion.Of(pair.Title, pair.All) with { Words = set.Synonyms }))
            .Where(table => table.HasHeader)
            .Select(table => TableCaption.Read(table.Region, table.Header.DataRow - 1, table.Label, new ImportFindings()).UnitName)
            .OfType<string>();
        var years = onSheets.Select(pair => pair.Title.Year).OfType<int>().GroupBy(year => year).MaxBy(same => same.Count());
        return new WorkbookIdentity(WorkbookContent.Tables, [.. names.DistinctBy(LooseText.Of)], years?.Key);
    }
}

/// <summary>Which of a unit's workbooks a file is.</summary>
public enum WorkbookContent
{
    /// <summary>公开表.</summary>
    Tables,

    /// <summary>文字资料.</summary>
    Facts,
}
