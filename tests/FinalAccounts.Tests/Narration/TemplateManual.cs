using System.Text;
using FinalAccounts.Accounts;
using FinalAccounts.Formulas;
using FinalAccounts.Narration;
using FinalAccounts.Narration.Data;
using FinalAccounts.Narration.Functions;
using FinalAccounts.Narration.Values;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Narration;

/// <summary>The manual for people who word templates (模板手册): all that a set's templates may name, with its value for one unit.</summary>
internal static class TemplateManual
{
    /// <summary>The manual as Markdown.</summary>
    /// <param name="accounts">The sample whose values are shown.</param>
    public static string Write(CompiledSet set, DepartmentAccounts accounts)
    {
        var data = NarrationData.Of(accounts, set);
        var text = new StringBuilder();
        text.Append(
            $"""
            # 模板手册：{set.Set.Name}

            由模板集和样例数据生成，不要手改。样例：{accounts.UnitName}，{accounts.FiscalYear}年度。

            ## 怎样写

            - 数据写在双花括号里，后面用竖线写明怎样印：`{"{{"} 收支总计 | 万元 {"}}"}`。
            - 模板只挑选措辞，不计算。要算出的数在 metrics.yaml 里定为指标；`+`、`-` 只用于序号。
            - 段内换行不印出来，空一行另起一段。以 `1.`、`1、`、`（1）` 开头的是普通段落；列表用 `- ` 开头，缩进两格的 `- ` 是上一条下面的一层（最多两层）；标题用 `##` 到 `####`；加粗用 `**`。
            - `{"{{~"} if … {"~}}"}` 独占一行时不留下空行；`{"{{-"}` 和 `{"-}}"}` 去掉那一边的全部空白和换行。
            - 空的资料在 `if` 里为否，直接印出来是差错，要么补上数据，要么先判断。
            - 表格、链接、图片、代码和 HTML 都不能写。


            """);
        Functions(text, data.Functions);
        Metrics(text, new MetricBook(set, accounts), set.Set.Options);
        Values(text, data, set.Set.Options);
        Facts(text, set.Set.Facts, data, set.Set.Options);
        Tables(text, set.Set);
        Charts(text, set.Set);
        return text.ToString();
    }

    private static void Functions(StringBuilder text, IReadOnlyList<TemplateFunction> functions)
    {
        Head(text, "写法", "写法", "印出（样例）", "说明");
        foreach (var function in functions)
        {
            Row(text, $"`{function.Usage}`", function.Prints, function.Meaning);
        }
    }

    private static void Metrics(StringBuilder text, MetricBook metrics, SetOptions options)
    {
        Head(text, "指标", "名称", "单位", "本年", "上年", "公式", "说明");
        foreach (var metric in metrics.Metrics)
        {
            Row(
                text, metric.Name, metric.Unit, SampleValues.Printed(metric.Value, metric.Unit, options), SampleValues.Printed(metric.PriorValue, metric.Unit, options),
                metric.Origin.Formula is { } formula ? $"`{formula}`" : string.Join("、", metric.Origin.Cells), metric.Meaning);
        }
    }

    private static void Values(StringBuilder text, NarrationData data, SetOptions options)
    {
        Head(text, "其他名称", "名称", "样例", "说明");
        foreach (var (name, meaning) in TemplateNames.Values)
        {
            Row(text, name, SampleValues.Shown(data.Globals[name], options), meaning);
        }

        Row(text, "原因.事项", "", "文字资料“原因说明”中该事项的原因，如 原因.收支总计");
        Row(text, "通用名词", SampleValues.Shown(data.Globals["通用名词"], options), TemplateNames.TermsMeaning);
        var choices = (DataRecord)data.Globals["选项"]!;
        foreach (var choice in choices.Members)
        {
            Row(text, $"选项.{choice}", SampleValues.Shown(choices.Member(choice), options), TemplateNames.OptionMeaning(choices.Member(choice)));
        }
    }

    private static void Facts(StringBuilder text, FactsSchema schema, NarrationData data, SetOptions options)
    {
        var sheets = (DataRecord)data.Globals["资料"]!;
        foreach (var sheet in schema.Sheets)
        {
            var content = sheets.Member(sheet.Name);
            Head(
                text, $"资料.{sheet.Name}{(content is DataList list ? $"（记录，样例有{list.Count}条，用 for 逐条写）" : "")}",
                "名称", "类型", "样例", "说明");
            var first = content as DataRecord ?? (content is DataList { Count: > 0 } records ? records[0] as DataRecord : null);
            foreach (var field in sheet.Fields)
            {
                Row(
                    text, sheet.IsRecords ? $".{field.Name}" : $"资料.{sheet.Name}.{field.Name}", SampleValues.TypeName(field),
                    SampleValues.Shown(first?.Member(field.Name), options), field.Hint ?? "");
            }
        }
    }

    private static void Tables(StringBuilder text, TemplateSet set)
    {
        Head(text, "表", "名称", "表名", "各栏（逐行取用，如 类.小计）");
        foreach (var table in set.Tables)
        {
            Row(text, table.Key, table.Name, string.Join("、", table.CellColumns));
        }

        text.Append("每张表有 `.行`（全部行）、`.类`、`.款`、`.项`，每行有 `.编码`、`.名称` 和各栏；`.空` 表示全表没有数，`.无数说明` 是空表的说明。\n");
    }

    private static void Charts(StringBuilder text, TemplateSet set)
    {
        Head(text, "图", "名称", "图题", "单位");
        foreach (var chart in set.Charts)
        {
            Row(text, $"`{{{{ 图 \"{chart.Name}\" }}}}`", chart.Caption, chart.Unit);
        }
    }

    private static void Head(StringBuilder text, string title, params string[] columns)
    {
        text.Append($"{(text[^2] == '\n' ? "" : "\n")}## {title}\n\n");
        Row(text, columns);
        text.Append('|').Append(string.Concat(Enumerable.Repeat("---|", columns.Length))).Append('\n');
    }

    private static void Row(StringBuilder text, params string[] cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal))).Append(" |\n");
}
