using FinalAccounts.Formulas;
using FinalAccounts.Narration;

namespace FinalAccounts.Linting;

/// <summary>Everything that can be said of a template set before it meets a unit's data. What passes here works.</summary>
public static class SetLint
{
    /// <summary>The findings, errors and notes: templates, placeholders, tables, and what went with removed ones.</summary>
    public static IReadOnlyList<Finding> Of(CompiledSet set)
    {
        return
        [
            .. Narrator.Lint(set),
            .. PlaceholderLint.Of(set.Set),
            .. TableLint.Of(set.Set),
            .. set.Set.Tables.SelectMany(layout => LayoutWidth.Of(layout, set.Set.Theme)),
            .. set.Set.Tables.SelectMany(LayoutHeader.Of),
            .. LayoutReading.Of(set.Set),
            .. set.Notes,
        ];
    }
}
