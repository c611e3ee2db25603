namespace FinalAccounts.Rendering.Typst.Blocks;

/// <summary>A list whose markers Typst prints; items below an item are a list in it.</summary>
internal static class ListTypst
{
    public static void Write(TypstPage page, ListBlock list)
    {
        page.Out.Raw(list.Ordered ? "numbered(" : "bulleted(");
        foreach (var (item, below) in list.Nested())
        {
            if (below.Count == 0)
            {
                InlineTypst.Write(page.Out, item, page.Marks);
            }
            else
            {
                page.Out.Raw("{");
                InlineTypst.Write(page.Out, item, page.Marks);
                page.Out.Raw(list.Ordered ? "; numbered-below(" : "; bulleted-below(");
                foreach (var own in below)
                {
                    InlineTypst.Write(page.Out, own, page.Marks);
                    page.Out.Raw(", ");
                }

                page.Out.Raw(")}");
            }

            page.Out.Raw(", ");
        }

        page.Out.Raw(")\n");
    }
}
