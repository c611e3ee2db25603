using System.Text;

namespace FinalAccounts.Rendering.Html;

/// <summary>The page's styles: what the theme decides, then the fixed sheets.</summary>
internal static class StyleSheet
{
    private static readonly string Common = Read("common.css");
    private static readonly string Screen = Read("screen.css");
    private static readonly string Paper = Read("print.css");
    private static readonly string Beside = Read("preview.css");

    public static string For(HtmlPage page)
    {
        if (page.Purpose == HtmlPurpose.Preview)
        {
            return FontCss.For(page.Theme) + Common + Screen + Beside;
        }

        var sheet = new StringBuilder();
        sheet.Append(FontCss.For(page.Theme));
        sheet.Append(PageCss.For(page.Theme, page.Document.Metadata.HeadLine));
        sheet.Append(Common);
        if (page.OnScreen)
        {
            sheet.Append(Screen);
        }
        sheet.Append(Paper);
        return sheet.ToString();
    }

    /// <summary>A fixed sheet by its file name.</summary>
    public static string Read(string name) => EmbeddedText.Read("Html.Styles." + name);
}
