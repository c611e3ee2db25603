using FinalAccounts.Accounts;
using FinalAccounts.Templates;

namespace FinalAccounts.Formulas;

/// <summary>The outline of one unit: the set's parts and entries whose conditions hold for its accounts.</summary>
public static class UnitOutline
{
    /// <summary>The outline. A condition whose data are missing is an error, and its entry stays, so that nothing is left out unnoticed; a part without entries goes.</summary>
    public static Result<Outline> Of(CompiledSet set, DepartmentAccounts accounts)
    {
        var outline = set.Set.Outline;
        if (set.OutlineConditions.Count == 0)
        {
            return new Result<Outline>(outline, []);
        }

        var book = new MetricBook(set, accounts);
        var findings = new List<Finding>();
        var parts = outline.Parts
            .Select(part => part with { Items = [.. part.Items.Where(Holds)] })
            .Where(part => part.Items.Count > 0)
            .ToList();
        return new Result<Outline>(outline with { Parts = parts }, findings);

        bool Holds(OutlineItem item)
        {
            if (item.When is not { } when)
            {
                return true;
            }

            var value = book.Evaluate(set.OutlineConditions[when]);
            if (value.Problem is { } problem)
            {
                findings.Add(new Finding(Severity.Error, "ASM-11", $"“{item.Title}”的条件“{when}”判断不了：{problem}", item.WhenPlace is { } place ? [place] : []));
            }

            return value.Problem is not null || value.Truth == true;
        }
    }
}
