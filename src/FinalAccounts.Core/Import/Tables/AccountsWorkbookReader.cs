using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Import.Files;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.Tables;

/// <summary>The tables of a 公开表 workbook, and the unit they name.</summary>
/// <param name="UnitName">As written in 部门：…; null when no table names one.</param>
internal sealed record AccountsWorkbook(IReadOnlyDictionary<string, AccountsTable> Tables, string? UnitName, Place? UnitNamePlace);

/// <summary>Reads a 公开表 workbook: tables are found by their titles and headers wherever they stand; all mistakes are collected.</summary>
internal sealed class AccountsWorkbookReader(TemplateSet set, string? unitName, int year, ImportFindings findings)
{
    /// <summary>The tables; null after Fatal findings.</summary>
    public AccountsWorkbook? Read(ImportFile file, CancellationToken cancellation)
    {
        if (GridReader.Read(file, findings, cancellation) is not { } grids)
        {
            return null;
        }

        var workbook = Read(file.Name, grids, cancellation);
        return findings.AnyFatal ? null : workbook;
    }

    /// <summary>The tables that these grids hold, whatever they came from; those that could not be read are left out, with findings.</summary>
    public AccountsWorkbook Read(string file, IReadOnlyList<SheetGrid> grids, CancellationToken cancellation)
    {
        var located = grids.SelectMany(Locate).ToList();
        HiddenParts.Report(located.Where(table => table.HasHeader).Select(table => table.Title.Grid), findings);
        var tables = new List<ReadTable>();
        foreach (var layout in set.Tables)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Choose(layout, located, file) is { } table && new TableReader(set, year, findings).Read(table.Title, table.Region, table.Header, table.Expected) is { } read)
            {
                tables.Add(read);
            }
        }

        var unit = CheckUnit(tables);
        new SubjectNames(set, year, findings).Check(tables);
        return new AccountsWorkbook(tables.ToDictionary(read => read.Table.Key, read => read.Table), unit?.Caption.UnitName, unit?.Caption.UnitNamePlace);
    }

    private sealed record Located(
        TableTitle Title, TableRegion Region, TableHeader Header, IReadOnlyList<IReadOnlyList<ExpectedColumn>> Expected)
    {
        public Place Place => Title.Grid.Place(Title.Row, Title.Left);

        // A table of contents names tables as well; only what has a header below is a table.
        public bool HasHeader => Header.Matched > 0 && Header.Matched * 3 >= Expected.Sum(block => block.Count(column => column.Role != ColumnRole.Line));
    }

    private IEnumerable<Located> Locate(SheetGrid grid)
    {
        var titles = new TitleFinder(set.Tables, unitName).Find(grid);
        foreach (var title in titles.Where(title => title.Layout is not null))
        {
            var expected = ExpectedColumns.Of(title.Layout!);
            var region = TableRegion.Of(title, titles);
            yield return new Located(title, region, TableHeader.Find(region, expected), expected);
        }
    }

    private Located? Choose(TableLayout layout, List<Located> located, string file)
    {
        var titled = located.Where(table => table.Title.Layout == layout).ToList();
        var found = titled.Where(table => table.HasHeader).ToList();
        var otherYear = found.Where(table => table.Title.Year is { } named && named != year).ToList();
        foreach (var table in otherYear)
        {
            findings.Fatal("IMP-12", $"{layout.Key} {layout.Name}：标题写的是 {table.Title.Year} 年度，应为 {year} 年度。请换成 {year} 年度的表，或改正标题里的年份。", table.Place);
        }

        found = [.. found.Except(otherYear)];
        switch (found)
        {
            case []:
                if (otherYear.Count == 0)
                {
                    findings.Fatal("IMP-10", titled.Count > 0
                        ? $"{layout.Key} {layout.Name}：找到了标题，但下面没有认得出的表头。请按公开表版式补上表头。"
                        : $"没有找到 {layout.Key}《{layout.Name}》。请补上这张表，标题写作“{layout.Title.Replace("{年度}", year.ToString(), StringComparison.Ordinal)}”；没有数的表也要保留表头和合计行。",
                        titled.Count > 0 ? titled[0].Place : new Place(file));
                }

                return null;
            case [var only]:
                if (only.Title.Year is null && layout.Title.Contains("{年度}", StringComparison.Ordinal))
                {
                    findings.Warn("IMP-16", $"{layout.Key} {layout.Name}：标题里没有年度，按 {year} 年度处理。请核对，并在标题里写明年度。", only.Place);
                }

                return only;
            default:
                findings.Fatal("IMP-11", $"{layout.Key} {layout.Name}：这张表出现了 {found.Count} 次。请只保留一张。", [.. found.Select(table => table.Place)]);
                return null;
        }
    }

    private ReadTable? CheckUnit(List<ReadTable> tables)
    {
        var named = tables.Where(table => table.Caption.UnitName is not null).ToList();
        foreach (var table in set.Options.TableOwner is null ? [] : tables.Except(named))
        {
            findings.Warn("IMP-16", $"{table.Layout.Key} {table.Layout.Name}：没有“部门：单位名称”一行，无法核对是哪个单位的表。请补上。", table.Title);
        }

        var expected = unitName ?? named.FirstOrDefault()?.Caption.UnitName;
        foreach (var table in named.Where(table => !UnitNames.AreSame(table.Caption.UnitName!, expected!)))
        {
            var other = unitName is null ? $"，而{named[0].Layout.Key}写的是“{expected}”。一个工作簿只能有一个单位的表" : $"，应为“{expected}”";
            findings.Fatal("IMP-13", $"{table.Layout.Key} {table.Layout.Name}：部门写的是“{table.Caption.UnitName}”{other}。请换成本单位的表，或改正名称。", table.Caption.UnitNamePlace!);
        }

        return named.FirstOrDefault();
    }
}
