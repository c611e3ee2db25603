using System.Globalization;

namespace FinalAccounts.Import.Files;

/// <summary>The number formats of a workbook's cell styles (ECMA-376 18.8.30), those of Chinese Excel among the built-in ones.</summary>
internal sealed class XlsxFormats
{
    private const string ChineseDate = "yyyy\"年\"m\"月\"d\"日\"";

    private static readonly Dictionary<int, string> BuiltIn = new()
    {
        [1] = "0", [2] = "0.00", [3] = "#,##0", [4] = "#,##0.00", [9] = "0%", [10] = "0.00%", [11] = "0.00E+00",
        [12] = "# ?/?", [13] = "# ??/??", [14] = "yyyy-m-d", [15] = "d-mmm-yy", [16] = "d-mmm", [17] = "mmm-yy",
        [18] = "h:mm AM/PM", [19] = "h:mm:ss AM/PM", [20] = "h:mm", [21] = "h:mm:ss", [22] = "yyyy-m-d h:mm",
        [27] = "yyyy\"年\"m\"月\"", [28] = "m\"月\"d\"日\"", [29] = "m\"月\"d\"日\"", [30] = "m-d-yy", [31] = ChineseDate,
        [32] = "h\"时\"mm\"分\"", [33] = "h\"时\"mm\"分\"ss\"秒\"", [34] = "h\"时\"mm\"分\"", [35] = "h\"时\"mm\"分\"ss\"秒\"", [36] = "yyyy\"年\"m\"月\"",
        [37] = "#,##0", [38] = "#,##0", [39] = "#,##0.00", [40] = "#,##0.00", [41] = "#,##0", [42] = "#,##0", [43] = "#,##0.00", [44] = "#,##0.00",
        [45] = "mm:ss", [46] = "[h]:mm:ss", [47] = "mm:ss.0", [48] = "##0.0E+0", [49] = "@",
        [50] = "yyyy\"年\"m\"月\"", [51] = "m\"月\"d\"日\"", [52] = "yyyy\"年\"m\"月\"", [53] = "m\"月\"d\"日\"", [54] = "m\"月\"d\"日\"",
        [55] = "h\"时\"mm\"分\"", [56] = "h\"时\"mm\"分\"ss\"秒\"", [57] = "yyyy\"年\"m\"月\"", [58] = "m\"月\"d\"日\"",
    };

    private readonly List<string?> styles = [];

    /// <summary>From the formats of a workbook's own and the format number of each cell style.</summary>
    public XlsxFormats(IReadOnlyDictionary<int, string> own, IEnumerable<int> cells) =>
        styles.AddRange(cells.Select(format => own.GetValueOrDefault(format) ?? BuiltIn.GetValueOrDefault(format)));

    /// <summary>From the part of an xlsx workbook.</summary>
    public XlsxFormats(XlsxPackage package, string? part)
    {
        var own = new Dictionary<int, string>();
        var inCells = false;
        foreach (var reader in package.Elements(part))
        {
            switch (reader.LocalName)
            {
                case "numFmt" when int.TryParse(reader.GetAttribute("numFmtId"), CultureInfo.InvariantCulture, out var id):
                    own[id] = reader.GetAttribute("formatCode") ?? "";
                    break;
                case "cellXfs" or "cellStyleXfs":
                    inCells = reader.LocalName == "cellXfs";
                    break;
                case "xf" when inCells:
                    _ = int.TryParse(reader.GetAttribute("numFmtId"), CultureInfo.InvariantCulture, out var format);
                    styles.Add(own.GetValueOrDefault(format) ?? BuiltIn.GetValueOrDefault(format));
                    break;
                default:
                    inCells = inCells && reader.LocalName is "alignment" or "protection";
                    break;
            }
        }
    }

    /// <summary>The format of a cell with this style; null for General.</summary>
    public string? Of(string? style) => Of(int.TryParse(style, CultureInfo.InvariantCulture, out var index) ? index : 0);

    /// <summary>The format of a cell with this style; null for General.</summary>
    public string? Of(int style) => style >= 0 && style < styles.Count ? styles[style] : styles.Count > 0 ? styles[0] : null;

    /// <summary>Whether a number in this format is a date or time: a letter of one outside quotes, escapes and brackets.</summary>
    public static bool IsDate(string? format)
    {
        var section = (format ?? "").Split(';')[0];
        if (section.Length == 0 || section.Contains("General", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        for (var i = 0; i < section.Length; i++)
        {
            switch (section[i])
            {
                case '"':
                    i = Skip(section, i, '"');
                    break;
                case '[':
                    i = Skip(section, i, ']');
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'E' or 'e' when i + 1 < section.Length && section[i + 1] is '+' or '-':
                    i++;
                    break;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S' or 'e':
                    return true;
            }
        }

        return section.StartsWith("[h", StringComparison.OrdinalIgnoreCase);
    }

    private static int Skip(string text, int from, char end) => text.IndexOf(end, from + 1) is var at and >= 0 ? at : text.Length;
}
