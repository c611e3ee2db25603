using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Reading.Word;

/// <summary>The numbers that Word itself prints before paragraphs (一、, （一）, 1.), counted as Word counts them.</summary>
internal sealed partial class WordNumbers
{
    private readonly Dictionary<int, W.AbstractNum> lists;
    private readonly Dictionary<int, int[]> counts = [];

    public WordNumbers(MainDocumentPart main)
    {
        var numbering = main.NumberingDefinitionsPart?.Numbering;
        var definitions = (numbering?.Elements<W.AbstractNum>() ?? []).Where(list => list.AbstractNumberId?.Value is not null)
            .GroupBy(list => list.AbstractNumberId!.Value).ToDictionary(group => group.Key, group => group.First());
        lists = (numbering?.Elements<W.NumberingInstance>() ?? [])
            .Where(instance => instance.NumberID?.Value is not null && instance.AbstractNumId?.Val?.Value is { } id && definitions.ContainsKey(id))
            .GroupBy(instance => instance.NumberID!.Value).ToDictionary(group => group.Key, group => definitions[group.First().AbstractNumId!.Val!.Value]);
    }

    /// <summary>What Word prints before the paragraph; empty for a bullet and for a paragraph without number.</summary>
    public string Next(W.NumberingProperties? own)
    {
        if (own?.NumberingId?.Val?.Value is not { } id || !lists.TryGetValue(id, out var list))
        {
            return "";
        }

        var level = Math.Clamp(own.NumberingLevelReference?.Val?.Value ?? 0, 0, 8);
        var counted = counts.TryGetValue(id, out var known) ? known : counts[id] = new int[9];
        counted[level]++;
        Array.Clear(counted, level + 1, counted.Length - level - 1);
        var definitions = list.Elements<W.Level>().ToDictionary(one => one.LevelIndex?.Value ?? 0);
        if (!definitions.TryGetValue(level, out var definition) || definition.NumberingFormat?.Val?.Value == W.NumberFormatValues.Bullet)
        {
            return "";
        }

        return Place().Replace(definition.LevelText?.Val?.Value ?? "", match =>
        {
            var at = match.Value[1] - '1';
            var one = definitions.GetValueOrDefault(at);
            var start = one?.StartNumberingValue?.Val?.Value ?? 1;
            return Print(start + Math.Max(counted[at], 1) - 1, one?.NumberingFormat?.Val?.Value ?? W.NumberFormatValues.Decimal);
        });
    }

    private static string Print(int number, W.NumberFormatValues format) =>
        format == W.NumberFormatValues.ChineseCounting || format == W.NumberFormatValues.ChineseCountingThousand || format == W.NumberFormatValues.JapaneseCounting || format == W.NumberFormatValues.TaiwaneseCountingThousand
            ? Chinese(number)
            : format == W.NumberFormatValues.DecimalEnclosedCircle && number is > 0 and <= 20 ? ((char)('①' + number - 1)).ToString()
            : format == W.NumberFormatValues.UpperLetter && number is > 0 and <= 26 ? ((char)('A' + number - 1)).ToString()
            : format == W.NumberFormatValues.LowerLetter && number is > 0 and <= 26 ? ((char)('a' + number - 1)).ToString()
            : number.ToString(CultureInfo.InvariantCulture);

    private static string Chinese(int number)
    {
        const string Digits = "零一二三四五六七八九";
        return number switch
        {
            < 10 => Digits[Math.Max(number, 0)].ToString(),
            < 20 => $"十{(number == 10 ? "" : Digits[number - 10])}",
            < 100 => $"{Digits[number / 10]}十{(number % 10 == 0 ? "" : Digits[number % 10])}",
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
    }

    [GeneratedRegex("%[1-9]")]
    private static partial Regex Place();
}
