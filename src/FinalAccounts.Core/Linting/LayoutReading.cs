using System.Globalization;
using FinalAccounts.Accounts;
using FinalAccounts.Assembly;
using FinalAccounts.Auditing;
using FinalAccounts.Import;
using FinalAccounts.Import.Files;
using FinalAccounts.Import.Tables;
using FinalAccounts.Templates;

namespace FinalAccounts.Linting;

/// <summary>Prints every layout of a set with contents of its own in every cell and reads it back: an office that fills in the printed form must be understood.</summary>
internal static class LayoutReading
{
    private const string Unit = "某某局";
    private const string File = "表样";

    // What is said of made-up subjects and of the file as a whole says nothing about the form.
    private static readonly HashSet<string> AboutContents = ["IMP-41", "IMP-44", "IMP-46", "IMP-48"];

    public static IEnumerable<Finding> Of(TemplateSet set)
    {
        var accounts = new DepartmentAccounts(Unit, set.FiscalYear, set.Tables.ToDictionary(layout => layout.Key, layout => FilledTable.Of(layout, set)), Facts.Empty);
        var grids = Grids(accounts, set).ToList();
        var findings = new ImportFindings();
        var read = new AccountsWorkbookReader(set, Unit, set.FiscalYear, findings).Read(File, grids, CancellationToken.None).Tables;
        var said = findings.All.Where(finding => !AboutContents.Contains(finding.Rule) && finding.Severity >= Severity.Warning).ToList();
        foreach (var layout in set.Tables)
        {
            var place = new Place($"tables/{layout.Key}.yaml");
            var own = said.FindAll(finding => finding.Message.StartsWith(layout.Key, StringComparison.Ordinal) || finding.Message.Contains($"{layout.Key}《", StringComparison.Ordinal) || finding.Places.Any(at => at.Sheet == layout.Key));
            said.RemoveAll(own.Contains);
            foreach (var finding in own.DistinctBy(finding => finding.Message))
            {
                yield return new Finding(Severity.Error, "TPL-17", NotFound(finding, layout) ?? $"按{layout.Key}的表样印出的表，导入读不回来：{finding.Message}", [place]);
            }

            if (own.Count == 0 && read.TryGetValue(layout.Key, out var table) && Difference(accounts.Tables[layout.Key], table) is { } difference)
            {
                yield return new Finding(Severity.Error, "TPL-17", $"按{layout.Key}的表样印出的表，读回来的内容不同：{difference}。请核对表头（header）与各列的 key、aliases、group 是否一致。", [place]);
            }
        }

        foreach (var finding in said)
        {
            yield return new Finding(Severity.Error, "TPL-17", $"按表样印出的表，导入读不回来：{finding.Message}", [new Place("tables")]);
        }
    }

    // A form that the import does not find has a title that does not say the table's name.
    private static string? NotFound(Finding finding, TableLayout layout) =>
        finding.Message.StartsWith($"没有找到 {layout.Key}《", StringComparison.Ordinal) && !layout.Title.Contains(layout.Name, StringComparison.Ordinal)
            ? $"{layout.Key}的 title“{layout.Title}”里没有它的 name“{layout.Name}”：导入按名称找不到这张表。请让 title 含有 name。" : null;

    private static string? Difference(AccountsTable printed, AccountsTable read)
    {
        foreach (var row in printed.Rows)
        {
            foreach (var (column, cell) in row.Cells)
            {
                var other = read.Cell(row.Key, column);
                if ((cell.Value, cell.Text) != (other.Value, other.Text))
                {
                    return $"“{row.Name}”行“{column}”列印的是“{Shown(cell)}”，读到的是“{Shown(other)}”";
                }
            }
        }

        return null;
    }

    private static string Shown(AccountsCell cell) => cell.Text ?? cell.Value?.ToString("#,##0.####", CultureInfo.InvariantCulture) ?? "空";

    private static IEnumerable<SheetGrid> Grids(DepartmentAccounts accounts, TemplateSet set)
    {
        var keys = new Queue<string>(set.Tables.Select(layout => layout.Key));
        var document = Assembler.AssembleTables(accounts, set, DateTimeOffset.UnixEpoch).Value!;
        var notes = new List<string>();
        Table? waiting = null;
        foreach (var block in document.Blocks)
        {
            if (block is Table table)
            {
                if (waiting is not null)
                {
                    yield return Grid(keys.Dequeue(), waiting, notes);
                }

                (waiting, notes) = (table, []);
            }
            else if (block is Paragraph note)
            {
                notes.Add(DocumentText.Of(note.Inlines));
            }
        }

        if (waiting is not null)
        {
            yield return Grid(keys.Dequeue(), waiting, notes);
        }
    }

    private static SheetGrid Grid(string sheet, Table table, List<string> notes)
    {
        var placed = TableGrid.Of(table);
        var cells = placed.Cells.Select(cell => new AuditedCell(cell.Row, cell.Column, cell.Cell.RowSpan, cell.Cell.ColumnSpan, DocumentText.Of(cell.Cell.Inlines)))
            .Concat(notes.Select((note, i) => new AuditedCell(placed.Rows + i, 0, 1, table.Columns.Count, note)));
        var unit = table.Frame?.Unit is { } written && written.Contains('元', StringComparison.Ordinal) ? written : "金额单位：万元";
        return new AuditedTable(sheet, [table.Title ?? "", .. table.Frame?.Mark is { } mark ? ["\t" + mark] : Array.Empty<string>(), $"部门：{Unit}\t{unit}"], [.. cells]).Grid(File);
    }
}
