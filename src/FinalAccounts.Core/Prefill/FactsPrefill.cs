using FinalAccounts.Accounts;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Templates;

namespace FinalAccounts.Prefill;

/// <summary>What last year left: its facts, and its accounts where they are known.</summary>
/// <param name="Facts">文字资料 of the year before, as far as this year's form has the same sheets and fields.</param>
/// <param name="Accounts">The accounts of the year before; null when only the facts are known.</param>
public sealed record LastYear(Facts Facts, DepartmentAccounts? Accounts);

/// <summary>Fills the 文字资料 form with what is known already: from the tables, from last year, and the rows that the set's own texts will ask for. What is there is never changed.</summary>
public static class FactsPrefill
{
    /// <summary>The facts to start from.</summary>
    /// <param name="set">The template set.</param>
    /// <param name="accounts">The unit's tables, with the facts that are known already.</param>
    /// <param name="last">Last year; null when nothing is known of it.</param>
    /// <param name="cancellation">Ends it between sections.</param>
    public static Facts Build(CompiledSet set, DepartmentAccounts accounts, LastYear? last, CancellationToken cancellation)
    {
        var schema = set.Set.Facts;
        var facts = Basics(schema, set.Set, accounts);
        if (last is not null)
        {
            facts = CarriedFacts.Over(schema, facts, last.Facts, accounts.FiscalYear);
        }

        facts = TableFacts.Into(set, accounts with { Facts = facts });
        return new NeededRows(set, last).Into(accounts with { Facts = facts }, cancellation);
    }

    private static Facts Basics(FactsSchema schema, TemplateSet set, DepartmentAccounts accounts) => schema.Sheet(StatedSet.Sheet) is not { } basics
        ? accounts.Facts
        : FactEdits.Fill(accounts.Facts, basics, new Dictionary<string, FactValue?>
        {
            [StatedSet.SetField] = new(Place: null) { Text = set.Key },
            ["公开名称"] = accounts.UnitName.Length == 0 ? null : new(Place: null) { Text = accounts.UnitName },
            ["年度"] = new(Place: null) { Number = accounts.FiscalYear },
        }.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!));
}
