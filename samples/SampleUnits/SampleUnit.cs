using FinalAccounts.Accounts;
using FinalAccounts.Formulas;
using FinalAccounts.Samples.Ledgers;
using FinalAccounts.Samples.Tables;
using FinalAccounts.Samples.Words;
using FinalAccounts.Templates;

namespace FinalAccounts.Samples;

/// <summary>Makes up a unit whose accounts satisfy every rule of a template set, by booking a year and adding it up.</summary>
public static class SampleUnit
{
    /// <summary>The unit's accounts; equal sets and options give equal accounts.</summary>
    public static DepartmentAccounts Create(CompiledSet set, UnitOptions options)
    {
        var dice = new Dice(options.Seed);
        var economic = EconomicCodes(set.Set);
        var unit = UnitIdentity.Of(options, set.Set.FiscalYear, dice);
        var ledger = new LedgerMaker(options, dice).Make(economic);
        if (options.Prior == PriorYear.NewUnit)
        {
            return Accounts(set, options, unit, ledger, null, null, dice);
        }

        var before = new LedgerMaker(options, dice).Before(ledger, economic);
        var past = options with { Unbudgeted = false, NothingSpent = false };
        var earlier = unit with { Year = unit.Year - 1, Approved = unit.Approved.AddYears(-1), Published = unit.Published.AddYears(-1) };
        var prior = Accounts(set, past with { Prior = PriorYear.Figures }, earlier, before, null, null, dice);
        var accounts = Accounts(set, options, unit, ledger, prior, Operating(past, earlier, before), dice);
        return options.Prior == PriorYear.Accounts ? accounts with { Prior = prior } : accounts;
    }

    private static DepartmentAccounts Accounts(
        CompiledSet set, UnitOptions options, UnitIdentity unit, Ledger ledger, DepartmentAccounts? prior, decimal? operatingBefore, Dice dice)
    {
        var tables = new UnitTables(set.Set, ledger, options.Unit, new Dice(unchecked(options.Seed + 11_003))).All();
        var facts = new FactBook();
        new BasicFacts(options, unit, ledger, dice, facts).Add(operatingBefore);
        new EvaluationFacts(unit, ledger, dice, facts).Add();
        new FurtherFacts(options, unit, ledger, facts).Add();
        facts.Amend("基本情况", ("模板集", set.Set.Key));
        foreach (var metric in set.Set.Metrics.Where(metric => metric.Unit == "元"))
        {
            facts.Add("原因说明", ("事项", metric.Name), ("原因", $"与{metric.Name}有关的工作任务和支出安排发生变化"));
        }

        if (prior is not null && options.Prior == PriorYear.Figures)
        {
            foreach (var metric in new MetricBook(set, prior).Metrics.Where(metric => metric is { Unit: "元", Value: not null }))
            {
                facts.Add("上年数", ("指标", metric.Name), ("金额", metric.Value));
            }
        }

        if (options.Seed % 2 == 0)
        {
            foreach (var sheet in OwnSheets(set.Set))
            {
                facts.AddPlain(sheet, unit.Published);
            }
        }

        return RuleSums.Apply(set, new DepartmentAccounts(unit.Public, unit.Year, tables, facts.Build(set.Set.Facts, unit.Published)), UnitTables.Own(set.Set));
    }

    // Sheets that the set or one it inherits from adds to the form: filled for every other unit, so that both branches are seen.
    private static IEnumerable<FactSheetSchema> OwnSheets(TemplateSet set) => set.Changes
        .Where(change => change is { Kind: "文字资料", Over: null }).Select(change => set.Facts.Sheet(change.Name)).OfType<FactSheetSchema>();

    private static decimal? Operating(UnitOptions options, UnitIdentity unit, Ledger ledger) =>
        new BasicFacts(options, unit, ledger, new Dice(0), new FactBook()).Operating;

    private static List<string> EconomicCodes(TemplateSet set) =>
        set.Tables.FirstOrDefault(layout => TableKinds.Of(layout) == TableKind.Economic)?.Blocks
            .SelectMany(block => block.Rows).Select(row => row.Code).OfType<string>().Where(code => code.Length == 5).ToList() ?? [];
}
