using FinalAccounts.Samples.Ledgers;

namespace FinalAccounts.Samples.Tables;

/// <summary>The spending of a line by economic 类 and 款, for tables whose columns are those: basic spending in the shares of the whole ledger, project spending as commissioned work and other services.</summary>
internal sealed class EconomicDetail(Ledger ledger)
{
    private const string Commissioned = "30227";
    private const string Other = "30299";

    // A class in which nothing was spent is zero; unsaid, its column would be looked for by its other name, 小计.
    private static readonly string[] Classes = ["301", "302", "303", "307", "310", "399"];

    private readonly decimal whole = ledger.Economic.Values.Sum();

    /// <summary>The amounts of a row with those of the economic columns: 30101, and 301 for its sum; 人员经费 and 公用经费 as well.</summary>
    public Dictionary<string, decimal> Of(Dictionary<string, decimal> amounts, LedgerLine line, IReadOnlyList<Fund> funds)
    {
        var basic = funds.Sum(fund => fund.Basic);
        var project = funds.Sum(fund => fund.Project);
        var left = basic;
        foreach (var code in Classes)
        {
            amounts.TryAdd(code, 0);
        }

        foreach (var (code, amount) in ledger.Economic.Where(_ => whole > 0))
        {
            var part = Math.Min(left, Math.Round(basic * amount / whole, 2));
            left -= part;
            Add(amounts, code, part);
        }

        Add(amounts, Other, left + project - Math.Round(project * 0.6m, 2));
        Add(amounts, Commissioned, Math.Round(project * 0.6m, 2));
        var persons = Before(line.Code, inclusive: true) - Before(line.Code, inclusive: false);
        amounts["人员经费"] = persons;
        amounts["公用经费"] = basic - persons;
        return amounts;
    }

    private static void Add(Dictionary<string, decimal> amounts, string code, decimal part)
    {
        amounts[code] = amounts.GetValueOrDefault(code) + part;
        amounts[code[..3]] = amounts.GetValueOrDefault(code[..3]) + part;
    }

    // Cumulated, so that the parts of all lines add up to the whole.
    private decimal Before(string code, bool inclusive)
    {
        var persons = ledger.Economic.Where(pair => pair.Key[..3] is "301" or "303").Sum(pair => pair.Value);
        var basic = ledger.Lines.Where(line => string.CompareOrdinal(line.Code, code) is < 0 || (inclusive && line.Code == code)).Sum(line => line.General.Basic);
        return whole == 0 ? 0 : Math.Round(persons * basic / whole, 2);
    }
}
