using FinalAccounts.Documents.Comparison;
using FinalAccounts.Rendering.Html;

namespace FinalAccounts.Rendering.Comparison;

/// <summary>Text that is gone or new: told by element, line and colour, and in words to those who listen.</summary>
internal static class EditsHtml
{
    public static void Write(HtmlWriter output, TextLine line)
    {
        foreach (var edit in line.Edits)
        {
            switch (edit.Kind)
            {
                case EditKind.Removed: Removed(output, edit.Text); break;
                case EditKind.Added: Added(output, edit.Text); break;
                default: Lines(output, edit.Text); break;
            }
        }
    }

    public static void Removed(HtmlWriter output, string text) => Marked(output, "del", "删去", text);

    public static void Added(HtmlWriter output, string text) => Marked(output, "ins", "增加", text);

    private static void Marked(HtmlWriter output, string element, string said, string text)
    {
        if (text.Length > 0)
        {
            output.Raw($"<{element}><span class=\"unseen\">〔{said}〕</span>");
            Lines(output, text);
            output.Raw($"</{element}>");
        }
    }

    private static void Lines(HtmlWriter output, string text)
    {
        foreach (var (index, line) in text.Split('\n').Index())
        {
            output.Raw(index > 0 ? "<br>" : "").Text(line);
        }
    }
}
