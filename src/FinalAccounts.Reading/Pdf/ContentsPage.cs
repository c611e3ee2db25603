namespace FinalAccounts.Reading.Pdf;

/// <summary>Tells a page of the table of contents: titled 目录 or following such a page, and most of its rows are entries.</summary>
internal static class ContentsPage
{
    private const int FewestEntries = 3;

    public static bool Is(IReadOnlyList<TextRow> rows, bool afterContents)
    {
        var leaders = rows.Count(row => HeadingPattern.IsContentsEntry(row.Text));
        if (leaders >= FewestEntries && leaders * 2 > rows.Count)
        {
            return true;
        }

        var titled = rows.Any(row => HeadingPattern.IsContentsTitle(row.Text));
        var entries = rows.Count(row => IsEntry(row.Text));
        return (titled || afterContents) && entries >= FewestEntries && entries * 10 > rows.Count * 6 && !rows.Any(row => row.Text.Contains('。'));
    }

    private static bool IsEntry(string text) =>
        HeadingPattern.IsContentsEntry(text) || HeadingPattern.EndsWithNumber(text) || HeadingPattern.Level(text) > 0;
}
