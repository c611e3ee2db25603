using FinalAccounts.Accounts;
using FinalAccounts.Samples.Ledgers;
using FinalAccounts.Templates;

namespace FinalAccounts.Samples.Tables;

/// <summary>A table by functional subjects: 合计, then 类, 款 and 项, each summed from the ledger's lines.</summary>
internal sealed class SubjectTable(TableLayout layout, CellMaker cells)
{
    /// <summary>The table of those lines that have any money in it.</summary>
    public AccountsTable Of(IReadOnlyList<LedgerLine> lines, Func<LedgerLine, IReadOnlyDictionary<string, decimal>> amounts)
    {
        var found = lines.Select(line => (line.Code, Amounts: amounts(line))).Where(line => line.Amounts.Values.Any(amount => amount != 0)).ToList();
        var columns = layout.Blocks[0].ValueColumns.ToList();
        var rows = new List<AccountsRow>
        {
            new("合计", "合计", Sum(columns, found.ConvertAll(line => line.Amounts), !MayBeBlank)),
        };
        foreach (var code in found.SelectMany(line => (string[])[line.Code[..3], line.Code[..5], line.Code]).Distinct().Order(StringComparer.Ordinal))
        {
            var below = found.Where(line => line.Code.StartsWith(code, StringComparison.Ordinal)).Select(line => line.Amounts).ToList();
            rows.Add(new AccountsRow(code, SubjectPool.Name(code), Sum(columns, below, total: false)) { Code = code });
        }

        return new AccountsTable(layout.Key, cells.Unit, rows);
    }

    // An office that has no fund leaves its table blank; in the others it writes the zero.
    private bool MayBeBlank => layout.Key is "表07" or "表08";

    private Dictionary<string, AccountsCell> Sum(List<LayoutColumn> columns, List<IReadOnlyDictionary<string, decimal>> lines, bool total) =>
        cells.Cells(
            columns,
            name => lines.Count == 0 ? null : lines[0].ContainsKey(name) ? lines.Sum(line => line.GetValueOrDefault(name)) : null,
            total);
}
