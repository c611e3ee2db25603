using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word;

/// <summary>Centred titles of more than one line: narrowed by equal indents, so that Word breaks them where <see cref="TitleLines"/> does. Word has no setting for it.</summary>
internal static class BalancedTitle
{
    /// <summary>Indents the paragraph where its text needs more than one line.</summary>
    public static void Apply(W.Paragraph paragraph, IReadOnlyList<string> lines, int width, double size)
    {
        if (lines.Count == 1)
        {
            return;
        }

        // Half a character more than the longest line, for fonts a little wider than their size.
        var indent = (int)((width - ((lines.Max(TitleLines.Width) + 0.5) * Measure.Twips(size))) / 2);
        if (indent > 0)
        {
            var twips = Measure.Invariant(indent);
            paragraph.ParagraphProperties!.Indentation = new W.Indentation { Left = twips, Right = twips };
        }
    }
}
