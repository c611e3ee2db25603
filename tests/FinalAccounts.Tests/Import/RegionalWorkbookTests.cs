using FinalAccounts.Import;
using FinalAccounts.Templates;
using FinalAccounts.Tests.Templates;

namespace FinalAccounts.Tests.Import;

/// <summary>Workbooks of a region whose tables have neither year nor 部门 above them, and 三公 in pairs.</summary>
public sealed class RegionalWorkbookTests
{
    private const string Paired = """
        财政拨款“三公”经费支出决算表|<|<|<|<|<
        |||||单位：元
        财政拨款“三公”经费|<|<|<|<|<
        合计|<|公务用车购置及运行维护费|<|<|<
        ^|^|小计|<|公务用车购置费|<
        预算数|决算数|预算数|决算数|预算数|决算数
        =5|=4|=3|=2|=1|=0.5
        注：本表反映部门本年度“三公”经费支出预决算情况。
        """;

    private const string Layout = """
        key: 表09
        name: 财政拨款“三公”经费支出决算表
        title: 财政拨款“三公”经费支出决算表
        kind: single
        columnNumbers: false
        header:
          - [{text: 财政拨款“三公”经费, columns: 6}]
          - [{text: 合计, columns: 2, rows: 2}, {text: 公务用车购置及运行维护费, columns: 4}]
          - [{text: 小计, columns: 2}, {text: 公务用车购置费, columns: 2}]
          - [预算数, 决算数, 预算数, 决算数, 预算数, 决算数]
        blocks:
          - columns:
              - {key: 预算合计, role: value, group: 合计, aliases: [预算数]}
              - {key: 决算合计, role: value, group: 合计, aliases: [决算数]}
              - {key: 预算小计, role: value, group: 小计, aliases: [预算数]}
              - {key: 决算小计, role: value, group: 小计, aliases: [决算数]}
              - {key: 预算购置, role: value, group: 公务用车购置费, aliases: [预算数]}
              - {key: 决算购置, role: value, group: 公务用车购置费, aliases: [决算数]}
        """;

    [Fact]
    public void PairsOfBudgetAndFinalAreToldApartByTheGroupAbove()
    {
        var result = Importer.Import(new ImportRequest { Tables = new XlsxBuilder().Sheet("三公", Paired).File(), UnitName = "示例局" }, Set(), default);
        Assert.Equal("", ImportCase.Print(result.Findings));
        var cells = result.Value!.Tables["表09"].Rows.Single().Cells;
        Assert.Equal(
            ["预算合计 5", "决算合计 4", "预算小计 3", "决算小计 2", "预算购置 1", "决算购置 0.5"], cells.Select(cell => $"{cell.Key} {cell.Value.Value:0.#}"));
    }

    [Fact]
    public void AHeaderWithoutMergedCellsIsReadTheSame()
    {
        var unmerged = Paired.Replace("|<", "|", StringComparison.Ordinal).Replace("^", "", StringComparison.Ordinal);
        var result = Importer.Import(new ImportRequest { Tables = new XlsxBuilder().Sheet("三公", unmerged).File(), UnitName = "示例局" }, Set(), default);
        Assert.Equal("", ImportCase.Print(result.Findings));
        Assert.Equal(2m, result.Value!.Tables["表09"].Cell("合计", "决算小计").Value);
    }

    private static TemplateSet Set()
    {
        var files = SmallSet.Files();
        foreach (var key in new[] { "表01", "表03" })
        {
            files.Remove($"小/tables/{key}.yaml");
        }

        files.Remove("小/charts.yaml");
        files["小/tables/表09.yaml"] = Layout;
        files["小/metrics.yaml"] = "[]";
        files["小/outline.yaml"] = "cover: {title: [a]}\nparts:\n  - title: 一\n    items: [{title: 二, table: 表09}]\n";
        files["小/set.yaml"] = "name: 小\nfiscalYear: 2024\nregion: 小\noptions: {tableOwner: none, tableUnit: 单位：万元}\n";
        var result = SmallSet.Reader(files).Read("小");
        Assert.Empty(result.Findings);
        return result.Value!;
    }
}
