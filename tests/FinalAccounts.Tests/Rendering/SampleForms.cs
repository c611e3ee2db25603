using FinalAccounts.Documents;
using static FinalAccounts.Tests.Rendering.SampleDocument;
using static FinalAccounts.Tests.Rendering.SampleTables;

namespace FinalAccounts.Tests.Rendering;

/// <summary>An annex of the sample: a self-evaluation form with spans over pages and boxes, and its summary.</summary>
internal static class SampleForms
{
    internal static IReadOnlyList<Block> Annex(int number)
    {
        List<Block> blocks = [];
        if (number == 1)
        {
            blocks.Add(PartTitle("p6", "第六部分　附件"));
        }

        blocks.AddRange(
        [
            TableTitle($"a{number}-form", $"2023年度第{number}号业务经费项目自评表", $"附件{number}：第{number}号业务经费项目自评表"),
            Form(number),
            Note("备注："),
            Note("1.预算执行情况口径：预算数为调整后财政资金总额（包括上年结余结转），执行数为资金使用单位财政资金实际支出数。"),
            Note("2.定量指标计分原则：正向指标（即目标值为≥X，得分=权重×B/A），反向指标（即目标值为≤X，得分=权重×A/B），得分不得突破权重总额。"),
            new PageBreak(),
            new Heading(2, [new Text($"2023年度第{number}号业务经费项目自评结果")], $"a{number}-result") { Style = HeadingStyle.TableTitle },
            new Paragraph([new Text("（摘要版）")], ParagraphStyle.Centered),
            new Heading(3, [new Text("一、自评结论")], $"a{number}-result-1"),
            new Heading(4, [new Text("（一）自评得分")], $"a{number}-result-1-1"),
            Body($"2023年度第{number}号业务经费项目自评得分为99.7分。"),
        ]);
        for (var line = 1; line <= 18; line++)
        {
            blocks.Add(Body($"（{line}）项目实施保障了科学高效的社会化服务机制，增强了群众服务便民性，第{line}项指标目标完成，成本得到有效控制，群众满意度达到100%。"));
        }

        return blocks;
    }

    private static Table Form(int number)
    {
        TableColumn[] columns =
        [
            new(12, CellAlign.Center), new(10, CellAlign.Center), new(14, CellAlign.Center), new(28), new(13, CellAlign.Center), new(13, CellAlign.Center), new(10, CellAlign.Center),
        ];
        List<TableRow> rows =
        [
            new([Head("项目名称"), Center($"第{number}号业务经费", 6)]),
            new([Head("主管部门"), Center("办公室", 3), Head("项目实施单位"), Center("数据资源科", 2)]),
            new([Head("项目类别"), new TableCell([
                new Text("1、部门预算项目"), new Checkbox(true), new Text(" 2、区级专项"), new Checkbox(false), new Text(" 3、转移支付项目"), new Checkbox(false),
            ]) { ColumnSpan = 6, Align = CellAlign.Left }]),
            new([Head("预算执行情况（万元）（20分）", rows: 2), Head("", 2), Head("预算数（A）"), Head("执行数（B）"), Head("执行率（B/A）"), Head("得分（20分*执行率）")]),
            new([Head("年度财政资金总额", 2), new TableCell([Money(1765.84m)]) { Align = CellAlign.Center }, Amount(1765.84m), Center("100%"), Center("20分")]),
        ];
        var indicators = number % 2 == 0 ? 60 : 14;
        for (var line = 0; line <= indicators; line++)
        {
            List<TableCell> cells = [];
            if (line == 0)
            {
                cells.AddRange([
                    Head("年度绩效目标（80分）", rows: indicators + 1), Head("一级指标"), Head("二级指标"), Head("三级指标"), Head("年初目标值（A）"), Head("实际完成值（B）"), Head("得分"),
                ]);
            }
            else
            {
                if (line == 1)
                {
                    cells.Add(Head("产出指标（40分）", rows: indicators - 4));
                }
                else if (line == indicators - 3)
                {
                    cells.Add(Head("满意度指标（20分）", rows: 4));
                }

                if (line == 1)
                {
                    cells.Add(Head("数量指标（20分）", rows: indicators - 4));
                }
                else if (line == indicators - 3)
                {
                    cells.Add(Head("社会公众或服务对象满意度指标（20分）", rows: 4));
                }

                cells.AddRange([Words(line % 5 == 0 ? "加速推进社会治安综合治理工作现代化进程，提高基层工作效率和精细化水平（5分）" : $"第{line}项系统运行维护数（5分）"), Center("≥95%"), Center("99.77%"), Center("5分")]);
            }

            rows.Add(new TableRow(cells));
        }

        rows.Add(new TableRow([Head("总分"), Center("99.7分", 6)]) { Total = true });
        rows.Add(new TableRow([Head("偏差大或目标未完成原因分析"), new TableCell([new Text("预算执行率达标，"), new LineBreak(), new Text("目标完成情况无偏差。")]) { ColumnSpan = 6, Align = CellAlign.Left }]));
        return new Table($"f{number}", columns, [], rows)
        {
            Kind = TableKind.Form, Title = $"第{number}号业务经费项目自评表",
            Frame = new TableFrame(null, "单位名称：示范市数据管理局", "填报日期：2024年5月23日"),
        };
    }

    private static TableCell Center(string text, int columns = 1) => Words(text, columns) with { Align = CellAlign.Center };
}
