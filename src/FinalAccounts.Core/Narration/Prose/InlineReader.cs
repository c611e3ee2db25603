using FinalAccounts.Narration.Values;
using Markdig.Syntax.Inlines;
using Inline = FinalAccounts.Documents.Inline;

namespace FinalAccounts.Narration.Prose;

/// <summary>Turns Markdig's inlines into ours, putting what markers stand for in their places.</summary>
/// <param name="trace">Remembers which template line printed each inline; null when nobody asks.</param>
internal sealed class InlineReader(Markers markers, Action<string> reject, InlineTrace? trace = null)
{
    /// <summary>Inlines and blocks in reading order; neighbouring template text is one <see cref="Text"/>.</summary>
    public IReadOnlyList<object> Read(ContainerInline? container)
    {
        var parts = new List<object>();
        foreach (var inline in container ?? [])
        {
            Add(parts, inline);
        }

        return parts;
    }

    private void Add(List<object> parts, Markdig.Syntax.Inlines.Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                AddText(parts, literal.Content.ToString(), literal.Span.Start);
                break;
            case LineBreakInline { IsHard: false }:
                break;
            case EmphasisInline emphasis:
                AddStrong(parts, Read(emphasis));
                break;
            case HtmlEntityInline entity:
                reject($"不能写 HTML 的字符代码（{entity.Original}），请直接写那个字");
                break;
            case HtmlInline html:
                reject($"不能写 HTML 标记（{html.Tag}）：要印出小于号请写“＜”");
                break;
            case LinkInline { IsImage: true }:
                reject("不能插入图片：图用 {{ 图 \"名称\" }}");
                break;
            case LinkInline or AutolinkInline:
                reject("不能写链接");
                break;
            case CodeInline:
                reject("不能用反引号");
                break;
            case LineBreakInline:
                reject("行末的“\\”没有用处，请删去");
                break;
            case ContainerInline other:
                foreach (var child in other)
                {
                    Add(parts, child);
                }

                break;
            default:
                reject("这里的写法不在可用的格式之内");
                break;
        }
    }

    private void AddStrong(List<object> parts, IReadOnlyList<object> inside)
    {
        if (inside.OfType<PrintedBlocks>().Any())
        {
            reject("图、表和段落要独占一段，不能加粗");
        }

        if (inside.OfType<Text>().Any(text => text.Value.Contains('\n')))
        {
            reject("加粗的资料分了段：加粗只能在一段之内");
        }

        parts.Add(new Strong(inside.OfType<Inline>().ToList()));
    }

    private void AddText(List<object> parts, string text, int at)
    {
        if (markers.Split(text) is not { } pieces)
        {
            reject("数据的标记被拆开了：不要截取或改动要印出的内容");
            return;
        }

        foreach (var (piece, offset) in pieces)
        {
            switch (piece)
            {
                case string plain when trace is not null:
                    parts.AddRange(trace.Divide(plain, at + offset));
                    break;
                case Printed printed when trace is not null:
                    parts.AddRange(printed.Inlines.Select(inline => trace.Add(inline, at + offset)));
                    break;
                case string plain when parts is [.., Text { Origin: null } before]:
                    parts[^1] = new Text(before.Value + plain);
                    break;
                case string plain:
                    parts.Add(new Text(plain));
                    break;
                case Printed printed:
                    parts.AddRange(printed.Inlines);
                    break;
                default:
                    parts.Add(piece);
                    break;
            }
        }
    }
}
