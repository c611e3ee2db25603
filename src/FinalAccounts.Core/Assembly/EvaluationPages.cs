using FinalAccounts.Templates;

namespace FinalAccounts.Assembly;

/// <summary>What the two annexes share: a form on pages of its own, and a result (摘要版) on pages of its own.</summary>
internal sealed class EvaluationPages(FormTexts texts, PageRuns pages)
{
    private const string Digest = "（摘要版）";

    /// <summary>Title, grid in its frame, notes.</summary>
    public void AddForm(FactSource form, string id, IReadOnlyList<TableRow> rows)
    {
        var title = form.Text("表题");
        pages.StartPage(new PageSetup(Kind: PageKind.Tables));
        pages.Add(Heading(title, id, Origin(form, "表题")) with { InContents = true });
        pages.Add(new Table($"{id}-grid", FormRows.Columns, [], rows)
        {
            Kind = TableKind.Form,
            Title = title,
            Frame = new TableFrame(null, Labelled(form, "单位名称"), Labelled(form, "填报日期")),
        });
        if (texts.Notes.Count > 0)
        {
            pages.Add(Note(texts.Label("备注")));
            pages.Add(texts.Notes.Select(Note));
        }
    }

    /// <summary>Title, （摘要版） on a line of its own, and the text.</summary>
    public void AddResult(FactSource form, string title, string id, IEnumerable<Block> text)
    {
        var digest = title.Replace('(', '（').Replace(')', '）').EndsWith(Digest, StringComparison.Ordinal);
        pages.StartPage(new PageSetup());
        pages.Add(Heading(digest ? title[..^Digest.Length].TrimEnd() : title, id, Origin(form, "结果标题")));
        if (digest)
        {
            pages.Add(new Paragraph([new Text(Digest)], ParagraphStyle.Centered));
        }

        pages.Add(text);
    }

    private string Labelled(FactSource form, string field) =>
        $"{texts.Label(field)}：{string.Concat(FactCells.Words(form, field).OfType<Text>().Select(text => text.Value))}";

    private static Origin? Origin(FactSource form, string field) => form.Value(field) is { } value ? form.Origin(field, value) : null;

    private static Heading Heading(string title, string id, Origin? origin) => new(2, [new Text(title, origin)], id) { Style = HeadingStyle.TableTitle };

    private static Paragraph Note(string text) => new([new Text(text)], ParagraphStyle.TableNote);
}
