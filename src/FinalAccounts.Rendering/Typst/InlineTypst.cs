using FinalAccounts.Documents;
using FinalAccounts.Rendering.Layout;

namespace FinalAccounts.Rendering.Typst;

/// <summary>The parts of a line as one expression.</summary>
internal static class InlineTypst
{
    /// <summary>An expression of content: a literal, or a block that joins several.</summary>
    public static void Write(TypstWriter output, IReadOnlyList<Inline> inlines)
    {
        if (inlines is [Text text])
        {
            output.Text(text.Value);
            return;
        }

        if (inlines is [Figure figure])
        {
            output.Text(figure.Text);
            return;
        }

        output.Raw("{");
        foreach (var inline in inlines)
        {
            Write(output, inline);
            output.Raw(";");
        }

        output.Raw(inlines.Count == 0 ? "[]}" : "}");
    }

    /// <summary>The text of a paragraph: neither begins a line with a middle dot, nor ends with a line of one or two characters.</summary>
    public static void WriteParagraph(TypstWriter output, IReadOnlyList<Inline> inlines)
    {
        output.Raw("{");
        for (var index = 0; index < inlines.Count;)
        {
            var plain = inlines.Skip(index).TakeWhile(inline => inline is Text or Figure).ToList();
            if (plain.Count == 0)
            {
                Write(output, inlines[index++]);
                output.Raw(";");
                continue;
            }

            index += plain.Count;
            foreach (var (text, whole) in LineRuns.Of(DocumentText.Of(plain), ends: index == inlines.Count))
            {
                output.Raw(whole ? "whole(" : "").Text(text).Raw(whole ? ");" : ";");
            }
        }

        output.Raw(inlines.Count == 0 ? "[]}" : "}");
    }

    private static void Write(TypstWriter output, Inline inline)
    {
        switch (inline)
        {
            case Text text: output.Text(text.Value); break;
            case Figure figure: output.Text(figure.Text); break;
            case LineBreak: output.Raw("linebreak()"); break;
            case Checkbox box: output.Text(box.Checked ? "☑" : "☐"); break;
            case Strong strong:
                output.Raw("strong(");
                Write(output, strong.Inlines);
                output.Raw(")");
                break;
            default: throw new NotSupportedException($"Typst has no writer for {inline.GetType().Name}.");
        }
    }
}
