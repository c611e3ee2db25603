using FinalAccounts.Accounts;

namespace FinalAccounts.Import;

/// <summary>Whether this year's tables are last year's again: two years of one office never have all figures in common.</summary>
internal static class PriorTablesCheck
{
    private const int Telling = 10;

    /// <summary>Reports tables whose figures are those of the prior year.</summary>
    public static void Check(
        IReadOnlyDictionary<string, AccountsTable> current, IReadOnlyDictionary<string, AccountsTable> prior, int year, string file, ImportFindings findings)
    {
        var pairs = Figures(current).Join(Figures(prior), cell => cell.Key, cell => cell.Key, (now, before) => now.Value == before.Value).ToList();
        var same = pairs.Count(equal => equal);
        if (same >= Telling && same * 20 >= pairs.Count * 19)
        {
            findings.Fatal(
                "IMP-18",
                $"公开表和上年公开表的数相同（共有的 {pairs.Count} 个数里 {same} 个相等）：其中一个工作簿放错了年度。请换成 {year} 年度的公开表，或 {year - 1} 年度的上年公开表。",
                new Place(file));
        }
    }

    private static IEnumerable<KeyValuePair<(string Table, string Row, string Column), decimal>> Figures(IReadOnlyDictionary<string, AccountsTable> tables) =>
        from table in tables.Values
        from row in table.Rows
        from cell in row.Cells
        where cell.Value.Value is not (null or 0m)
        select KeyValuePair.Create((table.Key, row.Key, cell.Key), cell.Value.Value!.Value);
}
