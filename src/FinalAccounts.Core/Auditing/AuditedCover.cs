using System.Text.RegularExpressions;

namespace FinalAccounts.Auditing;

/// <summary>Whose document it is and of which year, by its cover and first lines.</summary>
/// <param name="Unit">Null when they do not say it.</param>
/// <param name="Year">Null when they do not say it.</param>
public sealed partial record AuditedCover(string? Unit, int? Year)
{
    private const int FirstLines = 12;

    /// <summary>Read from the first lines; the year from the titles of the tables where the cover names none.</summary>
    public static AuditedCover Of(AuditedDocument document)
    {
        var lines = document.Items.OfType<AuditedLine>().Select(line => Blanks().Replace(line.Text, "")).ToList();
        var cover = string.Concat(lines.Take(FirstLines).TakeWhile(line => !line.StartsWith("第一部分", StringComparison.Ordinal) && line is not "目录"));
        var title = Title().Match(cover) is { Success: true } before ? before : UnitFirst().Match(cover);
        var unit = title.Success && title.Groups["unit"].Value is { Length: > 2 } name ? name : null;
        var years = Years().Matches(title.Success ? title.Value : string.Concat(lines.Take(60)));
        var year = years.GroupBy(match => match.Groups[1].Value).OrderByDescending(group => group.Count()).FirstOrDefault()?.Key;
        return new AuditedCover(unit, year is null ? null : int.Parse(year));
    }

    [GeneratedRegex(@"20\d\d(?>年?度?)(?!部门|单位|决算|收入|支出|财政)(?<unit>[\u4e00-\u9fff（）()·]{2,60}?)(?:部门|单位)?决算")]
    private static partial Regex Title();

    [GeneratedRegex(@"(?<unit>[\u4e00-\u9fff（）()·]{3,60}?)20\d\d年?度?(?:部门|单位)?决算")]
    private static partial Regex UnitFirst();

    [GeneratedRegex(@"(20\d\d)年?度?")]
    private static partial Regex Years();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
