namespace FinalAccounts.Rendering.Typst.Blocks;

/// <summary>A centred title in lines of our own.</summary>
internal static class TitleTypst
{
    public static void Write(TypstPage page, string title, double size)
    {
        var lines = TitleLines.Of(title, size, page.Setup, page.Theme);
        page.Out.Raw("{");
        foreach (var (index, line) in lines.Index())
        {
            page.Out.Raw(index > 0 ? "linebreak();" : "").Text(line).Raw(";");
        }

        page.Out.Raw("}");
    }
}
