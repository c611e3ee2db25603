using FinalAccounts.Documents;

namespace FinalAccounts.Rendering.Typst.Blocks;

/// <summary>The table of contents: an outline of the headings that ask for it, in their wording there.</summary>
internal static class ContentsTypst
{
    public static void Write(TypstPage page, TableOfContents contents)
    {
        page.Out.Raw("contents(").Text(contents.Title).Raw(", (");
        var headings = page.Document.Blocks.OfType<Heading>().Where(heading => heading.InContents).ToList();
        page.Out.Raw(headings.Count > 0 ? "\n" : ":");
        foreach (var heading in headings)
        {
            page.Out.Text(heading.Id).Raw(": ").Text(heading.ContentsText ?? OnOneLine(heading.Inlines)).Raw(",\n");
        }

        page.Out.Raw("))\n");
    }

    private static string OnOneLine(IEnumerable<Inline> inlines) =>
        string.Concat(inlines.Select(inline => inline is LineBreak ? " " : DocumentText.Of([inline])));
}
