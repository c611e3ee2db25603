namespace FinalAccounts.Narration;

/// <summary>Data that a text asks for and the workbooks do not have, told to the people who fill them in: what is missing and where, not which template asked.</summary>
/// <param name="Message">What is missing and what to do; {0} stands for the items where there are some.</param>
/// <param name="Place">The blank cell, or the sheet that lacks a row; null when the data came from no file.</param>
public sealed record MissingData(string Message, Place? Place)
{
    /// <summary>One of several things that are missing alike and are said together (rows of a sheet, reasons); null for a cell.</summary>
    public string? Item { get; init; }

    /// <summary>The facts sheet that lacks a row for the item; null when no row is missing.</summary>
    public string? Sheet { get; init; }

    /// <summary>The field of that row that holds the item.</summary>
    public string? Key { get; init; }

    /// <summary>NAR-06 for what is blank, NAR-09 for what is there and wrong.</summary>
    public string Rule { get; init; } = Values.NarrationRules.Blank;

    /// <summary>An error where the text cannot be written without it; a warning where it can: then no row has to be added.</summary>
    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>The template line that asked and, for a phrase, the line that called it: for those who write templates.</summary>
    public IReadOnlyList<Place> Asked { get; init; } = [];

    /// <summary>All that is missing, each cell and each kind of row once.</summary>
    public static IReadOnlyList<Finding> Findings(IEnumerable<MissingData> all)
    {
        const int listed = 20;
        return [.. all.GroupBy(one => one.Place?.Cell is not null ? (object)one.Place : one.Message).Select(group =>
        {
            var first = group.First();
            var items = group.Select(one => one.Item).OfType<string>().Distinct().ToList();
            var named = string.Join("、", items.Take(listed)) + (items.Count > listed ? $"等{items.Count}项" : "");
            return new Finding(first.Severity, first.Rule, first.Message.Replace("{0}", named, StringComparison.Ordinal), first.Place is { } place ? [place] : []);
        })];
    }

    /// <summary>The same for those who write templates: each with the line that asked.</summary>
    internal static IEnumerable<Finding> InTemplates(IEnumerable<MissingData> all) => all.Select(one => new Finding(
        one.Severity, one.Rule, one.Message.Replace("{0}", one.Item, StringComparison.Ordinal), [.. new[] { one.Place }.OfType<Place>(), .. one.Asked]));
}
