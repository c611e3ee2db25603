using System.Text.RegularExpressions;
using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Templates;

namespace FinalAccounts.Samples.Tables;

/// <summary>Fills the cells of a region's own tables that the set's rules say: <c>表13[资产总额] = 表13[流动资产] + …</c> makes the sum, <c>表11[团组数, 决算数] = 出国团组数</c> takes the figure of the text.</summary>
internal static partial class RuleSums
{
    /// <summary>The accounts with those cells, rule by rule in the order of the set.</summary>
    /// <param name="own">The keys of the tables that were not booked.</param>
    public static DepartmentAccounts Apply(CompiledSet set, DepartmentAccounts accounts, IReadOnlySet<string> own)
    {
        foreach (var rule in set.Set.Rules.Where(rule => rule.Over is null && rule.When is null))
        {
            if (Equal().Match(rule.Formula) is not { Success: true } match || !own.Contains(match.Groups["table"].Value)
                || set.Parse(match.Groups["right"].Value, new Place("rules.yaml")).Value is not { } right
                || set.Set.Table(match.Groups["table"].Value) is not { } layout)
            {
                continue;
            }

            var value = new MetricBook(set, accounts).Evaluate(right).Number;
            var names = match.Groups["cell"].Value.Split(',').Select(name => name.Trim()).ToList();
            var (row, column) = layout.Kind == RowKind.Single ? ("合计", names[0]) : names.Count > 1 ? (names[0], names[1]) : (names[0], layout.CellColumnsOf(names[0]).First());
            accounts = With(accounts, layout.Key, row, column, value);
        }

        return accounts;
    }

    private static DepartmentAccounts With(DepartmentAccounts accounts, string key, string row, string column, decimal? value)
    {
        var table = accounts.Tables[key];
        var rows = table.Rows.Select(one => one.Key != row ? one : one with
        {
            Cells = new Dictionary<string, AccountsCell>(one.Cells) { [column] = new(value, null) },
        }).ToList();
        return accounts with { Tables = new Dictionary<string, AccountsTable>(accounts.Tables) { [key] = table with { Rows = rows } } };
    }

    [GeneratedRegex(@"^\s*(?<table>表\d+)\[(?<cell>[^\]]+)\]\s*=\s*(?<right>.+)$")]
    private static partial Regex Equal();
}
