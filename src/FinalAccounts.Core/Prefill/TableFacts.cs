using FinalAccounts.Accounts;
using FinalAccounts.Formulas;

namespace FinalAccounts.Prefill;

/// <summary>Facts that follow from the tables, by the formulas that facts.yaml gives as <c>from</c>.</summary>
internal static class TableFacts
{
    /// <summary>The facts with blank fields filled from the tables; a formula without a value leaves its field blank.</summary>
    public static Facts Into(CompiledSet set, DepartmentAccounts accounts)
    {
        var facts = accounts.Facts;
        var book = new MetricBook(set, accounts with { Facts = Whole(set, facts) });
        foreach (var sheet in set.Set.Facts.Sheets.Where(sheet => !sheet.IsRecords))
        {
            var values = new Dictionary<string, FactValue>();
            foreach (var field in sheet.Fields.Where(field => field.From is not null))
            {
                if (set.Parse(field.From!, new Place("facts.yaml")).Value is { } formula && book.Evaluate(formula) is { Problem: null, Number: { } number })
                {
                    values[field.Name] = new FactValue(Place: null) { Number = number };
                }
            }

            facts = FactEdits.Fill(facts, sheet, values);
        }

        return facts;
    }

    // A sheet that nobody has filled yet says none, not unknown.
    private static Facts Whole(CompiledSet set, Facts facts) =>
        new(set.Set.Facts.Sheets.ToDictionary(sheet => sheet.Name, sheet => facts.Sheets.GetValueOrDefault(sheet.Name) ?? new FactSheet(sheet.Name, [])));
}
