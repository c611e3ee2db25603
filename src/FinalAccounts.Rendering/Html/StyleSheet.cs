using System.Text;

namespace FinalAccounts.Rendering.Html;

/// <summary>The page's styles: what the theme decides, then the fixed sheets.</summary>
internal static class StyleSheet
{
    private static readonly string Common = Read("common.css");
    private static readonly string Screen = Read("screen.css");
    private static readonly string Paper = Read("print.css");
    private static readonly string Beside = Read("preview.css");

    // A page that nobody sees needs no layout for the screen; Chromium would make three of them around a print.
    private const string NoScreen = "@media screen{body{display:none}}\n";

    // What is not painted still takes its room. Without glyphs and fonts to write, a print is little more than its layout.
    private const string HeadingsAlone = "body{visibility:hidden}h1,h2,h3,h4,h5,h6{visibility:visible}\n";

    public static string For(HtmlPage page)
    {
        if (page.Purpose == HtmlPurpose.Preview)
        {
            return FontCss.For(page.Theme) + Common + Screen + Beside;
        }

        var sheet = new StringBuilder();
        sheet.Append(FontCss.For(page.Theme));
        sheet.Append(PageCss.For(page.Theme, page.Document.Metadata.DraftNotice));
        sheet.Append(Common);
        if (page.OnScreen)
        {
            sheet.Append(Screen);
        }
        sheet.Append(Paper);
        if (!page.OnScreen)
        {
            sheet.Append(NoScreen);
        }
        if (page.Purpose == HtmlPurpose.Layout)
        {
            sheet.Append(HeadingsAlone);
        }
        return sheet.ToString();
    }

    /// <summary>A fixed sheet by its file name.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream("Html.Styles." + name)
            ?? throw new InvalidOperationException($"The style sheet {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
