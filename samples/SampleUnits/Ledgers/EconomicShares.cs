namespace FinalAccounts.Samples.Ledgers;

/// <summary>Divides the basic spending by economic 款, and settles “三公”经费 so that what 款 hold of it is never more than all of it.</summary>
internal sealed class EconomicShares(UnitOptions options, Dice dice, IReadOnlyList<string> economic)
{
    private const string TravelCode = "30212";
    private const string ReceptionCode = "30217";
    private const string OperationCode = "30231";
    private const string PurchaseCode = "31013";

    private static readonly string[] ThreePublicCodes = [TravelCode, ReceptionCode, OperationCode, PurchaseCode];

    /// <summary>The ledger of these lines.</summary>
    public Ledger Complete(List<LedgerLine> lines, decimal usedSurplus, decimal distributed)
    {
        var basic = lines.Sum(line => line.General.Basic);
        var amounts = new Dictionary<string, decimal>();
        var publicPart = dice.Part(basic, 0.06m, 0.14m);
        Divide(amounts, basic - publicPart, Codes("301", "303"), 0.7m);
        var three = options.ThreePublic ? ThreePublicCodes.Where(economic.Contains).ToList() : [];
        foreach (var code in three.Where(_ => basic > 0 && !dice.OnceIn(4)))
        {
            amounts[code] = dice.Part(publicPart, 0.01m, 0.05m);
        }

        Divide(amounts, publicPart - amounts.Where(pair => ThreePublicCodes.Contains(pair.Key)).Sum(pair => pair.Value), Codes("302", "307", "310", "399"), 0.5m);
        var ledger = new Ledger(
            lines, amounts.Where(pair => pair.Value != 0).ToDictionary(),
            All(amounts, TravelCode), All(amounts, PurchaseCode), All(amounts, OperationCode), All(amounts, ReceptionCode), 0, 0);
        return Surplus(ledger, usedSurplus, distributed);
    }

    // 使用非财政拨款结余 is money that need not be earned, 结余分配 must be earned as well.
    private static Ledger Surplus(Ledger ledger, decimal used, decimal distributed)
    {
        var at = ledger.Lines.ToList().FindIndex(line => line.Sources.GetValueOrDefault("其他收入") > used);
        if (at < 0)
        {
            return ledger;
        }

        var lines = ledger.Lines.ToList();
        var sources = new Dictionary<string, decimal>(lines[at].Sources);
        sources["其他收入"] += distributed - used;
        lines[at] = lines[at] with { Sources = sources };
        return ledger with { Lines = lines, UsedSurplus = used, Distributed = distributed };
    }

    // Some is paid from projects, so 款 of the basic spending hold at most the whole.
    private BudgetAndFinal All(Dictionary<string, decimal> amounts, string code)
    {
        if (!options.ThreePublic || options.NothingSpent)
        {
            return BudgetAndFinal.None;
        }

        var final = amounts.GetValueOrDefault(code) + (dice.OnceIn(2) ? dice.Money(0.5m, 30) : 0);
        if (final == 0)
        {
            return dice.OnceIn(2) ? BudgetAndFinal.None : new BudgetAndFinal(dice.Money(1, 5), 0);
        }

        return options.Unbudgeted && code == ReceptionCode ? new BudgetAndFinal(0, final)
            : new BudgetAndFinal(dice.OnceIn(3) ? final : dice.Part(final, 1m, 1.4m), final);
    }

    private List<string> Codes(params string[] classes) =>
        economic.Where(code => classes.Contains(code[..3]) && !ThreePublicCodes.Contains(code)).ToList();

    private void Divide(Dictionary<string, decimal> amounts, decimal whole, List<string> codes, decimal share)
    {
        if (whole <= 0 || codes.Count == 0)
        {
            return;
        }

        var chosen = dice.Some(codes, Math.Max(1, (int)(codes.Count * share)));
        foreach (var (code, part) in chosen.Zip(dice.Split(whole, chosen.Count)))
        {
            amounts[code] = part;
        }
    }
}
