namespace FinalAccounts.Rendering.Typst.Blocks;

/// <summary>A list whose markers Typst prints.</summary>
internal static class ListTypst
{
    public static void Write(TypstPage page, ListBlock list)
    {
        page.Out.Raw(list.Ordered ? "numbered(" : "bulleted(");
        foreach (var item in list.Items)
        {
            InlineTypst.Write(page.Out, item, page.Marks);
            page.Out.Raw(", ");
        }

        page.Out.Raw(")\n");
    }
}
