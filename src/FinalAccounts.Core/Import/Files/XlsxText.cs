using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace FinalAccounts.Import.Files;

/// <summary>Texts of an Open XML workbook: runs joined, phonetic guides left out, _xHHHH_ escapes undone, every kind of line break as \n.</summary>
internal static partial class XlsxText
{
    /// <summary>What Excel lets a cell hold; a longer text comes from no spreadsheet program.</summary>
    public const int CellCharacters = 32_767;

    /// <summary>All shared strings together.</summary>
    public const int SharedCharacters = 32_000_000;

    /// <summary>The shared strings in order.</summary>
    public static IReadOnlyList<string> Shared(XlsxPackage package, string? part)
    {
        var strings = new List<string>();
        var total = 0L;
        foreach (var reader in package.Elements(part))
        {
            if (reader.LocalName == "si")
            {
                strings.Add(Read(reader));
                total += strings[^1].Length + 1;
                if (total > SharedCharacters)
                {
                    throw new SheetException("文字的总量太大");
                }
            }
        }

        return strings;
    }

    /// <summary>The text of the element at which the reader stands; ends at its end tag.</summary>
    public static string Read(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var depth = reader.Depth;
        var text = new StringBuilder();
        var phonetic = int.MaxValue;
        while (reader.Read() && reader.Depth > depth)
        {
            phonetic = reader.Depth <= phonetic ? int.MaxValue : phonetic;
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "rPh")
            {
                phonetic = reader.Depth;
            }
            else if (phonetic == int.MaxValue && reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
            {
                text.Append(reader.Value);
                if (text.Length > CellCharacters)
                {
                    throw new SheetException("一格的文字超过 32,767 个字");
                }
            }
        }

        return Plain(text.ToString());
    }

    /// <summary>Escapes undone, line breaks as \n.</summary>
    public static string Plain(string text) => Escape()
        .Replace(text, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        .Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\v', '\n');

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
