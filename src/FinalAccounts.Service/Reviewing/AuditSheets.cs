using FinalAccounts.Documents;

namespace FinalAccounts.Service.Reviewing;

/// <summary>An audit as a workbook for the follow-up: a row for each document, and a row for each finding.</summary>
public static class AuditSheets
{
    private static readonly string[] Overview = ["文件", "单位", "年度", "模板集", "读到的表", "错误", "提醒", "尾差", "未核对的规则"];
    private static readonly string[] Heads = ["文件", "单位", "程度", "问题", "办法", "位置", "应为", "实为", "相差", "编号", "处理情况"];

    public static Workbook Build(IReadOnlyList<AuditedFile> files) => new(
        [
            new Sheet("一览", [40, 30, 8, 18, 10, 8, 8, 8, 14], [Header(Overview), .. files.Select(Row)]) { FrozenRows = 1, Landscape = true },
            new Sheet("问题", [30, 26, 8, 60, 40, 40, 16, 16, 14, 10, 20], [Header(Heads), .. files.SelectMany(Rows)]) { FrozenRows = 1, Landscape = true },
        ],
        DateTimeOffset.Now, "审核结果");

    private static SheetRow Header(string[] heads) =>
        new([.. heads.Select((head, column) => new SheetCell(column, head) { Style = SheetStyle.Header, Align = CellAlign.Center })]);

    private static SheetRow Row(AuditedFile file) => new(
    [
        new SheetCell(0, file.Name), new SheetCell(1, file.Result?.Accounts.UnitName ?? "没有读到"), new SheetCell(2, Number: file.Result?.Accounts.FiscalYear), new SheetCell(3, file.Result?.Set.Set.Key),
        new SheetCell(4, file.Result is { } result ? $"{result.TablesFound}/{result.Tables.Count}" : "—"),
        new SheetCell(5, Number: file.Errors), new SheetCell(6, Number: file.Count(Severity.Warning)), new SheetCell(7, Number: file.Count(Severity.Rounding)), new SheetCell(8, Number: file.NotChecked),
    ]);

    private static IEnumerable<SheetRow> Rows(AuditedFile file) => file.Findings.OrderByDescending(finding => finding.Severity).Select(finding => new SheetRow(
    [
        new SheetCell(0, file.Name), new SheetCell(1, file.Result?.Accounts.UnitName), new SheetCell(2, FindingWords.Name(finding.Severity)), new SheetCell(3, finding.Message),
        new SheetCell(4, FindingWords.Remedy(finding)), new SheetCell(5, PlaceRun.Printed(finding.Places)),
        new SheetCell(6, finding.Expected), new SheetCell(7, finding.Actual), new SheetCell(8, finding.Difference), new SheetCell(9, finding.Rule), new SheetCell(10),
    ]));
}
