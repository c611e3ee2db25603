using System.Text.RegularExpressions;
using FinalAccounts.Rendering.Layout;

namespace FinalAccounts.Rendering.Typst;

/// <summary>The parts of a line as one expression.</summary>
internal static partial class InlineTypst
{
    /// <summary>An expression of content: a literal, or a block that joins several.</summary>
    public static void Write(TypstWriter output, IReadOnlyList<Inline> inlines, PlaceMarks? marks = null)
    {
        if (inlines is [Text text] && marks is null)
        {
            output.Text(text.Value);
            return;
        }

        if (inlines is [Figure figure] && marks is null)
        {
            output.Text(figure.Text);
            return;
        }

        output.Raw("{");
        foreach (var inline in inlines)
        {
            output.Raw(marks?.Next(inline) ?? "");
            Write(output, inline);
            output.Raw(";");
        }

        output.Raw(inlines.Count == 0 ? "[]}" : "}");
    }

    /// <summary>The text of a paragraph: neither begins a line with a middle dot, nor ends with a line of one or two characters.</summary>
    public static void WriteParagraph(TypstWriter output, IReadOnlyList<Inline> inlines, PlaceMarks? marks = null)
    {
        output.Raw("{");
        for (var index = 0; index < inlines.Count;)
        {
            var plain = inlines.Skip(index).TakeWhile(inline => inline is Text or Figure).ToList();
            if (plain.Count == 0)
            {
                output.Raw(marks?.Next(inlines[index]) ?? "");
                Write(output, inlines[index++]);
                output.Raw(";");
                continue;
            }

            index += plain.Count;
            WriteRuns(output, DocumentText.Of(plain), ends: index == inlines.Count, new Queue<(int, string)>(marks is null ? [] : Marked(plain, marks)));
        }

        output.Raw(inlines.Count == 0 ? "[]}" : "}");
    }

    // The runs of one text, divided where marks stand; a run that stays whole has its marks before it.
    private static void WriteRuns(TypstWriter output, string text, bool ends, Queue<(int At, string Mark)> marks)
    {
        var position = 0;
        foreach (var (run, whole) in LineRuns.Of(text, ends))
        {
            var (start, end) = (position, position + run.Length);
            while (marks.TryPeek(out var next) && next.At < end)
            {
                if (!whole && next.At > start)
                {
                    WriteApart(output, text[start..next.At]);
                    output.Raw(";");
                    start = next.At;
                }

                output.Raw(marks.Dequeue().Mark);
            }

            var stop = whole && run[^1] == '。' ? 1 : 0;
            output.Raw(whole ? "whole({" : "");
            WriteApart(output, text[start..(end - stop)]);
            output.Raw(whole ? "});" : ";").Raw(stop > 0 ? "hanging(\"。\");" : "");
            position = end;
        }
    }

    // Neighbouring marks of punctuation keep a cell each, as in Word: lines break alike, and what reads the text finds it in its order.
    private static void WriteApart(TypstWriter output, string text)
    {
        foreach (var (index, part) in NeighbouringMarks().Split(text).Index())
        {
            output.Raw(index > 0 ? ";breath;" : "").Text(part);
        }
    }

    private static IEnumerable<(int At, string Mark)> Marked(IReadOnlyList<Inline> inlines, PlaceMarks marks)
    {
        var position = 0;
        foreach (var inline in inlines)
        {
            if (marks.Next(inline) is { } mark)
            {
                yield return (position, mark);
            }

            position += DocumentText.Of([inline]).Length;
        }
    }

    [GeneratedRegex("(?<=[）》〉】〕”’])(?!$)|(?<!^)(?=[（《〈【〔“‘])|(?<=[，。、；：？！])(?=[）》〉】〕”’，。、；：？！])")]
    private static partial Regex NeighbouringMarks();

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
