using System.Text.RegularExpressions;

namespace FinalAccounts.Reading.Pdf;

/// <summary>Tells page numbers and running heads from text: they stand at the edge and say the same on many pages.</summary>
internal sealed partial class RunningHeads
{
    private const double Edge = 0.115;

    // — 9 — is a page number also where it stands a little higher, as on landscape pages with the margins of upright ones.
    private const double NumberEdge = 0.16;
    private const int FewestPages = 3;
    private readonly HashSet<string> repeated;

    /// <summary>Learns from all pages.</summary>
    public RunningHeads(IEnumerable<(IReadOnlyList<TextRow> Rows, double Height)> pages) =>
        repeated = [.. pages.SelectMany(page => page.Rows.Where(row => IsAtEdge(row, page.Height)).Select(row => Key(row, page.Height)).Distinct())
            .GroupBy(key => key).Where(group => group.Count() >= FewestPages).Select(group => group.Key)];

    /// <summary>Whether the row is no part of the text.</summary>
    public bool Holds(TextRow row, double height) =>
        (IsAtEdge(row, height) && (PageNumber().IsMatch(row.Text.Trim()) || repeated.Contains(Key(row, height))))
        || (row.Box.Top > (1 - NumberEdge) * height && Dashed().IsMatch(row.Text.Trim()));

    // The caption of a table on a page with narrow margins is the same on every such page, and is no running head.
    private static bool IsAtEdge(TextRow row, double height) => !Caption().IsMatch(row.Text) && (row.Box.Bottom < Edge * height || row.Box.Top > (1 - Edge) * height);

    private static string Key(TextRow row, double height) => $"{(row.Box.Top > height / 2 ? 'b' : 't')}{row.Text}";

    [GeneratedRegex(@"(?:单位|部门|名称|日期|时间)[^：:]{0,8}[：:]|^公开\d+表$|表$")]
    private static partial Regex Caption();

    [GeneratedRegex(@"^[—\-–－]\s*\d{1,4}\s*[—\-–－]$")]
    private static partial Regex Dashed();

    [GeneratedRegex(@"^[—\-–－·\s\t]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:[\s,，/]*共?\s*\d{1,4}\s*页?)?[—\-–－·\s\t]*$")]
    private static partial Regex PageNumber();
}
