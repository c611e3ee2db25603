using System.Text.RegularExpressions;

namespace FinalAccounts.Rendering.Excel;

/// <summary>Names of sheets for forms: their titles without the year, cut to what a workbook allows, each once.</summary>
internal sealed partial class FormNames(IEnumerable<string> taken)
{
    private const int Longest = 31;

    private readonly HashSet<string> names = new(taken, StringComparer.OrdinalIgnoreCase);

    /// <summary>A name that no other sheet has.</summary>
    public string Of(string? title)
    {
        var wanted = Forbidden().Replace(Year().Replace(title ?? "", ""), "").Trim('\'', ' ', '\u3000');
        var name = Cut(wanted.Length > 0 ? wanted : "表单", Longest);
        for (var number = 2; !names.Add(name); number++)
        {
            name = Cut(wanted.Length > 0 ? wanted : "表单", Longest - $"{number}".Length) + number;
        }

        return name;
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    [GeneratedRegex(@"[\[\]:*?/\\\p{C}]")]
    private static partial Regex Forbidden();

    [GeneratedRegex("^[0-9]{4}年度")]
    private static partial Regex Year();
}
