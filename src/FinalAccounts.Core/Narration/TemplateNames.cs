using FinalAccounts.Accounts;
using FinalAccounts.Formulas;
using FinalAccounts.Narration.Data;
using FinalAccounts.Narration.Values;
using FinalAccounts.Templates;

namespace FinalAccounts.Narration;

/// <summary>All that a set's templates may name, each with its value for one unit: for completion and for picking.</summary>
/// <param name="Groups">指标, 资料, 表, 帮助函数, 图 and other names, in the order people look for them.</param>
/// <param name="Members">What may stand after a dot: by 资料, 资料.政府采购, 表05.类 …</param>
public sealed record TemplateNames(IReadOnlyList<NameGroup> Groups, IReadOnlyDictionary<string, IReadOnlyList<TemplateName>> Members)
{
    private const string Row = "类";

    private static readonly string[] OfEveryRow = ["名称", "编码"];

    /// <summary>Names of single values beside the metrics, with what they mean.</summary>
    internal static readonly IReadOnlyList<(string Name, string Meaning)> Values =
        [("年度", "决算年度"), ("上年", "决算年度的上一年"), (KnownFacts.UnitName, "单位全称"), (KnownFacts.PublicName, "封面和标题使用的名称")];

    internal const string TermsMeaning = "名词解释，逐条有 .名称 .释义";

    /// <summary>The names of a set for these accounts.</summary>
    public static TemplateNames Of(CompiledSet compiled, DepartmentAccounts accounts)
    {
        var (set, data) = (compiled.Set, NarrationData.Of(accounts, compiled));
        var options = set.Options;
        var members = new Dictionary<string, IReadOnlyList<TemplateName>>(StringComparer.Ordinal);
        foreach (var sheet in set.Facts.Sheets)
        {
            members[$"资料.{sheet.Name}"] = [.. sheet.Fields.Select(field => Field(sheet, field, data, options))];
        }

        members["资料"] = [.. set.Facts.Sheets.Select(sheet => Sheet(sheet, data))];
        foreach (var table in set.Tables)
        {
            members[table.Key] = Parts(table);
            foreach (var level in new[] { "行", "类", "款", "项" })
            {
                members[$"{table.Key}.{level}"] = Columns(table, data, level, options);
            }
        }

        members["通用名词"] = [new("名称", "", null, "", "词"), new("释义", "", null, "", "解释")];
        var choices = (DataRecord)data.Globals["选项"]!;
        members["选项"] = [.. choices.Members.Select(name => new TemplateName(
            name, "", SampleValues.Shown(choices.Member(name), options), $"{{{{ if 选项.{name} }}}}", OptionMeaning(choices.Member(name))))];
        members["原因"] = [.. ((DataLookup)data.Globals["原因"]!).Members.Select(name => new TemplateName(
            name, "", SampleValues.Shown(((DataLookup)data.Globals["原因"]!).Member(name), options), $"{{{{ 原因.{name} }}}}", "文字资料“原因说明”中的原因"))];
        return new TemplateNames(
            [
                new NameGroup("指标", [.. new MetricBook(compiled, accounts).Metrics.Select(metric => Metric(metric, options))]),
                new NameGroup("资料", [.. members["资料"].Select(sheet => sheet with { Name = $"资料.{sheet.Name}" })]),
                new NameGroup("表", [.. set.Tables.Select(table => new TemplateName(
                    table.Key, "", null, $"{{{{~ for {Row} in {table.Key}.{Row} ~}}}}\n{{{{ {Row}.名称 }}}}{{{{ {Row}.{First(table)} | 万元 }}}}；\n{{{{~ end ~}}}}", table.Name))]),
                new NameGroup("帮助函数", [.. data.Functions.Select(function => new TemplateName(function.Name, "", function.Prints.Length > 0 ? function.Prints : null, function.Usage, function.Meaning))]),
                new NameGroup("图", [.. set.Charts.Select(chart => new TemplateName(chart.Name, chart.Unit, null, $"\n\n{{{{ 图 \"{chart.Name}\" }}}}\n\n", chart.Caption))]),
                new NameGroup("其他", [.. Others(data, options)]),
            ],
            members);
    }

    /// <summary>What 选项.… is, by its value.</summary>
    internal static string OptionMeaning(object? choice) => choice is bool ? "模板集的选项，用于 if" : "模板集的选项，是一项预算的名称";

    private const string Words = "文字";

    private static string Holds(TableLayout table, string column) => table.FormOf("", column) switch
    {
        { Kind: CellKind.Money } => FigureValue.Yuan,
        { Kind: CellKind.Rate } => FigureValue.Ratio,
        { IsFigure: true } form => form.Unit ?? "",
        _ => Words,
    };

    private static string First(TableLayout table) => table.ValueColumns is [var column, ..] ? column : "名称";

    private static TemplateName Metric(MetricValue metric, SetOptions options) => new(
        metric.Name, metric.Unit, SampleValues.Printed(metric.Value, metric.Unit, options), $"{{{{ {metric.Name} | {Way(metric.Unit)} }}}}", metric.Meaning)
    {
        Prior = metric.PriorValue is null ? null : SampleValues.Printed(metric.PriorValue, metric.Unit, options),
    };

    private static string Way(string unit) => unit switch
    {
        FigureValue.Yuan => "万元",
        FigureValue.Ratio => "百分比",
        "分" or "" => "分数",
        _ => $"数量 \"{unit}\"",
    };

    private static TemplateName Sheet(FactSheetSchema sheet, NarrationData data)
    {
        var first = sheet.Fields.Count > 0 ? sheet.Fields[0].Name : "";
        return sheet.IsRecords
            ? new TemplateName(
                sheet.Name, "记录", data.Globals["资料"] is DataRecord sheets && sheets.Member(sheet.Name) is DataList list ? $"{list.Count}条" : null,
                $"{{{{~ for 记录 in 资料.{sheet.Name} ~}}}}\n{{{{ 记录.{first} }}}}；\n{{{{~ end ~}}}}", sheet.Hint ?? "多条记录，用 for 逐条写")
            : new TemplateName(sheet.Name, "", null, $"{{{{ 资料.{sheet.Name}.{first} }}}}", sheet.Hint ?? "");
    }

    private static TemplateName Field(FactSheetSchema sheet, FactField field, NarrationData data, SetOptions options)
    {
        var content = ((DataRecord)data.Globals["资料"]!).Member(sheet.Name);
        var record = content as DataRecord ?? (content is DataList { Count: > 0 } list ? list[0] as DataRecord : null);
        var path = sheet.IsRecords ? $"记录.{field.Name}" : $"资料.{sheet.Name}.{field.Name}";
        var way = field.Type switch
        {
            FactType.Money => " | 万元",
            FactType.Percent => " | 百分比",
            FactType.Integer => " | 数量 \"个\"",
            FactType.Decimal => " | 分数",
            FactType.Date => " | 中文日期",
            _ => "",
        };
        return new TemplateName(field.Name, SampleValues.TypeName(field), SampleValues.Shown(record?.Member(field.Name), options), $"{{{{ {path}{way} }}}}", field.Hint ?? "");
    }

    private static IReadOnlyList<TemplateName> Parts(TableLayout table) =>
    [
        .. new[] { ("行", "全部行"), ("类", "类级科目的行"), ("款", "款级科目的行"), ("项", "项级科目的行") }.Select(part => new TemplateName(
            part.Item1, "记录", null, $"{{{{~ for 行 in {table.Key}.{part.Item1} ~}}}}\n{{{{ 行.名称 }}}}；\n{{{{~ end ~}}}}", part.Item2)),
        new TemplateName("空", "是／否", null, $"{{{{~ if {table.Key}.空 ~}}}}\n{{{{ {table.Key}.无数说明 }}}}\n{{{{~ end ~}}}}", "全表没有数"),
        new TemplateName("无数说明", "文字", null, $"{{{{ {table.Key}.无数说明 }}}}", "空表的说明"),
    ];

    private static IReadOnlyList<TemplateName> Columns(TableLayout table, NarrationData data, string level, SetOptions options)
    {
        var first = ((DataRecord)data.Globals[table.Key]!).Member(level) is DataList { Count: > 0 } rows ? rows[0] as DataRecord : null;
        return
        [
            .. OfEveryRow.Concat(table.CellColumns).Select(column => new TemplateName(
                column, Holds(table, column), first is null ? null : SampleValues.Shown(first.Member(column), options),
                $"{{{{ {Row}.{column}{(Holds(table, column) is var unit && unit == Words ? "" : $" | {Way(unit)}")} }}}}", $"{table.Key}的栏，例：{(first is null ? "没有行" : SampleValues.Shown(first.Member("名称"), options))}")),
        ];
    }

    private static IEnumerable<TemplateName> Others(NarrationData data, SetOptions options)
    {
        foreach (var (name, meaning) in Values)
        {
            yield return new TemplateName(name, "", SampleValues.Shown(data.Globals[name], options), $"{{{{ {name} }}}}", meaning);
        }

        yield return new TemplateName("原因", "", null, "{{ 原因.收支总计 }}", "原因.事项：文字资料“原因说明”中的原因");
        yield return new TemplateName("通用名词", "记录", SampleValues.Shown(data.Globals["通用名词"], options), "{{~ for 词 in 通用名词 ~}}\n{{ 词.名称 }}：{{ 词.释义 }}\n\n{{~ end ~}}", TermsMeaning);
        yield return new TemplateName("选项", "", null, "{{ if 选项.采购占比 }}", "模板集的选项，用于 if");
    }
}

/// <summary>Names of one kind.</summary>
public sealed record NameGroup(string Title, IReadOnlyList<TemplateName> Names);

/// <summary>A name that a template may use.</summary>
/// <param name="Name">As templates write it.</param>
/// <param name="Unit">元, 比率, 个 …, or what a field holds; empty when there is nothing to say.</param>
/// <param name="Value">For the chosen unit, as printed; null when a name has no single value.</param>
/// <param name="Insert">How it is usually written, to be put into a template as it is.</param>
/// <param name="Meaning">For people.</param>
public sealed record TemplateName(string Name, string Unit, string? Value, string Insert, string Meaning)
{
    /// <summary>Last year's value; null when there is none.</summary>
    public string? Prior { get; init; }
}
