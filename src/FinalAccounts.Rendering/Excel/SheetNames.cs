using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Spreadsheet;
using Sheet = FinalAccounts.Documents.Sheet;
using Workbook = FinalAccounts.Documents.Workbook;

namespace FinalAccounts.Rendering.Excel;

/// <summary>The defined names of a workbook: what is printed of each sheet and which rows and columns repeat; each table by its name, with its description as the name's comment; the header's place as screen readers look for it (TitleRegion…).</summary>
internal static partial class SheetNames
{
    // Excel's limit for a comment.
    private const int LongestComment = 255;

    /// <summary>The names, those of each sheet together.</summary>
    public static DefinedNames Of(Workbook workbook)
    {
        var names = new List<DefinedName>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, sheet) in workbook.Sheets.Index())
        {
            var quoted = $"'{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'!";
            var columns = sheet.Rows.SelectMany(row => row.Cells).Select(cell => cell.Column + cell.ColumnSpan).DefaultIfEmpty(1).Max();
            if (sheet.Finished)
            {
                names.Add(new DefinedName(quoted + CellReference.Absolute(0, 0, Math.Max(1, sheet.Rows.Count), columns)) { Name = "_xlnm.Print_Area", LocalSheetId = (uint)index });
            }

            if (sheet.FrozenRows > 0)
            {
                var beside = sheet.FrozenColumns > 0 ? $"{quoted}{CellReference.FirstColumns(sheet.FrozenColumns)}," : "";
                names.Add(new DefinedName($"{beside}{quoted}$1:${sheet.FrozenRows}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)index });
            }

            if (sheet is { Description: { } description, TableRows: > 0 })
            {
                names.AddRange(OfTable(sheet, index, quoted, columns, description.Length <= LongestComment ? description : description[..(LongestComment - 1)] + "…", taken));
            }
        }

        return new DefinedNames(names);
    }

    private static IEnumerable<DefinedName> OfTable(Sheet sheet, int index, string quoted, int columns, string description, HashSet<string> taken)
    {
        var name = Unnamed().Replace(sheet.Name, "");
        if (name.Length == 0 || !char.IsLetter(name[0]) || name.All(char.IsAscii) || !taken.Add(name))
        {
            name = string.Create(CultureInfo.InvariantCulture, $"表_{index + 1}");
            taken.Add(name);
        }

        yield return new DefinedName(quoted + CellReference.Absolute(sheet.TitleRows, 0, sheet.TableRows, columns)) { Name = name, Comment = description };

        // The region's corners and the sheet's number stand in the name, the head's first cell is what it refers to.
        var (first, last) = (CellReference.Of(sheet.TitleRows, 0), CellReference.Of(sheet.TitleRows + sheet.TableRows - 1, columns - 1));
        yield return new DefinedName(quoted + CellReference.Absolute(sheet.TitleRows, 0, 1, 1)) { Name = string.Create(CultureInfo.InvariantCulture, $"TitleRegion1.{first}.{last}.{index + 1}"), LocalSheetId = (uint)index };
    }

    [GeneratedRegex(@"[^\p{L}\p{Nd}_]")]
    private static partial Regex Unnamed();
}
