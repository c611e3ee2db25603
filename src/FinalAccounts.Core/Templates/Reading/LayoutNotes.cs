using System.Text.RegularExpressions;
using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>Checks that the placeholders of a table's notes name rows and columns that the table has.</summary>
internal static partial class LayoutNotes
{
    /// <summary>Reports each unknown row, column or placeholder at the notes' place.</summary>
    public static void Check(TableLayout layout, MapReader map)
    {
        var rows = layout.Blocks.SelectMany(block => block.Rows).Select(row => row.Key).OfType<string>().ToList();
        var columns = layout.Blocks.SelectMany(block => block.ValueColumns).Select(column => column.Key).Distinct().ToList();
        var places = map.Items("notes");
        for (var i = 0; i < layout.Notes.Count && i < places.Count; i++)
        {
            foreach (Match match in Placeholder().Matches(layout.Notes[i]))
            {
                var (kind, names) = (match.Groups[1].Value, match.Groups[2].Value.Trim());
                var known = kind switch { "行" or "行列" => rows, "栏" or "栏列" => columns, _ => null };
                if (known is null)
                {
                    map.Log.Fatal("TPL-04", $"不认识的占位“{match.Value}”，注里可用 {{行 X}}、{{行列 A..B}}、{{栏 X}}", places[i].Place);
                    continue;
                }

                foreach (var name in names.Split("..").Select(part => part.Trim()).Where(part => !known.Contains(part)))
                {
                    map.Log.Fatal("TPL-08", $"注里的“{match.Value}”：本表没有{(kind[0] == '行' ? "行" : "列")}“{name}”{Suggestion.For(name, known)}", places[i].Place);
                }
            }
        }
    }

    [GeneratedRegex(@"\{(\S+)\s+([^}]*)\}")]
    private static partial Regex Placeholder();
}
