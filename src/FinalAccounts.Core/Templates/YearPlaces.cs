using System.Globalization;
using System.Text.RegularExpressions;

namespace FinalAccounts.Templates;

/// <summary>Places of a set that was copied for another year where its files still speak of the year before: years written out, five-year plans, words that fit one year. Each with what could stand there.</summary>
public static partial class YearPlaces
{
    private const int Around = 24;

    // 十三五: 2016 to 2020.
    private const int FirstPlan = 13, FirstPlanYear = 2016, YearsOfPlan = 5;
    private const string Numerals = "一二三四五六七八九";

    /// <summary>The places, by path, line and column; none without a fiscal year in set.yaml.</summary>
    /// <param name="files">The copied files, set.yaml with the new year.</param>
    public static IReadOnlyList<YearPlace> In(IReadOnlyDictionary<string, string> files) =>
        files.TryGetValue(TemplateFileKinds.Head, out var head) && FiscalYear().Match(head) is { Success: true } stated
            ? [.. files.Where(file => file.Key != TemplateFileKinds.Head).OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => InFile(file.Key, file.Value, int.Parse(stated.Groups[1].Value, CultureInfo.InvariantCulture)))]
            : [];

    /// <summary>A text with what was chosen for its places; a place that nothing was chosen for stays.</summary>
    public static string With(string text, IReadOnlyList<YearChoice> choices)
    {
        var lines = text.Split('\n');
        foreach (var choice in choices.Where(choice => choice.Text is not null).OrderByDescending(choice => choice.Column))
        {
            var line = lines[choice.Line - 1];
            lines[choice.Line - 1] = line[..(choice.Column - 1)] + choice.Text + line[(choice.Column - 1 + choice.Written.Length)..];
        }

        return string.Join('\n', lines);
    }

    private static IEnumerable<YearPlace> InFile(string path, string text, int year)
    {
        var isSection = path.EndsWith(".sbn", StringComparison.Ordinal);
        var depth = 0;
        foreach (var (index, line) in text.Split('\n').Index())
        {
            foreach (var match in Spoken().Matches(line).Where(match => isSection || char.IsAsciiDigit(match.Value[0])))
            {
                var inTag = InTag(depth, line[..match.Index]);
                if (Proposals(match.Value, year, isSection && !inTag) is { } proposals && !(inTag && !char.IsAsciiDigit(match.Value[0])))
                {
                    var (start, end) = (Math.Max(0, match.Index - Around), Math.Min(line.Length, match.Index + match.Length + Around));
                    yield return new YearPlace(path, index + 1, match.Index + 1, match.Value, proposals, line[start..match.Index], line[(match.Index + match.Length)..end]);
                }
            }

            depth += Marks().Matches(line).Sum(mark => mark.Value == "{{" ? 1 : -1);
        }
    }

    private static bool InTag(int depth, string before) => depth + Marks().Matches(before).Sum(mark => mark.Value == "{{" ? 1 : -1) > 0;

    // What the copied set calls this year is one year on; null for what is not of the year.
    private static IReadOnlyList<string>? Proposals(string written, int year, bool mayName)
    {
        if (char.IsAsciiDigit(written[0]))
        {
            var spoken = int.Parse(written, CultureInfo.InvariantCulture);
            var next = (spoken + 1).ToString(CultureInfo.InvariantCulture);
            return spoken < year - 2 || spoken > year + 1 ? null
                : mayName && spoken == year - 1 ? ["{{ 年度 }}", next]
                : mayName && spoken == year - 2 ? ["{{ 上年 }}", next]
                : [next];
        }

        if (Plan().Match(written) is { Success: true } plan)
        {
            var meant = FirstPlan + ((year - FirstPlanYear) / YearsOfPlan) - 10;
            return meant is < 1 or > 9 || plan.Groups[1].Value[0] == Numerals[meant - 1] ? null : [$"十{Numerals[meant - 1]}五"];
        }

        return [];
    }

    [GeneratedRegex(@"^fiscalYear:[ \t]*(\d{4})", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex FiscalYear();

    // What a text says that fits one year only comes without a proposal: somebody has to read it.
    [GeneratedRegex(@"(?<![0-9])20[0-9]{2}(?![0-9])|十[一二三四五六七八九]五(?=”|规划|时期)|去年|(?<![以当目])前年|今年|疫情|脱贫攻坚|[二三]十大|(?:开局|收官|起步|攻坚)之年", RegexOptions.CultureInvariant)]
    private static partial Regex Spoken();

    [GeneratedRegex("^十(.)五$", RegexOptions.CultureInvariant)]
    private static partial Regex Plan();

    [GeneratedRegex(@"\{\{|\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}

/// <summary>A place that speaks of a year.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Written">2023, 十三五, 去年.</param>
/// <param name="Proposals">What could stand there instead, the better first; none where only a person can say.</param>
/// <param name="Before">Some words before it.</param>
/// <param name="After">Some words behind it.</param>
public sealed record YearPlace(string Path, int Line, int Column, string Written, IReadOnlyList<string> Proposals, string Before, string After);

/// <summary>What somebody has decided about a <see cref="YearPlace"/>.</summary>
/// <param name="Text">What stands there now; null: it stays as it is.</param>
public sealed record YearChoice(int Line, int Column, string Written, string? Text);
