using System.Globalization;

namespace FinalAccounts.Rendering.Word.Office;

/// <summary>
/// Fonts and sizes of an office's own styles, read from a Word template or document of its own (.dotx, .docx) and laid over a theme: all formats look alike, not only Word.
/// Nothing but the values of the styles named here is taken; text, macros, pictures and links of the file are not looked at.
/// </summary>
public sealed class OfficeStyles
{
    private readonly StyleSheetReader sheet;

    private OfficeStyles(StyleSheetReader sheet) => this.sheet = sheet;

    /// <summary>Reads a file.</summary>
    /// <exception cref="RenderingException">It is no Word file, is made to exhaust the program, or has none of the styles.</exception>
    public static OfficeStyles Read(byte[] file)
    {
        var styles = new OfficeStyles(StyleSheetReader.Read(file));
        return styles.sheet.Find("Normal") is not null ? styles
            : throw new RenderingException("样式文件里没有“正文”样式。请在 Word 里打开一份本程序生成的文件，改好样式，另存为“Word 模板（.dotx）”。");
    }

    /// <summary>The theme in the office's fonts and sizes. What a style does not say stays as it is; the theme's fonts remain as stand-ins.</summary>
    /// <exception cref="RenderingException">A value cannot be printed.</exception>
    public Theme Over(Theme theme)
    {
        var fonts = theme.Fonts;
        var styled = theme with
        {
            BodySize = Size("Normal", theme.BodySize),
            LinePitch = sheet.Find("Normal")?.Pitch is { } pitch ? Within("正文", "行距", pitch) : theme.LinePitch,
            TitleSize = Size("heading 1", theme.TitleSize),
            TableSize = Size("表格文字", theme.TableSize),
            FormSize = Size("表单文字", theme.FormSize),
            NoteSize = Size("表注", theme.NoteSize),
            PageNumberSize = Size("footer", theme.PageNumberSize),
            Fonts = fonts with
            {
                Body = Font("Normal", fonts.Body),
                Latin = First(sheet.Find("Normal")?.Latin, fonts.Latin, "正文"),
                Title = Font("heading 1", fonts.Title),
                Heading1 = Font("heading 2", fonts.Heading1),
                Heading2 = Font("heading 3", fonts.Heading2),
                Table = Font("表格文字", fonts.Table),
            },
        };
        return styled.BodySize <= styled.LinePitch ? styled : throw new RenderingException(string.Create(CultureInfo.InvariantCulture,
            $"样式文件的“正文”字号 {styled.BodySize} 磅，行距 {styled.LinePitch} 磅，字会叠在一起。请把行距设为固定值，不小于字号。"));
    }

    private double Size(string style, double standard) => sheet.Find(style) is { Size: { } size } found ? Within(found.Name, "字号", size) : standard;

    private IReadOnlyList<string> Font(string style, IReadOnlyList<string> standard) =>
        sheet.Find(style) is { } found ? First(found.Font, standard, found.Name) : standard;

    private static IReadOnlyList<string> First(string? font, IReadOnlyList<string> standard, string style)
    {
        const int longest = 64;
        return font is null ? standard
            : font.Length is > 0 and <= longest && !font.Any(char.IsControl) ? [font, .. standard.Where(name => name != font)]
            : throw new RenderingException($"样式文件里“{style}”的字体名不能用。请在 Word 里重新选一种字体。");
    }

    private static double Within(string style, string what, double points)
    {
        const double least = 5, most = 72;
        return points is >= least and <= most ? points : throw new RenderingException(string.Create(CultureInfo.InvariantCulture,
            $"样式文件里“{style}”的{what}是 {points} 磅，应当在 {least} 到 {most} 磅之间。"));
    }
}
