namespace FinalAccounts.Findings;

/// <summary>Findings as a workbook: a row each, the gravest first.</summary>
public static class FindingsSheet
{
    private static readonly string[] Heads = ["程度", "问题", "办法", "位置", "应为", "实为", "相差", "编号"];

    /// <summary>The workbook; write it with the Excel writer. Equal findings give equal workbooks.</summary>
    /// <param name="title">What was checked.</param>
    public static Workbook Build(string title, IReadOnlyList<Finding> findings, DateTimeOffset at)
    {
        List<SheetRow> rows =
        [
            new([new SheetCell(0, $"{title} 核对结果") { Style = SheetStyle.Title, ColumnSpan = Heads.Length }], 30),
            new([new SheetCell(0, FindingWords.Summary(findings)) { Style = SheetStyle.Hint, ColumnSpan = Heads.Length }]),
            new([.. Heads.Select((head, column) => new SheetCell(column, head) { Style = SheetStyle.Header, Align = CellAlign.Center })]),
        ];
        rows.AddRange(findings.OrderByDescending(finding => finding.Severity).Select(finding => new SheetRow(
        [
            new SheetCell(0, FindingWords.Name(finding.Severity)), new SheetCell(1, finding.Message), new SheetCell(2, FindingWords.Remedy(finding)), new SheetCell(3, PlaceRun.Printed(finding.Places)),
            new SheetCell(4, finding.Expected), new SheetCell(5, finding.Actual), new SheetCell(6, finding.Difference), new SheetCell(7, finding.Rule),
        ])));
        return new Workbook([new Sheet("核对结果", [8, 60, 40, 44, 18, 18, 16, 10], rows) { FrozenRows = 3, Landscape = true }], at, $"{title} 核对结果");
    }
}
