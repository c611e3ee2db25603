using FinalAccounts.Rendering.Layout;
using static FinalAccounts.Rendering.Typst.TypstWriter;

namespace FinalAccounts.Rendering.Typst;

/// <summary>A section on sheets of its own, the notes below a table and the last lines before a forced break held together, what leads to the next paragraph held with it. The last one ends with the pages of all headings.</summary>
internal static class SectionTypst
{
    public static void Write(TypstPage page, Section section, bool last)
    {
        page.Setup = section.Page;
        var margins = page.Theme.MarginsOf(section.Page);
        page.Out.Raw($"#sheet({Number(page.Width)}mm, {Number(page.Height)}mm, ")
            .Raw($"(top: {Number(margins.Top)}mm, bottom: {Number(margins.Bottom)}mm, left: {Number(margins.Left)}mm, right: {Number(margins.Right)}mm), ")
            .Raw(section.Page.Numbered ? "true" : "false").Raw(section.Page.Orientation == PageOrientation.Portrait ? ", true, {\n" : ", false, {\n");
        var (tails, heads) = (Tails.Of(section.Blocks), RunInHeads.Of(section.Blocks));
        for (var index = 0; index < section.Blocks.Count; index++)
        {
            page.Out.Raw(IsNote(section, index) && !IsNote(section, index - 1) ? "notes({\n" : "");
            page.Out.Raw(tails.Contains(index) && !tails.Contains(index - 1) ? "together({\n" : "");
            page.Out.Raw(heads.Contains(index) ? "leading({\n" : "");
            BlockTypst.Write(page, section.Blocks[index]);
            page.Out.Raw(heads.Contains(index) ? "})\n" : "");
            page.Out.Raw(tails.Contains(index) && !tails.Contains(index + 1) ? "})\n" : "");
            page.Out.Raw(IsNote(section, index) && !IsNote(section, index + 1) ? "})\n" : "");
        }

        page.Out.Raw(last ? "pages-of-headings\n" : "").Raw(last && page.Marks is not null ? "places-of-marks\n" : "").Raw("})\n");
    }

    private static bool IsNote(Section section, int index) =>
        index >= 0 && index < section.Blocks.Count && section.Blocks[index] is Paragraph { Style: ParagraphStyle.TableNote };
}
