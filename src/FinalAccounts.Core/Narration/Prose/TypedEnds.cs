namespace FinalAccounts.Narration.Prose;

/// <summary>The marks that an office types at the end of its text, where the template's sentence goes on with its own: “项目增加。”＋“。” is printed with one.</summary>
internal static class TypedEnds
{
    private static readonly char[] Ends = ['。', '；', '，', '、', ' ', '\u3000'];

    /// <summary>Takes them away.</summary>
    /// <param name="changed">Told the text before and after, so that it is still known where it came from.</param>
    public static void Trim(List<Inline> line, Func<Text, Text, Text>? changed)
    {
        for (var i = line.Count - 2; i >= 0; i--)
        {
            if (line[i] is Text { Origin.Cells.Count: > 0 } typed && line[i + 1] is Text { Origin: null, Value: ['。' or '；' or '，', ..] } && typed.Value.TrimEnd(Ends) is { Length: > 0 } text && text.Length < typed.Value.Length)
            {
                var trimmed = typed with { Value = text };
                changed?.Invoke(typed, trimmed);
                line[i] = trimmed;
            }
        }
    }
}
