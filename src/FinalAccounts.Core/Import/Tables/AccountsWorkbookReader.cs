using FinalAccounts.Accounts;
using FinalAccounts.Import.Files;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.Tables;

/// <summary>The tables of a 公开表 workbook, and the unit they name.</summary>
/// <param name="UnitName">As written in 部门：…; null when no table names one.</param>
internal sealed record AccountsWorkbook(IReadOnlyDictionary<string, AccountsTable> Tables, string? UnitName, Place? UnitNamePlace);

/// <summary>Reads a 公开表 workbook: tables are found by their titles and headers wherever they stand; all mistakes are collected.</summary>
internal sealed class AccountsWorkbookReader(TemplateSet set, string? unitName, int year, ImportFindings findings)
{
    /// <summary>The tables that these grids hold, whatever they came from; those that could not be read are left out, with findings.</summary>
    public AccountsWorkbook Read(string file, IReadOnlyList<SheetGrid> grids, CancellationToken cancellation)
    {
        var located = grids.SelectMany(Locate).ToList();
        HiddenParts.Report(located.Where(table => table.HasHeader).Select(table => table.Title.Grid).Distinct(), findings);
        var chosen = new TableChoice(set, year, file, findings).Choose(located);
        var captions = new TableCaptions(set, unitName, findings).Read(chosen);
        var tables = new List<ReadTable>();
        foreach (var (table, caption) in captions)
        {
            cancellation.ThrowIfCancellationRequested();
            if (new TableReader(set, year, findings).Read(table, caption) is { } read)
            {
                tables.Add(read);
            }
        }

        new SubjectNames(set, year, findings).Check(tables);
        var unit = captions.Select(pair => pair.Caption).FirstOrDefault(caption => caption.UnitName is not null);
        return new AccountsWorkbook(tables.ToDictionary(read => read.Table.Key, read => read.Table), unit?.UnitName, unit?.UnitNamePlace);
    }

    private IEnumerable<LocatedTable> Locate(SheetGrid grid)
    {
        var titles = new TitleFinder(set.Tables, unitName, set.Synonyms).Find(grid);
        return titles.Where(title => title.Layout is not null)
            .Select(title => LocatedTable.Of(title, TableRegion.Of(title, titles) with { Words = set.Synonyms }));
    }
}
