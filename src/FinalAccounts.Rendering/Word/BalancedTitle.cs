using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word;

/// <summary>Centred titles of more than one line: narrowed by equal indents, so that their lines are about equally long. Word has no setting for it.</summary>
internal static class BalancedTitle
{
    /// <summary>The lines that the text takes in this width and size, estimated.</summary>
    public static int Lines(string text, int width, double size) =>
        Math.Max(1, (int)Math.Ceiling(Characters(text) * Measure.Twips(size) / width));

    /// <summary>Indents the paragraph where its text needs more than one line.</summary>
    public static void Apply(W.Paragraph paragraph, string text, int width, double size)
    {
        var lines = Lines(text, width, size);
        if (lines == 1)
        {
            return;
        }

        // One character more than a line's share, for what may not stand at a line's edge.
        var target = ((Characters(text) / lines) + 1) * Measure.Twips(size);
        var indent = (int)((width - target) / 2);
        if (indent > 0)
        {
            var twips = Measure.Invariant(indent);
            paragraph.ParagraphProperties!.Indentation = new W.Indentation { Left = twips, Right = twips };
        }
    }

    // A Latin letter or digit takes about half the room of a Chinese character.
    private static double Characters(string text) => text.Sum(character => char.IsAscii(character) ? 0.5 : 1);
}
