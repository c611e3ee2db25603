using System.Text.RegularExpressions;
using FinalAccounts.Reading.Pdf;
using FinalAccounts.Rendering.Foundations;
using FinalAccounts.Tests.Rendering.Html;

namespace FinalAccounts.Tests.Rendering.Pdf.Quality;

/// <summary>Entries of the contents, rows and heads of tables.</summary>
internal sealed partial class PageQuality
{
    // The page's number stands in the last line of an entry.
    private void MeasureContents(MeasuredPage page)
    {
        foreach (var line in page.Lines.Where(line => IsContents(page) && AloneInContents().IsMatch(line.Text)))
        {
            Add(page, FaultKind.AloneInContents, line.Text);
        }
    }

    private void MeasureGroups(MeasuredPage page)
    {
        if (pages.ElementAtOrDefault(page.Number) is { Tables: [var next, ..] } && page.Tables is [.., var last]
            && Codes(last) is [.., var code] && Codes(next) is [var first, ..] && first.Length > code.Length && first.StartsWith(code, StringComparison.Ordinal))
        {
            Add(page, FaultKind.GroupAtFoot, $"{code}／{first}");
        }
    }

    // A line of a head or a label ends between words; two characters may stand below each other: 行次.
    private void MeasureHeads(MeasuredPage page)
    {
        foreach (var lines in page.CellLines.Select(cell => cell.Lines.Select(line => ExpectedText.Bare(line.Text)).ToList()).Where(lines => lines.Count > 1 && string.Concat(lines) is { Length: > 2 } text && heads.Contains(text)))
        {
            var (text, end) = (string.Concat(lines), 0);
            if (lines.SkipLast(1).Any(line => WordEnds.IsInside(text, end += line.Length) && WordEnds.Cost(text, end) >= WordEnds.InsideWord))
            {
                Add(page, FaultKind.TornWord, string.Join('／', lines));
            }
        }
    }

    // Of the rows that have one, from the top.
    private static List<string> Codes(FoundTable table) =>
        [.. table.Grid.Cells.Where(cell => cell.Column == 0 && Code().IsMatch(cell.Text)).OrderBy(cell => cell.Row).Select(cell => cell.Text)];

    // （3）建设完成后，均验收通过 at the foot, its paragraph on the next page.
    private void MeasureLeading(MeasuredPage page, MeasuredPage next)
    {
        var (end, begin) = (ExpectedText.Bare(page.Lines[^1].Text), ExpectedText.Bare(next.Lines[0].Text));
        if (LeadingNumber().IsMatch(end) && !"。；，".Contains(end[^1], StringComparison.Ordinal) && !LeadingNumber().IsMatch(begin)
            && paragraphs.Value.Exists(pair => pair.First == end && pair.Second.StartsWith(begin, StringComparison.Ordinal)))
        {
            Add(page, FaultKind.HeadingAtFoot, $"{end}／{begin}");
        }
    }

    [GeneratedRegex("^(?:（[0-9一二三四五六七八九十]+）|[0-9]+[.．、])")]
    private static partial Regex LeadingNumber();

    [GeneratedRegex("^[^0-9\\s] *[0-9]+$")]
    private static partial Regex AloneInContents();

    [GeneratedRegex("^[0-9]{3}(?:[0-9]{2}){0,2}$")]
    private static partial Regex Code();
}
