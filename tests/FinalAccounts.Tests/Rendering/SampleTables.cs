using FinalAccounts.Documents;
using static FinalAccounts.Tests.Rendering.SampleDocument;

namespace FinalAccounts.Tests.Rendering;

/// <summary>Accounts tables of the sample: two-sided with line numbers, by subject over several pages, a single wide row.</summary>
internal static class SampleTables
{
    internal static IReadOnlyList<Block> Summary()
    {
        TableColumn[] columns =
        [
            new(30), new(6, CellAlign.Center), new(14, CellAlign.Right), new(30), new(6, CellAlign.Center), new(14, CellAlign.Right),
        ];
        TableRow[] header =
        [
            new([Head("收 入", 3), Head("支 出", 3)]),
            new([Head("项 目"), Head("行次"), Head("金额"), Head("项 目"), Head("行次"), Head("金额")]),
            new([Head("栏 次"), Head(""), Head("1"), Head("栏 次"), Head(""), Head("2")]),
        ];
        var rows = Enumerable.Range(1, 31).Select(line => line == 31
            ? new TableRow([Head("总 计"), Words("31"), Amount(95205.29m), Head("总 计"), Words("62"), Amount(95205.29m)]) { Total = true, Key = "收入总计" }
            : new TableRow([
                Words(line <= 8 ? $"收入来源之{line}财政拨款收入" : ""), Words($"{line}"), line == 1 ? Amount(95096.14m) : Words(""),
                Words($"第{line}类支出"), Words($"{line + 31}"), line % 4 == 0 ? Amount(line * 123.45m) : Words(""),
            ])).ToArray();
        return
        [
            TableTitle("t01-title", "2023年度收入支出决算总表", "一、收入支出决算总表"),
            new Table("t01", columns, header, rows)
            {
                Kind = TableKind.Accounts, SheetName = "公开01表", Title = "2023年度收入支出决算总表",
                Frame = new TableFrame("公开01表", $"部门：{Unit}", "金额单位：万元"),
            },
            Note("注：1.本表反映部门本年度的总收支和年末结转结余情况。"),
            Note("2.本套报表金额单位转换时可能存在尾数误差。"),
        ];
    }

    internal static IReadOnlyList<Block> Revenue()
    {
        TableColumn[] columns =
        [
            new(3, CellAlign.Left), new(3, CellAlign.Left), new(3, CellAlign.Left), new(24),
            .. Enumerable.Range(1, 7).Select(_ => new TableColumn(10, CellAlign.Right)),
        ];
        string[] names = ["本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"];
        TableRow[] header =
        [
            new([Head("项 目", 4), .. names.Select(name => Head(name, rows: 3))]),
            new([Head("功能分类科目编码", 3, 2), Head("科目名称", rows: 2)]),
            new([]),
            new([Head("类"), Head("款"), Head("项"), Head("栏 次"), .. Enumerable.Range(1, 7).Select(number => Head($"{number}"))]),
        ];
        var rows = Enumerable.Range(0, 70).Select(index => index == 0
            ? new TableRow([Head("合 计", 4), Amount(95196.89m), Amount(95096.14m), Words(""), Words(""), Words(""), Words(""), Amount(100.75m)]) { Total = true, Key = "合计" }
            : new TableRow([
                Words($"{2010300 + index}", 3), Words(index % 9 == 0 ? "政府办公厅（室）及相关机构事务和其他名称很长的支出科目" : $"第{index}号科目支出"),
                Amount(index * 11.11m), Amount(index * 11.11m), Words(""), Words(""), Words(""), Words(""), Words(""),
            ])
            { Key = $"{2010300 + index}" }).ToArray();
        return
        [
            TableTitle("t02-title", "2023年度收入决算表", "二、收入决算表"),
            new Table("t02", columns, header, rows)
            {
                Kind = TableKind.Accounts, SheetName = "公开02表", Title = "2023年度收入决算表",
                Frame = new TableFrame("公开02表", $"部门：{Unit}", "金额单位：万元"),
            },
            Note("注：本表反映部门本年度取得的各项收入情况。"),
            Note("1栏各行＝（2＋3＋4＋5＋6＋7）栏各行。"),
        ];
    }

    internal static IReadOnlyList<Block> ThreePublicExpenses()
    {
        TableCell[] half =
        [
            Head("合计", rows: 2), Head("因公出国（境）费", rows: 2), Head("公务用车购置及运行维护费", 3), Head("公务接待费", rows: 2),
        ];
        TableCell[] cars = [Head("小计"), Head("公务用车购置费"), Head("公务用车运行维护费")];
        TableRow[] header =
        [
            new([Head("预算数", 6), Head("决算数", 6)]),
            new([.. half, .. half]),
            new([.. cars, .. cars]),
            new(Enumerable.Range(1, 12).Select(number => Head($"{number}")).ToArray()),
        ];
        return
        [
            TableTitle("t09-title", "2023年度财政拨款“三公”经费支出决算表", "三、财政拨款“三公”经费支出决算表"),
            new Table(
                "t09", Enumerable.Range(1, 12).Select(_ => new TableColumn(1, CellAlign.Right)).ToArray(), header,
                [new TableRow(Enumerable.Range(1, 12).Select(number => Amount(number * 10.01m)).ToArray())])
            {
                Kind = TableKind.Accounts, SheetName = "公开09表", Title = "“三公”经费支出决算表",
                Frame = new TableFrame("公开09表", $"部门：{Unit}", "金额单位：万元"),
            },
            Note("注：本表反映部门本年度财政拨款“三公”经费支出预决算情况。"),
        ];
    }

    internal static Table Small() => new(
        "s1", [new TableColumn(2), new TableColumn(1, CellAlign.Right)],
        [new TableRow([Head("事项"), Head("金额（万元）")])],
        [
            new TableRow([Words("会议费"), Amount(12.34m)]),
            new TableRow([new TableCell([new Strong([new Text("培训费")]), new LineBreak(), new Text("（含差旅）")]), Amount(5.60m)]),
        ]);

    internal static Heading TableTitle(string id, string printed, string contents) =>
        new(2, [new Text(printed)], id) { Style = HeadingStyle.TableTitle, InContents = true, ContentsText = contents };

    internal static Paragraph Note(string text) => new([new Text(text)], ParagraphStyle.TableNote);

    internal static TableCell Head(string text, int columns = 1, int rows = 1) =>
        new(text.Length == 0 ? [] : [new Text(text)]) { ColumnSpan = columns, RowSpan = rows, Header = true, Align = CellAlign.Center };

    internal static TableCell Words(string text, int columns = 1, int rows = 1) =>
        new(text.Length == 0 ? [] : [new Text(text)]) { ColumnSpan = columns, RowSpan = rows };

    internal static TableCell Amount(decimal value) => new([Money(value)]);
}
