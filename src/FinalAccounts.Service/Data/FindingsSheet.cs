using FinalAccounts.Documents;
using FinalAccounts.Rendering.Excel;
using FinalAccounts.Service.Shell.Components;

namespace FinalAccounts.Service.Data;

/// <summary>Findings as a workbook: a row each, the gravest first.</summary>
public static class FindingsSheet
{
    private static readonly string[] Heads = ["程度", "问题", "办法", "位置", "应为", "实为", "相差", "编号"];

    /// <summary>Equal findings give equal workbooks.</summary>
    public static byte[] Xlsx(string title, IReadOnlyList<Finding> findings, DateTimeOffset at)
    {
        List<SheetRow> rows =
        [
            new([new SheetCell(0, $"{title} 核对结果") { Style = SheetStyle.Title, ColumnSpan = Heads.Length }], 30),
            new([new SheetCell(0, FindingsTable.Summary(findings)) { Style = SheetStyle.Hint, ColumnSpan = Heads.Length }]),
            new([.. Heads.Select((head, column) => new SheetCell(column, head) { Style = SheetStyle.Header, Align = CellAlign.Center })]),
        ];
        rows.AddRange(findings.OrderByDescending(finding => finding.Severity).Select(finding => new SheetRow(
        [
            new SheetCell(0, StateLabels.Of(finding.Severity).Text), new SheetCell(1, finding.Message), new SheetCell(2, finding.Remedy), new SheetCell(3, FindingEntry.Printed(finding)),
            new SheetCell(4, finding.Expected), new SheetCell(5, finding.Actual), new SheetCell(6, finding.Difference), new SheetCell(7, finding.Rule),
        ])));
        using var stream = new MemoryStream();
        WorkbookWriter.Write(new Workbook([new Sheet("核对结果", [8, 60, 40, 44, 18, 18, 16, 10], rows) { FrozenRows = 3, Landscape = true }], at, $"{title} 核对结果"), stream);
        return stream.ToArray();
    }
}
