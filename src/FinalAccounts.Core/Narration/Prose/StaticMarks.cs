using FinalAccounts.Narration.Values;
using Scriban.Syntax;

namespace FinalAccounts.Narration.Prose;

/// <summary>What can be told of a template's own marks before it runs: that they lie too deep in each other. Lint, preview, trial and generation say the same of it.</summary>
internal static class StaticMarks
{
    /// <summary>The finding, at its line; null when there is none.</summary>
    public static Finding? Objection(string file, string text, ScriptNode page)
    {
        // Code stands for nothing here but its lines.
        var own = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            own[i] = text[i] == '\n' ? '\n' : ' ';
        }

        var waiting = new Stack<ScriptNode>([page]);
        while (waiting.TryPop(out var node))
        {
            if (node is ScriptRawStatement { Span: var span } && span.Start.Offset >= 0 && span.End.Offset < text.Length)
            {
                text.CopyTo(span.Start.Offset, own, span.Start.Offset, span.End.Offset - span.Start.Offset + 1);
            }

            foreach (var child in node.Children)
            {
                waiting.Push(child);
            }
        }

        var trimmed = string.Join('\n', new string(own).Split('\n').Select(line => line.Replace("\r", "", StringComparison.Ordinal).Trim(' ', '\t')));
        var (_, objection, at) = MarkdownParsing.Parse(trimmed);
        return objection is null ? null : new Finding(Severity.Error, NarrationRules.Limit, objection, [new Place(file, Line: at + 1, Column: 1)]);
    }
}
