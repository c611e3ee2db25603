using System.Text.RegularExpressions;
using FinalAccounts.Import.Files;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.Tables;

/// <summary>A cell that reads like a table's title.</summary>
/// <param name="Layout">Null for a table that the set does not know; it only ends the table above.</param>
/// <param name="Year">The year in the title; null when it names none.</param>
internal sealed record TableTitle(TableLayout? Layout, SheetGrid Grid, int Row, int Left, int Right, int? Year);

/// <summary>Finds titles by the tables' names; year, unit, ordinal and mark may stand around the name.</summary>
internal sealed partial class TitleFinder(IReadOnlyList<TableLayout> layouts, string? unitName, Synonyms words)
{
    private static readonly string[] Fillers = ["", "度", "部门", "单位", "本级", "本部门", "本单位", "年度部门", "汇总", "部门(单位)"];
    private readonly (string Name, TableLayout Layout)[] names =
        [.. layouts.Select(layout => (words.Canonical(LooseText.Of(layout.Name)), layout)).OrderByDescending(pair => pair.Item1.Length)];

    public List<TableTitle> Find(SheetGrid grid)
    {
        var titles = new List<TableTitle>();
        foreach (var cell in grid.Cells.Where(cell => cell.Value is string && cell.Loose.Length is > 3 and < 120))
        {
            if (Title(cell.Loose) is var (layout, year))
            {
                var range = grid.MergedAt(cell.Row, cell.Column);
                titles.Add(new TableTitle(layout, grid, cell.Row, cell.Column, range?.Right ?? cell.Column, year));
            }
        }

        return titles;
    }

    private (TableLayout? Layout, int? Year)? Title(string loose)
    {
        var text = words.Canonical(TrailingBrackets().Replace(ChineseYear().Replace(loose, match => Digits(match.Value)), ""));
        foreach (var (name, layout) in names)
        {
            if (text.EndsWith(name, StringComparison.Ordinal))
            {
                return IsPrefix(text[..^name.Length], out var year) ? (layout, year) : null;
            }
        }

        return ForeignTitle().IsMatch(text) ? (null, null) : null;
    }

    private bool IsPrefix(string prefix, out int? year)
    {
        year = null;
        if (Prose().IsMatch(prefix))
        {
            return false;
        }

        var match = Year().Matches(prefix).LastOrDefault();
        if (match is null)
        {
            var rest = Marks().Replace(prefix, "");
            return Fillers.Contains(rest) || rest == LooseText.Of(unitName);
        }

        year = int.Parse(match.Groups[1].Value);
        return Fillers.Contains(Marks().Replace(prefix[(match.Index + match.Length)..], ""));
    }

    private static string Digits(string text) => string.Concat(text.Select(c => "〇一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? (char)('0' + digit) : c == '零' ? '0' : c));

    [GeneratedRegex(@"(20\d{2})年?度?")]
    private static partial Regex Year();

    [GeneratedRegex(@"二[〇零0][〇零一二三四五六七八九]{2}年")]
    private static partial Regex ChineseYear();

    [GeneratedRegex(@"^(附件\d*|附?表[一二三四五六七八九十\d]+|公开\d+表|[一二三四五六七八九十]+、|\d{1,2}[.、]|\([一二三四五六七八九十\d]+\))*[:\-]?")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\((公开\d+表|续表?|空表|本级|单位|部门|单位:?万?元|万?元)\)$")]
    private static partial Regex TrailingBrackets();

    [GeneratedRegex(@"^注|[。;,]|见$|参见|详见|按照|根据|来自|取自")]
    private static partial Regex Prose();

    [GeneratedRegex(@"^.{0,40}20\d{2}年度?[^:。;,]{2,40}表$")]
    private static partial Regex ForeignTitle();
}
