using System.Text.RegularExpressions;
using FinalAccounts.Narration;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Templates.Workbench;

/// <summary>A phrase that a set's sections may call.</summary>
/// <param name="Name">与上年相比.</param>
/// <param name="Parameters">指标, 主语, 各.</param>
/// <param name="Meaning">What its author has noted above it.</param>
internal sealed partial record PhraseName(string Name, IReadOnlyList<string> Parameters, string Meaning)
{
    /// <summary>The phrases of a set, in their file's order.</summary>
    public static IReadOnlyList<PhraseName> In(TemplateSet set)
    {
        if (set.Sections.GetValueOrDefault(Narrator.PhrasesFile)?.Text is not { } text)
        {
            return [];
        }

        var phrases = new List<PhraseName>();
        var end = 0;
        foreach (Match match in Definition().Matches(text))
        {
            var notes = Note().Matches(text[end..match.Index]);
            phrases.Add(new PhraseName(
                match.Groups[1].Value,
                [.. match.Groups[2].Value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)],
                notes.Count == 0 ? "" : string.Join('\n', notes[^1].Groups[1].Value.Split('\n').Select(line => line.Trim().TrimStart('#').Trim()).Where(line => line.Length > 0))));
            end = match.Index + match.Length;
        }

        return phrases;
    }

    [GeneratedRegex(@"\{\{[~-]?\s*func\s+([\p{L}_][\p{L}\p{N}_]*)\s*(?:\(([^)]*)\))?")]
    private static partial Regex Definition();

    [GeneratedRegex(@"\{\{[~-]?\s*#(.*?)[~-]?\}\}", RegexOptions.Singleline)]
    private static partial Regex Note();
}
