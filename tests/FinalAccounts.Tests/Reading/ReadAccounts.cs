using FinalAccounts.Accounts;
using FinalAccounts.Auditing;
using FinalAccounts.Formulas;
using FinalAccounts.Reading;
using FinalAccounts.Service.Reviewing;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Reading;

/// <summary>Holds the accounts that an audit recovers of a document of our own against those that it was made from: every figure of every table, whether the totals of empty ones are known, and procurement.</summary>
internal static class ReadAccounts
{
    private const string Procurement = "政府采购";
    private const string Total = "合计";

    /// <summary>The accounts with a total of zero in the first table in which nothing was spent; what the others have is not known.</summary>
    public static DepartmentAccounts WithNilTotal(TemplateSet set, DepartmentAccounts accounts)
    {
        var layout = set.Tables.FirstOrDefault(layout => layout.Kind == RowKind.Subjects && accounts.Tables[layout.Key].IsEmpty);
        return layout is null ? accounts : accounts with
        {
            Tables = accounts.Tables.ToDictionary(pair => pair.Key, pair => pair.Key != layout.Key ? pair.Value
                : pair.Value with { Rows = [new AccountsRow(Total, "", layout.CellColumns.ToDictionary(column => column, _ => new AccountsCell(0m, null)))] }),
        };
    }

    /// <summary>Everything that is not as it was written; empty when all is.</summary>
    public static IReadOnlyList<string> Differences(CompiledSet set, DepartmentAccounts written, PublishedDocument document)
    {
        var read = Auditor.Audit(set, new PlacedDocument(document, []).Audited, written.UnitName, written.FiscalYear, null, CancellationToken.None).Recovered;
        return [.. set.Set.Tables.SelectMany(layout => Table(layout, written.Tables[layout.Key], read.Tables.GetValueOrDefault(layout.Key))), .. Facts(set.Set.Facts.Sheet(Procurement), written.Facts, read.Facts)];
    }

    private static IEnumerable<string> Table(TableLayout layout, AccountsTable written, AccountsTable? read)
    {
        if (read is null)
        {
            return [$"{layout.Key} is not read"];
        }

        var differences = written.Rows.SelectMany(row => row.Cells.Where(cell => Printed(cell.Value.Value) != Printed(read.Cell(row.Key, cell.Key)?.Value))
            .Select(cell => $"{layout.Key} {row.Key} {cell.Key}: {cell.Value.Value}, read {read.Cell(row.Key, cell.Key)?.Value}"));

        // Nothing spent is 0.00 in the total, and not “not known”.
        return layout.Kind == RowKind.Subjects && IsKnown(written) != IsKnown(read) ? [.. differences, $"{layout.Key}: the total is {(IsKnown(read) ? "known" : "blank")}"] : differences;
    }

    private static bool IsKnown(AccountsTable table) => table.Row(Total)?.Cells.Values.Any(cell => cell.Value is not null) == true;

    private static IEnumerable<string> Facts(FactSheetSchema? sheet, Facts written, Facts read) =>
        (sheet?.Fields ?? []).Where(field => field.Type == FactType.Money && read.Field(Procurement, field.Name)?.Number is { } number && Printed(number) != Printed(written.Field(Procurement, field.Name)?.Number))
            .Select(field => $"{Procurement} {field.Name}: {written.Field(Procurement, field.Name)?.Number}, read {read.Field(Procurement, field.Name)?.Number}")
            .Concat(sheet is not null && written.Field(Procurement, "总额")?.Number > 0 && read.Field(Procurement, "总额") is null ? [$"{Procurement} is not read"] : []);

    private static decimal Printed(decimal? yuan) => Math.Round((yuan ?? 0) / 10_000, 2, MidpointRounding.AwayFromZero);
}
