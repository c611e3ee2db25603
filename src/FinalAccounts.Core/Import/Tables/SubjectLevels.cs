using FinalAccounts.Accounts;

namespace FinalAccounts.Import.Tables;

/// <summary>Every 项 stands below its 款 and every 款 below its 类 in the same table.</summary>
internal static class SubjectLevels
{
    public static void Check(IReadOnlyList<AccountsRow> rows, Func<AccountsRow, Place> place, string table, ImportFindings findings)
    {
        var codes = rows.Select(row => row.Code).OfType<string>().ToHashSet();
        foreach (var missing in rows
            .Where(row => row.Code is not null && SubjectCode.Parent(row.Code) is { } parent && !codes.Contains(parent))
            .GroupBy(row => SubjectCode.Parent(row.Code!)!))
        {
            var (level, child) = missing.Key.Length == 3 ? ("类", "款") : ("款", "项");
            findings.Fatal(
                "IMP-43",
                $"{table}：有{child}级科目 {string.Join("、", missing.Select(row => row.Code))}，却没有上一级（{level}）{missing.Key}。请补上 {missing.Key} 一行，或核对编码。",
                [.. missing.Select(place)]);
        }
    }
}
