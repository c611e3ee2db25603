using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word;

/// <summary>Word's fields, in their long form: begin, instruction, separator, result, end.</summary>
internal static class WordField
{
    /// <summary>A field with the result that readers see until it is updated.</summary>
    public static IEnumerable<OpenXmlElement> Of(string instruction, string result) =>
        [.. Begin(instruction), WordText.Run(result), End()];

    /// <summary>The opening of a field whose result spans paragraphs.</summary>
    public static IEnumerable<OpenXmlElement> Begin(string instruction) =>
        [Mark(W.FieldCharValues.Begin), Instruction(instruction), Mark(W.FieldCharValues.Separate)];

    public static W.Run End() => Mark(W.FieldCharValues.End);

    /// <summary>A hidden entry for the table of contents.</summary>
    public static IEnumerable<OpenXmlElement> ContentsEntry(string text, int level)
    {
        yield return Hidden(Mark(W.FieldCharValues.Begin));
        yield return Hidden(Instruction($" TC \"{Escaped(text)}\" \\f C \\l {level} "));
        yield return Hidden(Mark(W.FieldCharValues.End));
    }

    private static W.Run Mark(W.FieldCharValues kind) => new(new W.FieldChar { FieldCharType = kind });

    private static W.Run Instruction(string code) =>
        new(new W.FieldCode(WordText.Checked(code)) { Space = SpaceProcessingModeValues.Preserve });

    private static W.Run Hidden(W.Run run)
    {
        run.RunProperties = new W.RunProperties { Vanish = new W.Vanish() };
        return run;
    }

    // Word takes curly quotes in a field code for delimiters as well.
    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("“", "\\“", StringComparison.Ordinal)
        .Replace("”", "\\”", StringComparison.Ordinal);
}
