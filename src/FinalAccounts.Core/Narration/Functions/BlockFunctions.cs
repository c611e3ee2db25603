using FinalAccounts.Formatting;
using FinalAccounts.Narration.Values;

namespace FinalAccounts.Narration.Functions;

/// <summary>Helpers that print whole blocks: paragraphs of facts, charts, small tables.</summary>
/// <param name="chart">The chart with this name; null where it would tell nothing.</param>
internal sealed class BlockFunctions(FigurePrinter printer, Func<FunctionCall, Chart?> chart)
{
    // A column of this name counts the rows where the records do not number themselves.
    private const string Counted = "序号";

    public IEnumerable<TemplateFunction> All =>
    [
        new("段落", "{{ 段落 资料.主要职责 }}", "", "按“级次”把“内容”印成标题和段落：一级、二级是标题，三级和正文是段落", 1, 1, Paragraphs),
        new("图", "{{ 图 \"收支总计变动\" }}", "", "charts.yaml 里定的图；说明不了什么的（见 leastValues、leastShare）不印", 1, 1, call => new PrintedBlocks(chart(call) is { } made ? [made] : [])),
        new("表", "{{ 表 资料.出国费用 \"费用\" \"金额\" }}", "", "小表：一条记录一行，列出写明的各栏；金额以万元印出，“序号”一栏由程序编号", 2, 12, SmallTable),
    ];

    private static PrintedBlocks Paragraphs(FunctionCall call)
    {
        var blocks = new List<Block>();
        foreach (var item in call.List())
        {
            call.Cancellation.ThrowIfCancellationRequested();
            var level = TextValue.Of(call.Member(item, "级次"));
            if (call.Member(item, "内容") is not TextValue { Text: { } text } content)
            {
                throw call.Member(item, "内容") is CellValue blank ? call.Missing(blank.Missing) : call.Misuse("“段落”要“级次”和“内容”两项文字");
            }

            foreach (var (line, index) in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((line, i) => (line, i)))
            {
                call.Makes(new PrintedSize(2, line.Length));
                IReadOnlyList<Inline> inlines = [new Text(line, content.Origin)];
                blocks.Add((level, index) switch
                {
                    ("一级" or "二级", _) when !HeadingText.Looks(line) => new Paragraph(inlines),
                    ("一级", 0) => new Heading(3, inlines, ""),
                    ("二级", 0) => new Heading(4, inlines, ""),
                    ("一级" or "二级" or "三级" or "正文", _) => new Paragraph(inlines),
                    _ => throw call.Misuse($"“{call.ListLabel()}”的级次“{level}”不认识：应当是一级、二级、三级或正文"),
                });
            }
        }

        return call.Made(new PrintedBlocks(blocks));
    }

    private PrintedBlocks SmallTable(FunctionCall call)
    {
        var columns = Enumerable.Range(1, call.Count - 1).Select(call.Text).ToList();
        var list = call.List();
        call.Makes(new PrintedSize(((long)list.Count + 1) * (columns.Count * 2 + 1), 0));
        var rows = list.Select((item, at) => columns.Select(column => Counts(item, column) ? at + 1 : call.Member(item, column)).ToList()).ToList();
        var isNumber = columns.Select((_, i) => rows.Exists(row => row[i] is FigureValue)).ToList();
        var money = columns.Select((_, i) => rows.Exists(row => row[i] is FigureValue { IsMoney: true })).ToList();
        var table = new Table(
            "",
            columns.Select((column, i) => column == Counted ? new TableColumn(0.3, CellAlign.Center) : new TableColumn(1, isNumber[i] ? CellAlign.Right : CellAlign.Left)).ToList(),
            [new TableRow(columns.Select((column, i) => Header(column + (money[i] ? "（万元）" : ""))).ToList())],
            rows.ConvertAll(row => new TableRow(row.ConvertAll(value => new TableCell(Cell(call, value))))));
        call.Makes(new PrintedSize(0, PrintedSize.Of(table).Characters));
        return call.Made(new PrintedBlocks([table]));
    }

    private static bool Counts(object? item, string column) => column == Counted && (item as DataObject)?.Member(Counted) is null;

    private static TableCell Header(string text) => new([new Text(text)]) { Header = true, Align = CellAlign.Center };

    private IReadOnlyList<Inline> Cell(FunctionCall call, object value) => value switch
    {
        int number => [new Text($"{number}")],
        CellValue { IsPresent: false } => [],
        FigureValue { IsMoney: true, Value: { } yuan } money => [FigurePrinter.TableAmount(yuan, money.Origin)],
        FigureValue { Unit: FigureValue.Ratio, Value: { } ratio } share => [printer.Percent(ratio, share.Origin)],
        FigureValue { Value: { } number } figure => [new Figure(Formatting.ChineseText.Plain(number), number, figure.Unit, figure.Origin)],
        TextValue { Text: { } text } data => [new Text(text, data.Origin)],
        DateValue { Date: { } date } data => [new Text(Formatting.ChineseText.Date(date, data.Exactness), data.Origin)],
        _ => throw call.Misuse("“表”的各栏要数、文字或日期"),
    };
}
