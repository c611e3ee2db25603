using System.Text.RegularExpressions;
using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Templates;

namespace FinalAccounts.Samples.Tables;

/// <summary>
/// Fills the cells of a region's own tables that the set's rules say: <c>表11[团组数, 决算数] = 出国团组数</c> takes the figure of the text,
/// <c>表13[资产总额] = 表13[流动资产] + …</c> makes the sum, or divides a sum that is said already over its parts.
/// </summary>
internal sealed partial class RuleSums
{
    // 100 元 is 0.01万元: a table in 万元 adds up to the last digit.
    private const decimal Step = 100;

    private readonly CompiledSet set;
    private readonly HashSet<OwnCell> said = [];
    private DepartmentAccounts accounts;

    private RuleSums(CompiledSet set, DepartmentAccounts accounts) => (this.set, this.accounts) = (set, accounts);

    /// <summary>The accounts with those cells: first what stands elsewhere, then the sums, rule by rule in the order of the set.</summary>
    /// <param name="own">The keys of the tables that were not booked.</param>
    public static DepartmentAccounts Apply(CompiledSet set, DepartmentAccounts accounts, IReadOnlySet<string> own)
    {
        var sums = new RuleSums(set, accounts);
        var equal = set.Set.Rules.Where(rule => rule.Over is null && rule.When is null).Select(rule => Equal().Match(rule.Formula))
            .Where(match => match.Success && own.Contains(match.Groups["table"].Value)).ToList();
        var inside = equal.ToLookup(match => own.Any(table => match.Groups["right"].Value.Contains(table + "[", StringComparison.Ordinal)));
        foreach (var match in inside[false].Concat(inside[true]))
        {
            sums.Fill(match.Groups["left"].Value, match.Groups["right"].Value);
        }

        return sums.accounts;
    }

    private void Fill(string left, string right)
    {
        if (Cell(left) is not { } target || set.Parse(right, new Place("rules.yaml")).Value is not { } formula)
        {
            return;
        }

        if (said.Contains(target) && Parts(right) is { } parts)
        {
            Divide(Value(target), parts);
        }
        else
        {
            Put(target, new MetricBook(set, accounts).Evaluate(formula).Number);
        }
    }

    // What is left of the sum goes to the parts that nothing else says; the last takes what does not divide.
    private void Divide(decimal sum, List<OwnCell> parts)
    {
        var free = parts.FindAll(part => !said.Contains(part));
        var left = sum - parts.Except(free).Sum(Value);
        for (var i = 0; i < free.Count; i++)
        {
            var share = i == free.Count - 1 ? left : Math.Round(left / (free.Count - i) / Step) * Step;
            left -= share;
            Put(free[i], share);
        }
    }

    private List<OwnCell>? Parts(string right)
    {
        if (OfRows().Match(right) is { Success: true } rows && accounts.Tables.GetValueOrDefault(rows.Groups["table"].Value) is { } list)
        {
            return [.. list.Rows.Where(row => row.Key != "合计").Select(row => new OwnCell(rows.Groups["table"].Value, row.Key, rows.Groups["column"].Value))];
        }

        var parts = right.Split('+', '＋').Select(Cell).ToList();
        return parts.TrueForAll(part => part is not null) ? parts.ConvertAll(part => part!) : null;
    }

    private OwnCell? Cell(string text)
    {
        if (Named().Match(text) is not { Success: true } match || set.Set.Table(match.Groups["table"].Value) is not { } layout)
        {
            return null;
        }

        var names = match.Groups["cell"].Value.Split(',').Select(name => name.Trim()).ToList();
        return layout.Kind == RowKind.Single ? new OwnCell(layout.Key, "合计", names[0])
            : new OwnCell(layout.Key, names[0], names.Count > 1 ? names[1] : layout.CellColumnsOf(names[0]).First());
    }

    private decimal Value(OwnCell cell) =>
        accounts.Tables[cell.Table].Rows.FirstOrDefault(row => row.Key == cell.Row)?.Cell(cell.Column).Value ?? 0;

    private void Put(OwnCell cell, decimal? value)
    {
        said.Add(cell);
        var table = accounts.Tables[cell.Table];
        var rows = table.Rows.Select(one => one.Key != cell.Row ? one : one with
        {
            Cells = new Dictionary<string, AccountsCell>(one.Cells) { [cell.Column] = new(value, null) },
        }).ToList();
        accounts = accounts with { Tables = new Dictionary<string, AccountsTable>(accounts.Tables) { [cell.Table] = table with { Rows = rows } } };
    }

    private sealed record OwnCell(string Table, string Row, string Column);

    [GeneratedRegex(@"^\s*(?<left>(?<table>表\d+)\[[^\]]+\])\s*=\s*(?<right>.+)$")]
    private static partial Regex Equal();

    [GeneratedRegex(@"^\s*求和\((?<table>表\d+)\[各行,\s*(?<column>[^\]]+)\]\)\s*$")]
    private static partial Regex OfRows();

    [GeneratedRegex(@"^\s*(?<table>表\d+)\[(?<cell>[^\]/]+)\]\s*$")]
    private static partial Regex Named();
}
