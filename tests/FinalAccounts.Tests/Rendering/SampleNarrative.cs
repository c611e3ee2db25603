using FinalAccounts.Documents;
using static FinalAccounts.Tests.Rendering.SampleDocument;

namespace FinalAccounts.Tests.Rendering;

/// <summary>Running text of the sample: headings of all levels, paragraphs of all styles, lists, charts.</summary>
internal static class SampleNarrative
{
    internal static IReadOnlyList<Block> Overview()
    {
        List<Block> blocks =
        [
            PartTitle("p1", $"第一部分　{Unit}概况"),
            Title(2, "p1-1", "一、部门主要职责"),
            Title(3, "p1-1-1", "（一）贯彻执行党的路线方针政策", contents: false),
        ];
        for (var number = 1; number <= 24; number++)
        {
            blocks.Add(Body($"{number}、负责统筹推进全市数据资源的归集、治理、共享与开放，组织拟订相关规划、标准和管理办法并监督实施，承担市人民政府交办的第{number}项任务；"));
        }

        blocks.AddRange(
        [
            Title(2, "p1-2", "二、机构设置情况"),
            Body("从单位构成看，示范市数据管理局部门决算由单位本级决算组成，无下属单位。"),
            Title(4, "p1-2-1", "1.内设机构", contents: false),
            new ListBlock(Ordered: true, [[new Text("办公室（人事科）")], [new Text("规划科，负责 <规划> & \"统计\"")], [new Strong([new Text("数据资源科")])]]),
            new ListBlock(Ordered: false, [[new Text("热线中心")], [new Text("信息中心，含"), new Figure("3个", 3, "个", CellOrigin("机构", "", "个数", 3)), new Text("科室")], [new Text("运行维护科")], [new Text("档案馆")]]) { Depths = [0, 0, 1, 0] },
        ]);
        return blocks;
    }

    internal static IReadOnlyList<Block> Explanation()
    {
        List<Block> blocks =
        [
            PartTitle("p3", $"第三部分　2023年度{Unit}部门决算情况说明"),
            Title(2, "p3-1", "一、收入支出决算总体情况说明"),
            new Paragraph([
                new Text("2023年度收、支总计"), Money(95205.29m, "万元"), new Text("。与2022年度相比，收、支总计各增加"), Money(14424.55m, "万元"),
                new Text("，增长"), new Figure("17.9%", 17.9m, "%", CellOrigin("表01", "增长", "金额", 0.179m)),
                new Text("，主要原因："), new Strong([new Text("一是"), new Text("新增项目支出；")]), new Text("二是人员增加。", CellOrigin("原因", "", "收支总计", 0)),
            ]),
            Totals(),
            Title(2, "p3-2", "二、收入决算情况说明"),
            Body("2023年度收入合计由财政拨款收入和其他收入构成，各项收入占比如下图。"),
            Structure(),
            new PageBreak(),
            Title(2, "p3-3", "三、预算绩效情况说明"),
            new Paragraph([new Text("单位公章以下不缩进的一段。")], ParagraphStyle.Plain),
            new Paragraph([new Text("本段有强制换行："), new LineBreak(), new Text("第二行。☆〇㎡ 𠮷")]),
            SampleTables.Small(),
        ];
        for (var number = 1; number <= 60; number++)
        {
            blocks.Add(Body($"第{number}项工作按照年度计划有序推进，预算执行率达到100%，各项绩效目标均已完成，未发现重大偏差；下一步将继续加强监督，完善管理机制，进一步提升预算管理的精细化水平。"));
        }

        return blocks;
    }

    private static Heading Title(int level, string id, string text, bool contents = true) =>
        new(level, [new Text(text)], id) { InContents = contents };

    private static Chart Totals() => new(
        "c1", ChartKind.Column, "图1：收、支决算总计变动情况", "万元", ["2022年度", "2023年度"],
        [new ChartSeries("收入总计", [Money(80780.74m), Money(95205.29m)]), new ChartSeries("支出总计", [null, Money(95205.29m)])]);

    private static Chart Structure() => new(
        "c2", ChartKind.Pie, "图2：收入决算结构", "万元", ["财政拨款收入", "其他收入", "事业收入"],
        [new ChartSeries("本年收入", [Money(95096.14m), Money(100.75m), Money(0m)])]);
}
