using FinalAccounts.Documents;

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
