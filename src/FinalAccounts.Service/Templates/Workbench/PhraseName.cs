using System.Text.RegularExpressions;
using FinalAccounts.Narration;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Templates.Workbench;

/// <summary>A phrase that a set's sections may call.</summary>
/// <param name="Name">与上年相比.</param>
/// <param name="Parameters">指标, 主语, 各.</param>
/// <param name="Meaning">What its author has noted above it.</param>
/// <param name="Line">Where its file defines it, from 1.</param>
/// <param name="Uses">How many places of the set call it.</param>
internal sealed partial record PhraseName(string Name, IReadOnlyList<string> Parameters, string Meaning, int Line, int Uses)
{
    /// <summary>The phrases of a set, in their file's order.</summary>
    public static IReadOnlyList<PhraseName> In(TemplateSet set)
    {
        if (set.Sections.GetValueOrDefault(Narrator.PhrasesFile)?.Text is not { } text)
        {
            return [];
        }

        var calls = set.Sections.Values.SelectMany(section => Printing().Matches(section.Text)).CountBy(match => match.Groups[1].Value).ToDictionary();
        var phrases = new List<PhraseName>();
        var end = 0;
        foreach (Match match in Definition().Matches(text))
        {
            var notes = Note().Matches(text[end..match.Index]);
            phrases.Add(new PhraseName(
                match.Groups[1].Value,
                [.. match.Groups[2].Value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)],
                notes.Count == 0 ? "" : string.Join('\n', notes[^1].Groups[1].Value.Split('\n').Select(line => line.Trim().TrimStart('#').Trim()).Where(line => line.Length > 0)),
                text.AsSpan(0, match.Index).Count('\n') + 1,
                calls.GetValueOrDefault(match.Groups[1].Value)));
            end = match.Index + match.Length;
        }

        return phrases;
    }

    [GeneratedRegex(@"\{\{[~-]?\s*func\s+([\p{L}_][\p{L}\p{N}_]*)\s*(?:\(([^)]*)\))?")]
    private static partial Regex Definition();

    [GeneratedRegex(@"\{\{[~-]?\s*([\p{L}_][\p{L}\p{N}_]*)")]
    private static partial Regex Printing();

    [GeneratedRegex(@"\{\{[~-]?\s*#(.*?)[~-]?\}\}", RegexOptions.Singleline)]
    private static partial Regex Note();
}
