using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Service.Shell.Components;

namespace FinalAccounts.Service.Units;

/// <summary>The list of units with how far each has come, as a workbook.</summary>
internal static class ProgressSheet
{
    private static readonly string[] Heads = ["单位代码", "单位", "上级单位", "下一步", "数据", "数据错误", "更正", KnownFacts.ApprovedOn, "公开截止", "剩余天数", "版本", "版本状态", "版本错误", "已公开版本"];

    public static Workbook Build(int year, IReadOnlyList<UnitProgress> rows, DateTimeOffset at)
    {
        List<SheetRow> all =
        [
            new([new SheetCell(0, $"{year}年度各单位进度") { Style = SheetStyle.Title, ColumnSpan = Heads.Length }], 30),
            new([.. Heads.Select((head, column) => new SheetCell(column, head) { Style = SheetStyle.Header, Align = CellAlign.Center })]),
            .. rows.Select(row => new SheetRow(Cells(row))),
        ];
        return new Workbook([new Sheet("进度", [14, 40, 30, 12, 10, 10, 8, 14, 14, 10, 8, 12, 10, 12], all) { FrozenRows = 2, Landscape = true }], at, $"{year}年度各单位进度");
    }

    private static SheetCell[] Cells(UnitProgress row)
    {
        var state = row.State;
        return
        [
            new(0, row.Unit.Code), new(1, row.Unit.Name), new(2, row.Unit.Parent?.Name), new(3, NextStepText.Short(state.Next)), new(4, state.ImportNumber is { } number ? $"第{number}次" : null),
            new(5, Number: state.DataErrors), new(6, Number: state.Corrections), new(7) { Date = state.ApprovedOn }, new(8) { Date = state.Deadline }, new(9, Number: state.DaysLeft),
            new(10, Number: state.EditionNumber), new(11, state.EditionState is { } edition ? StateLabels.Of(edition).Text : null), new(12, Number: state.EditionNumber is null ? null : state.EditionErrors),
            new(13, Number: state.PublishedNumber),
        ];
    }
}
