using FinalAccounts.Documents.Comparison;
using FinalAccounts.Rendering.Word;

namespace FinalAccounts.Rendering.Comparison.Word;

/// <summary>A comparison as a Word file with tracked changes: accepting all gives the later text, rejecting all the earlier one. The table of contents is that of the later document.</summary>
public static class ComparisonWord
{
    /// <summary>Writes the file to the stream, which is left open. Equal input gives equal bytes.</summary>
    /// <param name="author">Whose changes they are, as Word shows it.</param>
    /// <param name="date">When they were made.</param>
    public static void Render(DocumentComparison comparison, Theme theme, string author, DateTimeOffset date, Stream output)
    {
        WordPackage.Write(output, comparison.After, theme, null, (body, context) =>
        {
            var blocks = new TrackedBlocks(context, new TrackedMarks(author, date));
            body.Write(comparison.After.Sections, section => comparison.Sections[section].Blocks.Select(blocks.Write));
        });
    }
}
