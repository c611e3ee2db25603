using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace FinalAccounts.Rendering.Word.Office;

/// <summary>The paragraph styles of a Word file, each with what it inherits. Of the package only the style sheet and the theme are opened, within limits and without entities.</summary>
internal sealed class StyleSheetReader
{
    private const int MostBytes = 20 << 20;
    private const int MostCharacters = 8 << 20;
    private const int DeepestBase = 20;

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace StrictW = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";

    private readonly Dictionary<string, XElement> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, XElement> byId = new(StringComparer.Ordinal);
    private readonly XElement? theme;

    private StyleSheetReader(XElement styles, XElement? theme)
    {
        this.theme = theme;
        foreach (var style in styles.Elements(W + "style").Where(style => (string?)style.Attribute(W + "type") == "paragraph"))
        {
            byName.TryAdd(Value(style.Element(W + "name")) ?? "", style);
            byId.TryAdd((string?)style.Attribute(W + "styleId") ?? "", style);
        }
    }

    /// <summary>A style as Word shows it.</summary>
    /// <param name="Name">For people.</param>
    /// <param name="Font">Of Chinese text.</param>
    /// <param name="Size">In pt.</param>
    /// <param name="Pitch">The exact or least height of a line in pt; null for a pitch that follows the type.</param>
    public sealed record Style(string Name, string? Font, string? Latin, double? Size, double? Pitch);

    public static StyleSheetReader Read(byte[] file)
    {
        try
        {
            if (file.Length > MostBytes)
            {
                throw new InvalidDataException();
            }

            using var package = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            var styles = Part(package, "word/styles.xml") ?? throw new InvalidDataException();
            return styles.Name == StrictW + "styles"
                ? throw new RenderingException("样式文件是“Strict Open XML”格式。请在 Word 里另存为普通的 .dotx 或 .docx。")
                : new StyleSheetReader(styles, Part(package, "word/theme/theme1.xml"));
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or NotSupportedException)
        {
            throw new RenderingException("样式文件不能读取：它不是 Word 模板或文档（.dotx、.docx），或者已经损坏、过大。请在 Word 里打开它，另存一份再试。", exception);
        }
    }

    /// <summary>The style of that name; null when the file has none.</summary>
    public Style? Find(string name)
    {
        if (!byName.TryGetValue(name, out var style))
        {
            return null;
        }

        string? font = null, latin = null;
        double? size = null, pitch = null;
        foreach (var level in Lineage(style))
        {
            var run = level.Element(W + "rPr");
            var fonts = run?.Element(W + "rFonts");
            font ??= Named(fonts, "eastAsia", "ea");
            latin ??= Named(fonts, "ascii", "latin");
            size ??= Number(run?.Element(W + "sz")?.Attribute(W + "val"), 2);
            var spacing = level.Element(W + "pPr")?.Element(W + "spacing");
            pitch ??= (string?)spacing?.Attribute(W + "lineRule") is "exact" or "atLeast" ? Number(spacing.Attribute(W + "line"), 20) : null;
        }

        return new Style(name == "Normal" ? "正文" : name, font, latin, size, pitch);
    }

    private IEnumerable<XElement> Lineage(XElement style)
    {
        var level = style;
        for (var depth = 0; level is not null && depth < DeepestBase; depth++)
        {
            yield return level;
            level = Value(level.Element(W + "basedOn")) is { } below && byId.TryGetValue(below, out var found) ? found : null;
        }
    }

    // Either a name, or the theme's font of titles or text.
    private string? Named(XElement? fonts, string slot, string script)
    {
        var named = (string?)fonts?.Attribute(W + (slot + "Theme"));
        if (named is null)
        {
            return (string?)fonts?.Attribute(W + slot);
        }

        var scheme = theme?.Descendants(A + (named.StartsWith("major", StringComparison.Ordinal) ? "majorFont" : "minorFont")).FirstOrDefault();
        return (string?)scheme?.Element(A + script)?.Attribute("typeface") is { Length: > 0 } typeface ? typeface
            : script == "ea" ? (string?)scheme?.Elements(A + "font").FirstOrDefault(font => (string?)font.Attribute("script") == "Hans")?.Attribute("typeface")
            : null;
    }

    private static string? Value(XElement? element) => (string?)element?.Attribute(W + "val");

    private static double? Number(XAttribute? attribute, double unit) =>
        double.TryParse(attribute?.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number / unit : null;

    private static XElement? Part(ZipArchive package, string name)
    {
        if (package.GetEntry(name) is not { } entry)
        {
            return null;
        }

        // The reader stops at its limit, whatever size the archive claims.
        using var content = entry.Open();
        using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters });
        return XDocument.Load(reader).Root;
    }
}
