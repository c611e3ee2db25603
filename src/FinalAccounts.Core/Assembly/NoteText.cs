using System.Text.RegularExpressions;
using FinalAccounts.Templates;

namespace FinalAccounts.Assembly;

/// <summary>Fills the line and column numbers into the notes of a table: {行 X}, {行列 A..B}, {栏 X}, {栏列 A..B}.</summary>
internal sealed partial class NoteText(TableLayout layout, LineNumbers numbers, List<Finding> findings)
{
    // As published: (1 + … + 8) in full, 32 + 33 + … + 57 shortened.
    private const int LongestRun = 8;

    /// <summary>The note as printed, before the placeholders of titles are filled.</summary>
    public string Fill(string note) => Reference().Replace(note, match =>
    {
        var kind = match.Groups[1].Value;
        Func<string, int?> number = kind[0] == '行' ? numbers.Row : numbers.Column;
        var ends = match.Groups[2].Value.Split("..").Select(name => number(name.Trim())).ToList();
        var filled = (kind.Length, ends) switch
        {
            (1, [{ } single]) => $"{single}",
            (2, [{ } first, { } last]) when first <= last => Run(first, last),
            _ => null,
        };
        if (filled is null)
        {
            findings.Add(new Finding(
                Severity.Error, "ASM-03", $"{layout.Key}的注“{match.Value}”指的{kind[0]}不在表里或次序不对，请改表样", [new Place($"tables/{layout.Key}.yaml")]));
        }

        return filled ?? match.Value;
    });

    private static string Run(int first, int last) => last - first + 1 > LongestRun
        ? $"{first}＋{first + 1}＋…＋{last}"
        : string.Join('＋', Enumerable.Range(first, last - first + 1));

    [GeneratedRegex(@"\{(行列?|栏列?)\s+([^{}]+)\}")]
    private static partial Regex Reference();
}
