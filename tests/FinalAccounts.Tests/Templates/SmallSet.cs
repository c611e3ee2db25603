using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Templates;

/// <summary>A small whole template set: one table of each kind, facts, a few metrics.</summary>
internal static class SmallSet
{
    public static Dictionary<string, string> Files(string set = "小") => new()
    {
        [$"{set}/set.yaml"] = """
            name: 小省 2023年度
            fiscalYear: 2023
            region: 小省
            parent: null
            options: {percentDecimals: 2, listZeroSources: true}
            """,
        [$"{set}/tables/表01.yaml"] = """
            key: 表01
            name: 收入支出决算总表
            title: "{年度}年度收入支出决算总表"
            mark: 公开01表
            kind: fixed
            header:
              - [{text: 收 入, columns: 3}, {text: 支 出, columns: 3}]
              - [项 目, 行次, 金额, 项 目, 行次, 金额]
            blocks:
              - columns:
                  - {key: 项目, role: name, width: 30}
                  - {key: 行次, role: line, width: 6}
                  - {key: 金额, role: value, width: 14}
                rows:
                  - {key: 财政拨款收入, label: 一、财政拨款收入}
                  - 事业收入
                  - 其他收入
                  - {blank: 2}
                  - {key: 收入总计, total: true, aliases: [总计, 合计]}
              - columns:
                  - {key: 项目, role: name, width: 30}
                  - {key: 行次, role: line, width: 6}
                  - {key: 金额, role: value, width: 14}
                rows:
                  - {key: 教育支出, label: 一、教育支出}
                  - {key: 卫生支出, label: 二、卫生支出}
                  - {key: 支出总计, total: true}
            notes:
              - "{行 收入总计}行＝（{行列 财政拨款收入..其他收入}）行"
            """,
        [$"{set}/tables/表03.yaml"] = """
            key: 表03
            name: 支出决算表
            title: "{年度}年度支出决算表"
            mark: null
            kind: subjects
            orientation: landscape
            header:
              - [{text: 编码, columns: 3}, 科目名称, 本年支出合计, 基本支出, 项目支出]
            blocks:
              - columns:
                  - {key: 科目编码, role: code, width: 12, span: 3}
                  - {key: 科目名称, role: name, width: 30}
                  - {key: 本年支出合计, role: value, width: 14}
                  - {key: 基本支出, role: value, width: 14}
                  - {key: 项目支出, role: value, width: 14, aliases: [专项支出], group: 支出}
            emptyStatement: 本单位无支出。
            """,
        [$"{set}/tables/表09.yaml"] = """
            key: 表09
            name: 三公经费表
            title: 三公经费表
            kind: single
            header: [[合计, 接待费]]
            columnNumbers: false
            blocks:
              - columns:
                  - {key: 决算合计, role: value, width: 14}
                  - {key: 决算接待费, role: value, width: 14}
            """,
        [$"{set}/facts.yaml"] = """
            sheets:
              - name: 政府采购
                kind: fields
                fields:
                  - {name: 总额, type: money, unit: 万元, required: true}
                  - {name: 说明, type: prose}
              - name: 出国团组
                kind: records
                fields:
                  - {name: 任务, type: text}
                  - {name: 人次, type: integer, required: true}
              - name: 上年数
                kind: records
                fields:
                  - {name: 指标, type: text, required: true}
                  - {name: 金额, type: money, unit: 万元, required: true}
            """,
        [$"{set}/metrics.yaml"] = """
            - {name: 收支总计, formula: "表01[收入总计]", unit: 元, meaning: 总计}
            - {name: 基本支出占比, formula: "表03[合计, 基本支出] / 表03[合计, 本年支出合计]", unit: 比率, meaning: 占比}
            - {name: 出国人次, formula: 求和(资料.出国团组.人次), unit: 人次, meaning: 人次, prior: "0"}
            """,
        [$"{set}/charts.yaml"] = """
            - name: 收支总计变动
              kind: column
              caption: 收、支决算总计变动情况
              unit: 万元
              categories: ["{上年}年度", "{年度}年度"]
              series:
                - {name: 收、支总计, values: ["上年(收支总计)", 收支总计]}
            """,
        [$"{set}/outline.yaml"] = """
            cover: {title: ["{年度}年度", 部门决算公开], date: "{公开日期}", extras: []}
            contents: 目　录
            parts:
              - title: 第一部分
                titlePage: true
                items:
                  - {title: 一、概况, section: sections/概况.sbn}
                  - {title: 二、总表, table: 表01}
                  - {title: 三、附件, annex: 整体自评}
            """,
        [$"{set}/terms.yaml"] = """
            general:
              - {name: 财政拨款收入, meaning: 指财政拨款。}
            subjects:
              "2010301": {name: 行政运行, meaning: 反映基本支出。}
              "201": {name: 一般公共服务支出}
            """,
        [$"{set}/sections/概况.sbn"] = "{{ 年度 }}\n",
    };

    public static TemplateSetReader Reader(Dictionary<string, string> files) => new(new MemoryTemplateSource(files));

    public static TemplateSet Read()
    {
        var result = Reader(Files()).Read("小");
        Assert.Empty(result.Findings);
        return result.Value!;
    }
}
