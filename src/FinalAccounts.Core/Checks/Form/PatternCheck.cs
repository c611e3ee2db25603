using FinalAccounts.Checks.Text;

namespace FinalAccounts.Checks.Form;

/// <summary>Leftovers in the text: errors of Excel, placeholders, instructions, both alternatives, doubled punctuation (FRM-01 to FRM-10).</summary>
internal static class PatternCheck
{
    private const int Around = 10;

    /// <summary>The findings; a text that is printed twice is reported once.</summary>
    public static IEnumerable<Finding> Run(TextData data)
    {
        var seen = new HashSet<(Place?, string, int)>();
        foreach (var passage in data.Passages)
        {
            foreach (var pattern in FormPatterns.All)
            {
                // The published documents' own notes ask nothing of the office that fills them in.
                if (passage.Kind == PassageKind.Note && pattern.Rule != FormPatterns.ExcelErrors)
                {
                    continue;
                }

                for (var match = pattern.Match(passage.Content); match.Success; match = match.NextMatch())
                {
                    var place = passage.PlaceAt(match.Index);
                    if (seen.Add((place, pattern.Rule, match.Index)))
                    {
                        yield return new Finding(
                            pattern.Severity, pattern.Rule, $"“{Context(passage.Content, match.Index, match.Length)}”里的“{match.Value}”{pattern.Remedy}",
                            place is null ? [] : [place])
                        {
                            Actual = match.Value,
                        };
                    }
                }
            }
        }
    }

    private static string Context(string text, int start, int length) =>
        text[Math.Max(0, start - Around)..Math.Min(text.Length, start + length + Around)];
}
