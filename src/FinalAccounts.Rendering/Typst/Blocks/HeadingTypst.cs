namespace FinalAccounts.Rendering.Typst.Blocks;

/// <summary>A heading, which is a bookmark and the target of links as well.</summary>
internal static class HeadingTypst
{
    public static void Write(TypstPage page, Heading heading)
    {
        page.Out.Raw(heading.Style switch
        {
            HeadingStyle.Part => "part-title",
            HeadingStyle.TableTitle => "table-title",
            HeadingStyle.Text => "text-heading",
            _ => throw new NotSupportedException($"Typst has no heading style {heading.Style}."),
        });
        page.Out.Raw($"({heading.Level}, {page.Depths[heading.Id]}, ").Text(heading.Id).Raw(heading.InContents ? ", true, " : ", false, ");
        if (CentredHeadings.Size(heading.Style, page.Theme) is { } size && heading.Inlines is [Text title])
        {
            TitleTypst.Write(page, title.Value, size);
        }
        else
        {
            InlineTypst.Write(page.Out, heading.Inlines);
        }

        page.Out.Raw(")\n");
    }
}
