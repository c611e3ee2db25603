using FinalAccounts.Rendering.Layout;

namespace FinalAccounts.Rendering.Typst.Blocks;

/// <summary>The table of contents: an outline of the headings that ask for it, in their wording there.</summary>
internal static class ContentsTypst
{
    public static void Write(TypstPage page, TableOfContents contents)
    {
        var headings = page.Document.Blocks.OfType<Heading>().Where(heading => heading.InContents).ToList();
        var pitch = TypstWriter.Points(ContentsPitch.Of(headings, page.TextWidth, page.TextHeight, page.Theme));
        page.Out.Raw("contents(").Text(contents.Title).Raw($", {pitch}, (");
        page.Out.Raw(headings.Count > 0 ? "\n" : ":");
        foreach (var heading in headings)
        {
            page.Out.Text(heading.Id).Raw($": ({heading.Level}, {{");
            foreach (var (index, line) in Lines(heading, page.TextWidth).Index())
            {
                page.Out.Raw(index > 0 ? "linebreak();" : "");
                foreach (var (part, whole) in WholeWords.In(line))
                {
                    page.Out.Raw(whole ? $"whole-entry({pitch}, " : "").Text(part).Raw(whole ? ");" : ";");
                }
            }

            page.Out.Raw("}),\n");
        }

        page.Out.Raw("))\n");
    }

    private static IReadOnlyList<string> Lines(Heading heading, double width)
    {
        var text = heading.ContentsText ?? OnOneLine(heading.Inlines);
        return ContentsPitch.Led(text, heading.Level, width)?.Lines ?? [text];
    }

    private static string OnOneLine(IEnumerable<Inline> inlines) =>
        string.Concat(inlines.Select(inline => inline is LineBreak ? " " : DocumentText.Of([inline])));
}
