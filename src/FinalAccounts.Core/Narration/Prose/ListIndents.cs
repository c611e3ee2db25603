namespace FinalAccounts.Narration.Prose;

/// <summary>
/// Which lines that begin with "- " stand below another item: those that are indented by two characters or more against the first of their list.
/// All other indentation is the author's layout, as where a list stands in a loop.
/// </summary>
internal sealed class ListIndents
{
    private const int Deeper = 2;
    private const int Tab = 4;

    // The levels that are open: where their items stand in the template, and where the parser looks for items below them.
    private readonly List<(int Indent, int Content)> levels = [];
    private bool afterBlank;

    /// <summary>The blanks that the parser needs before the line, which it reads without its own.</summary>
    /// <param name="line">As printed.</param>
    /// <param name="trimmed">Without blanks at its ends.</param>
    public string Before(string line, string trimmed)
    {
        var isItem = trimmed is ['-', ' ' or '\t', ..];
        if (trimmed.Length > 0 && !isItem && (afterBlank || trimmed[0] == '#'))
        {
            // A line right below an item goes on with it; a paragraph or a heading ends the list.
            levels.Clear();
        }

        afterBlank = trimmed.Length == 0;
        return isItem ? Item(line, trimmed) : "";
    }

    private string Item(string line, string trimmed)
    {
        var indent = line.TakeWhile(character => character is ' ' or '\t').Sum(character => character == '\t' ? Tab : 1);
        while (levels.Count > 1 && indent < levels[^1].Indent)
        {
            levels.RemoveAt(levels.Count - 1);
        }

        var isBelow = levels.Count > 0 && indent >= levels[^1].Indent + Deeper;
        if (!isBelow && levels.Count > 0)
        {
            indent = Math.Min(indent, levels[^1].Indent);
            levels.RemoveAt(levels.Count - 1);
        }

        var before = levels.Sum(level => level.Content);
        levels.Add((indent, Content(trimmed)));
        return new string(' ', before);
    }

    // The dash and the blanks behind it, as the parser counts them: more than four are the text's own.
    private static int Content(string trimmed) =>
        trimmed.Skip(1).TakeWhile(character => character == ' ').Count() is var blanks and >= 1 and <= 4 ? 1 + blanks : Deeper;
}
