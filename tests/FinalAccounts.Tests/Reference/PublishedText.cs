using System.Text;
using System.Text.RegularExpressions;

namespace FinalAccounts.Tests.Reference;

/// <summary>The published document's text, cut into sentences and cells, and the measure of how much of it stands in ours.</summary>
internal static partial class PublishedText
{
    /// <summary>Sentences and cells of samples/whdh-2023/published.txt, normalised, in order; those without a letter or digit left out.</summary>
    public static IReadOnlyList<string> Units { get; } = [.. File
        .ReadLines(Repository.PathOf("samples", "whdh-2023", "published.txt"))
        .SelectMany(Cut)
        .Where(unit => unit.Length > 0)];

    /// <summary>The share of the published characters whose sentence or cell stands in the text, and the units that do not.</summary>
    public static (double Share, IReadOnlyList<string> Missing) Coverage(string text)
    {
        var ours = Normalise(text);
        var missing = Units.Where(unit => !ours.Contains(unit, StringComparison.Ordinal)).ToList();
        return (1 - ((double)missing.Sum(unit => unit.Length) / Units.Sum(unit => unit.Length)), missing);
    }

    /// <summary>Without white space and punctuation (its variants differ), but with the decimal point and signs that carry meaning.</summary>
    public static string Normalise(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC);
        var kept = new StringBuilder(plain.Length);
        for (var index = 0; index < plain.Length; index++)
        {
            var character = plain[index];
            var decimalPoint = character == '.' && index > 0 && index + 1 < plain.Length
                && char.IsAsciiDigit(plain[index - 1]) && char.IsAsciiDigit(plain[index + 1]);
            if (char.IsLetterOrDigit(character) || character is '%' or '≥' or '≤' or '☑' or '#' || decimalPoint)
            {
                kept.Append(character);
            }
        }

        return kept.ToString();
    }

    private static IEnumerable<string> Cut(string line) =>
        Markup().Replace(line, " ").Replace("$\\geq", "≥").Replace("$\\leq", "≤").Replace("$\\times", "×").Replace("%$", "%").Replace("$", "")
            .Replace("\\geq", "≥").Replace("\\leq", "≤").Replace("\\times", "×").Replace("\\%", "%")
            .Split(['\t', '。', '；', ';', '！', '？', '\uFFFD'])
            .Select(Normalise);

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Markup();
}
