using System.Text;
using System.Text.RegularExpressions;
using FinalAccounts.Documents;
using FinalAccounts.Rendering.Foundations;
using FinalAccounts.Rendering.Html;

namespace FinalAccounts.Tests.Rendering.Html;

/// <summary>The text that a reader of the document must find, in order, without white space: told from the document alone.</summary>
internal static partial class ExpectedText
{
    /// <param name="pages">The numbers that the contents print; null for none.</param>
    /// <param name="markers">Whether the numbers and bullets of lists count as text, as they do in a PDF.</param>
    public static string Of(Document document, PageMap? pages, bool markers) =>
        Bare(string.Concat(document.Blocks.Select(block => Of(document, block, pages, markers))));

    public static string Bare(string text) => WhiteSpace().Replace(text, "");

    public static string Of(IEnumerable<Inline> inlines) => string.Concat(inlines.Select(inline => inline switch
    {
        Text text => text.Value,
        Strong strong => Of(strong.Inlines),
        Figure figure => figure.Text,
        LineBreak => "",
        Checkbox box => box.Checked ? "☑" : "☐",
        _ => throw new NotSupportedException(),
    }));

    public static string HeaderOf(Table table) =>
        Bare(string.Concat(table.HeaderRows.SelectMany(row => row.Cells).Select(cell => Of(cell.Inlines))));

    private static string Of(Document document, Block block, PageMap? pages, bool markers) => block switch
    {
        Heading heading => Of(heading.Inlines),
        Paragraph paragraph => Of(paragraph.Inlines),
        ListBlock list => string.Concat(list.Items.Select((item, index) =>
            (!markers ? "" : list.Ordered ? $"{index + 1}." : list.DepthOf(index) > 0 ? "–" : "•") + Of(item))),
        Cover cover => document.Metadata.DraftNotice + string.Concat(cover.Extras.Select(extra => $"{extra.Label}：{extra.Value}"))
            + string.Concat(cover.TitleLines) + cover.Date,
        TableOfContents contents => contents.Title + string.Concat(document.Blocks.OfType<Heading>().Where(heading => heading.InContents)
            .Select(heading => (heading.ContentsText ?? Of(heading.Inlines)) + pages?.Pages[heading.Id])),
        Table table => table.Frame?.Mark + table.Frame?.Owner + table.Frame?.Unit + HeaderOf(table)
            + string.Concat(table.Rows.SelectMany(row => row.Cells).Select(cell => Of(cell.Inlines))),
        Chart chart => Drawn(chart) + chart.Caption,
        PageBreak => "",
        _ => throw new NotSupportedException(),
    };

    // What a drawing says is the drawing's matter; its own tests look at it.
    private static string Drawn(Chart chart)
    {
        using var output = new StringWriter();
        ChartSvg.Write(new HtmlWriter(output), chart, new Theme());
        var text = new StringBuilder();
        foreach (Match match in SvgText().Matches(output.ToString()))
        {
            text.Append(System.Net.WebUtility.HtmlDecode(match.Groups[1].Value));
        }
        return text.ToString();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex("<text[^>]*>([^<]*)</text>")]
    private static partial Regex SvgText();
}
