using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Import;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Import;

/// <summary>A small template set and workbooks that fit it; tests change one thing in the drawings.</summary>
internal static class ImportCase
{
    public const string Unit = "测试局（本级）";

    public const string Table01 = """
        2023年度收入支出决算总表|<|<|<|<|<
        |||||公开01表
        部门：测试局（本级）|||||金额单位：万元
        收　入|<|<|支　出|<|<
        项　目|行次|金额|项　目|行次|金额
        栏　次||1|栏　次||2
        一、一般公共预算财政拨款收入|1|=100.5|一、一般公共服务支出|5|=90.25
        二、其他收入|2||二、外交支出|6|
        本年收入合计|3|=100.5|本年支出合计|7|=90.25
        年初结转和结余|4|=8.4|年末结转和结余|8|=18.65
        总　计|4|=108.9|总　计|9|=108.9
        注：1.本表反映部门本年度的总收支和年末结转结余情况。
        3行＝（1＋2）行；
        """;

    public const string Table03 = """
        2023年度支出决算表|<|<|<|<|<|<
        部门：测试局（本级）||||||金额单位：万元
        项　目|<|<|<|本年支出合计|基本支出|项目支出
        功能分类科目编码|<|<|科目名称|^|^|^
        类|款|项|栏次|1|2|3
        |||合　计|=90.25|=60|=30.25
        201|<|<|一般公共服务支出|=90.25|=60|=30.25
        20103|<|<|政府办公厅（室）及相关机构事务|=90.25|=60|=30.25
        2010301|<|<|行政运行|=60|=60|
        2010302|<|<|一般行政管理事务|=30.25||=30.25
        注：本表反映部门本年度各项支出情况。
        """;

    public const string Table04 = """
        2023年度财政拨款收入支出决算总表|<|<|<|<|<|<
        部门：测试局（本级）||||||金额单位：万元
        收　入|<|<|支　出|<|<|<
        项　目|行次|决算数|项　目|行次|决　算　数|<
        ^|^|^|^|^|合　计|一般公共预算财政拨款
        栏　次||1|栏　次||2|3
        一、一般公共预算财政拨款|1|=100.5|一、一般公共服务支出|4|=90.25|=90.25
        本年收入合计|2|=100.5|本年支出合计|5|=90.25|=90.25
        年初财政拨款结转和结余|2|=8.4|年末财政拨款结转和结余|6|=18.65|=18.65
        一般公共预算财政拨款|2|=8.4||||
        总　计|3|=108.9|总　计|6|=108.9|=108.9
        """;

    public const string Table06 = """
        2023年度一般公共预算财政拨款基本支出决算明细表|<|<|<|<|<|<|<|<
        部门：测试局（本级）||||||||金额单位：万元
        人员经费|<|<|公用经费|<|<|<|<|<
        科目代码|科目名称|决算数|科目代码|科目名称|决算数|科目代码|科目名称|决算数
        301|工资福利支出|=40|302|商品和服务支出|=15|310|资本性支出|=5
        30101|基本工资|=40|30201|办公费|=15|31002|办公设备购置|=5
        人员经费合计|<|=40|公用经费合计|<|<|<|<|=20
        """;

    public const string Table07 = """
        2023年度政府性基金预算财政拨款收入支出决算表|<|<|<|<|<|<
        部门：测试局（本级）||||||金额单位：万元
        项　目|<|<|<|年初结转和结余|本年收入|本年支出
        功能分类科目编码|<|<|科目名称|^|^|小计
        类|款|项|栏次|1|2|3
        |||合　计|||
        注：本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。
        """;

    public const string Table09 = """
        2023年度财政拨款“三公”经费支出决算表|<|<|<|<|<|<|<|<|<
        部门：测试局（本级）|||||||||金额单位：万元
        预算数|<|<|<|<|决算数|<|<|<|<
        合计|因公出国（境）费|公务用车购置及运行维护费|<|公务接待费|合计|因公出国（境）费|公务用车购置及运行维护费|<|公务接待费
        ^|^|小计|公务用车购置费|^|^|^|小计|公务用车购置费|^
        1|2|3|4|5|6|7|8|9|10
        =15|=1|=12|=6|=2|=14|=1|=11.5|=5.5|=1.5
        注：本表反映部门本年度财政拨款“三公”经费支出预决算情况。
        """;

    public static IReadOnlyList<string> Drawings => [Table01, Table03, Table04, Table06, Table07, Table09];

    public static TemplateSet Set { get; } = new("测试", "测试", 2023, "测试", null)
    {
        Tables = [T01(), T03(), T04(), T06(), T07(), T09()],
        Facts = new FactsSchema(
        [
            new FactSheetSchema("基本情况", false, "单位和公开的基本信息。",
            [
                Field("公开名称", FactType.Text, true),
                Field("公开层级", FactType.Choice, true, options: ["部门", "单位", "本级"]),
                Field("年度", FactType.Integer, true),
                Field("公开日期", FactType.Date),
                Field("涉密项目", FactType.Flag),
                Field("执行率", FactType.Percent),
                Field("得分", FactType.Decimal),
                Field("采购总额", FactType.Money, unit: "万元"),
                Field("说明", FactType.Prose),
            ]),
            new FactSheetSchema("出国费用", true, null, [Field("费用", FactType.Text, true), Field("金额", FactType.Money, true, "万元")]),
        ]),
        Metrics = [],
        Outline = new Outline(new OutlineCover([], "", []), []),
        Sections = new Dictionary<string, SectionTemplate>(),
        Terms = new Terms([], new[] { "201", "20103", "2010301", "2010302", "202" }.ToDictionary(code => code, code => new Subject(code, code, null))),
        Rules = [],
        Theme = new Theme(),
        Options = new SetOptions(),
    };

    /// <summary>Each table on a sheet of its own, after one textual change (which must hit).</summary>
    public static XlsxBuilder Workbook(string? from = null, string? to = null)
    {
        var builder = new XlsxBuilder();
        var hit = from is null;
        for (var i = 0; i < Drawings.Count; i++)
        {
            var drawing = from is null ? Drawings[i] : Drawings[i].Replace(from, to, StringComparison.Ordinal);
            hit |= drawing != Drawings[i];
            builder.Sheet($"公开{i + 1}", drawing);
        }

        Assert.True(hit, $"“{from}” stands in no drawing");
        return builder;
    }

    public static Result<DepartmentAccounts> Import(XlsxBuilder workbook) =>
        Importer.Import(new ImportRequest { Tables = workbook.File() }, Set, CancellationToken.None);

    public static Result<DepartmentAccounts> Import(ImportFile file) =>
        Importer.Import(new ImportRequest { Tables = file }, Set, CancellationToken.None);

    /// <summary>Findings as people read them: code, place, message.</summary>
    public static string Print(IEnumerable<Finding> findings) => string.Join("\n", findings.Select(finding =>
        $"{finding.Severity} {finding.Rule} {string.Join("; ", finding.Places.Take(1))} {finding.Message}"));

    private static FactField Field(string name, FactType type, bool required = false, string? unit = null, string[]? options = null) =>
        new(name, type, required, unit, null, options ?? []);

    private static LayoutColumn Value(string key, params string[] aliases) => new(key, ColumnRole.Value, 10) { Aliases = aliases };

    private static LayoutColumn Value(string group, string key, string alias) => new(key, ColumnRole.Value, 10) { Group = group, Aliases = [alias] };

    private static LayoutRow Row(string label, string? key = null, bool total = false, string? code = null) => new(key ?? label, label) { Total = total, Code = code };

    private static LayoutColumn[] Named(params LayoutColumn[] values) =>
        [new LayoutColumn("项目", ColumnRole.Name, 10), new LayoutColumn("行次", ColumnRole.Line, 5), .. values];

    private static LayoutColumn[] Coded(int span, params LayoutColumn[] values) =>
        [new LayoutColumn("科目编码", ColumnRole.Code, 10, span), new LayoutColumn("科目名称", ColumnRole.Name, 10), .. values];

    private static TableLayout Layout(string key, string name, RowKind kind, params LayoutBlock[] blocks) =>
        new(key, name, "{年度}年度" + name, null, kind, PageOrientation.Portrait, blocks, [], []);

    private static TableLayout T01() => Layout("表01", "收入支出决算总表", RowKind.Fixed,
        new LayoutBlock(Named(Value("金额")), [Row("一、一般公共预算财政拨款收入", "一般公共预算财政拨款收入"), Row("二、其他收入", "其他收入"), Row("本年收入合计", total: true), Row("年初结转和结余"), Row("总　计", "收入总计", true)]),
        new LayoutBlock(Named(Value("金额")), [Row("一、一般公共服务支出", "一般公共服务支出"), Row("二、外交支出", "外交支出"), Row("本年支出合计", total: true), Row("年末结转和结余"), Row("总　计", "支出总计", true)]));

    private static TableLayout T03() => Layout("表03", "支出决算表", RowKind.Subjects,
        new LayoutBlock(Coded(3, Value("本年支出合计"), Value("基本支出"), Value("项目支出")), []));

    private static TableLayout T04() => Layout("表04", "财政拨款收入支出决算总表", RowKind.Fixed,
        new LayoutBlock(Named(Value("决算数")), [Row("一、一般公共预算财政拨款", "一般公共预算财政拨款"), Row("本年收入合计", total: true), Row("年初财政拨款结转和结余"), Row("一般公共预算财政拨款", "年初一般公共预算财政拨款"), Row("总　计", "收入总计", true)]),
        new LayoutBlock(Named(Value("合计"), Value("一般公共预算财政拨款")), [Row("一、一般公共服务支出", "一般公共服务支出"), Row("本年支出合计", total: true), Row("年末财政拨款结转和结余"), Row("总　计", "支出总计", true)]));

    private static TableLayout T06() => Layout("表06", "一般公共预算财政拨款基本支出决算明细表", RowKind.Fixed,
        new LayoutBlock(Coded(1, Value("决算数")), [Row("工资福利支出", "301", code: "301"), Row("基本工资", "30101", code: "30101"), Row("人员经费合计", total: true)]),
        new LayoutBlock(Coded(1, Value("决算数")), [Row("商品和服务支出", "302", code: "302"), Row("办公费", "30201", code: "30201")]),
        new LayoutBlock(Coded(1, Value("决算数")), [Row("资本性支出", "310", code: "310"), Row("办公设备购置", "31002", code: "31002"), Row("公用经费合计", total: true)]));

    private static TableLayout T07() => Layout("表07", "政府性基金预算财政拨款收入支出决算表", RowKind.Subjects,
        new LayoutBlock(Coded(3, Value("年初结转和结余"), Value("本年收入"), Value("小计", "本年支出")), [])) with
    { EmptyStatement = "本单位无政府性基金收入支出" };

    private static TableLayout T09() => Layout("表09", "财政拨款“三公”经费支出决算表", RowKind.Single,
        new LayoutBlock(
        [
            Value("预算数", "预算合计", "合计"), Value("预算数", "预算出国", "因公出国（境）费"), Value("预算数", "预算用车小计", "小计"), Value("预算数", "预算用车购置", "公务用车购置费"), Value("预算数", "预算接待", "公务接待费"),
            Value("决算数", "决算合计", "合计"), Value("决算数", "决算出国", "因公出国（境）费"), Value("决算数", "决算用车小计", "小计"), Value("决算数", "决算用车购置", "公务用车购置费"), Value("决算数", "决算接待", "公务接待费"),
        ],
        []));
}
