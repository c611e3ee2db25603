using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Text = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace FinalAccounts.Rendering.Excel;

/// <summary>The texts of a workbook, each once, numbered in the order of their first use.</summary>
internal sealed partial class SharedStrings
{
    // Excel refuses files with longer cells.
    private const int LongestText = 32_767;

    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];

    /// <summary>The number of the text.</summary>
    public int IndexOf(string text, string cell)
    {
        if (text.Length > LongestText)
        {
            throw new RenderingException($"单元格 {cell} 的文字有 {text.Length} 字，超过 Excel 的上限 {LongestText} 字，请分成几格填写。");
        }

        if (!index.TryGetValue(text, out var number))
        {
            number = texts.Count;
            index.Add(text, number);
            texts.Add(text);
        }

        return number;
    }

    /// <summary>Writes the part.</summary>
    public void Write(SharedStringTablePart part)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new SharedStringTable { UniqueCount = (uint)texts.Count });
        foreach (var text in texts)
        {
            writer.WriteStartElement(new SharedStringItem());
            writer.WriteElement(new Text(Escape(text)) { Space = SpaceProcessingModeValues.Preserve });
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    // Excel's own way to keep characters that XML cannot: _x0001_, and _x005F_ before text that looks like it.
    private static string Escape(string text)
    {
        if (text.All(XmlConvert.IsXmlChar) && !text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }

        var escaped = new StringBuilder();
        foreach (var character in LooksEscaped().Replace(text, "_x005F_$1"))
        {
            var plain = XmlConvert.IsXmlChar(character) || char.IsSurrogate(character);
            _ = plain ? escaped.Append(character) : escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)character:X4}_");
        }

        return escaped.ToString();
    }

    [GeneratedRegex("_(x[0-9A-Fa-f]{4}_)")]
    private static partial Regex LooksEscaped();
}
