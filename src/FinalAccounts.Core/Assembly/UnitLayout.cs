using System.Text.RegularExpressions;
using FinalAccounts.Accounts;
using FinalAccounts.Formatting;
using FinalAccounts.Templates;

namespace FinalAccounts.Assembly;

/// <summary>A layout as one unit's table needs it: optional rows only where the data have them, the ordinals of labels counted anew, blocks of one height, and rows called as the office's workbook calls them.</summary>
public static partial class UnitLayout
{
    /// <summary>The form for this table; the layout itself where it has nothing that depends on the data.</summary>
    public static TableLayout Of(TableLayout layout, AccountsTable? table)
    {
        if (layout.Kind != RowKind.Fixed || table is null)
        {
            return layout;
        }

        var names = table.Rows.ToDictionary(row => row.Key, row => row.Name, StringComparer.Ordinal);
        var dropped = layout.Blocks.Select(block => block.Rows.Count(row => IsDropped(row, names))).ToList();
        var most = dropped.Max();
        return layout with
        {
            Blocks = [.. layout.Blocks.Select((block, i) => block with { Rows = [.. Numbered(WithoutBlanks(block.Rows, most - dropped[i]).Where(row => !IsDropped(row, names)), names)] })],
        };
    }

    private static bool IsDropped(LayoutRow row, Dictionary<string, string> names) => row is { Optional: true, Key: { } key } && !names.ContainsKey(key);

    // The other blocks give up as many empty rows, so that the sums stand side by side.
    private static IEnumerable<LayoutRow> WithoutBlanks(IReadOnlyList<LayoutRow> rows, int count)
    {
        var longest = Runs(rows).OrderByDescending(run => run.Count).FirstOrDefault();
        return longest.Count >= count ? rows.Where((_, i) => i < longest.First || i >= longest.First + count) : rows;
    }

    private static IEnumerable<(int First, int Count)> Runs(IReadOnlyList<LayoutRow> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var count = rows.Skip(i).TakeWhile(row => row.Key is null).Count();
            if (count > 0)
            {
                yield return (i, count);
                i += count;
            }
        }
    }

    private static IEnumerable<LayoutRow> Numbered(IEnumerable<LayoutRow> rows, Dictionary<string, string> names)
    {
        var number = 0;
        foreach (var row in rows)
        {
            var ordinal = Ordinal().Match(row.Label);
            number = !ordinal.Success ? number : ordinal.Groups[1].Value == ChineseText.Numeral(1) ? 1 : number + 1;
            var name = row.Key is { } key && names.GetValueOrDefault(key) is { Length: > 0 } written && written != row.Label && written != key ? Ordinal().Replace(written, "") : null;
            yield return row with
            {
                Label = (ordinal.Success ? ChineseText.Numeral(number) + "、" : "") + (name ?? row.Label[ordinal.Length..]),
            };
        }
    }

    [GeneratedRegex("^([一二三四五六七八九十]+)、")]
    private static partial Regex Ordinal();
}
