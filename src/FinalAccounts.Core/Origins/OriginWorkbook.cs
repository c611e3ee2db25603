namespace FinalAccounts.Origins;

/// <summary>The origin report as a workbook: a row for each number of the document.</summary>
public static class OriginWorkbook
{
    private static readonly string[] Heads = ["序号", "所在的节", "数", "上下文", "来源", "公式", "精确值", "单元格", "文件位置"];

    /// <summary>Builds it; equal documents give equal workbooks.</summary>
    public static Workbook Build(OriginReport report, Document document)
    {
        List<SheetRow> rows =
        [
            new([new SheetCell(0, $"{document.Metadata.Title} 数据来源") { Style = SheetStyle.Title, ColumnSpan = Heads.Length }], 30),
            new([new SheetCell(0, $"共{report.Entries.Count}个数，有来源的{report.Known}个，占{report.Share:0.00%}。") { Style = SheetStyle.Hint, ColumnSpan = Heads.Length }]),
            new([.. Heads.Select((head, column) => new SheetCell(column, head) { Style = SheetStyle.Header, Align = CellAlign.Center })]),
        ];
        rows.AddRange(report.Entries.Select((entry, index) => new SheetRow(
        [
            new SheetCell(0, Number: index + 1), new SheetCell(1, entry.Section), new SheetCell(2, entry.Text), new SheetCell(3, entry.Context),
            new SheetCell(4, entry.IsKnown ? entry.Label : "没有来源"), new SheetCell(5, entry.Formula), new SheetCell(6, Number: entry.Exact),
            new SheetCell(7, string.Join('、', entry.Cells)), new SheetCell(8, string.Join('、', entry.Cells.Select(cell => cell.Place).OfType<Place>().Distinct())),
        ])));
        return new Workbook(
            [new Sheet("数据来源", [6, 30, 16, 40, 30, 40, 18, 50, 50], rows) { FrozenRows = 3, Landscape = true }], document.Metadata.Created, $"{document.Metadata.Title} 数据来源");
    }
}
