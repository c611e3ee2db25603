using FinalAccounts.Accounts;
using FinalAccounts.Import;
using FinalAccounts.Import.Json;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Import;

public sealed class ImportMistakeTests
{
    [Theory]
    [InlineData("IMP-10", "", "2023年度支出决算表", "支出情况表", "表03《支出决算表》")]
    [InlineData("IMP-10", "公开2 ▸ A1", "本年支出合计|基本支出|项目支出\n功能分类科目编码|<|<|科目名称", "甲|乙|丙\n丁|<|<|戊", "没有认得出的表头")]
    [InlineData("IMP-12", "公开2 ▸ A1", "2023年度支出决算表", "2022年度支出决算表", "应为 2023 年度")]
    [InlineData("IMP-14", "公开2 ▸ A2", "部门：测试局（本级）||||||金额单位：万元\n项　目|<|<|<|本年支出合计", "部门：测试局（本级）\n项　目|<|<|<|本年支出合计", "金额单位")]
    [InlineData("IMP-15", "公开2 ▸ G2", "||||||金额单位：万元\n项　目|<|<|<|本年支出合计", "||||||金额单位：千元\n项　目|<|<|<|本年支出合计", "千元")]
    [InlineData("IMP-20", "公开2 ▸ F3", "|^|^|^\n类|款|项|栏次|1|2|3", "|^|^|^\n类|款|项|栏次|1|2", "“项目支出”列", "本年支出合计|基本支出|项目支出", "本年支出合计|基本支出")]
    [InlineData("IMP-21", "公开2 ▸ H3", "本年支出合计|基本支出|项目支出\n", "本年支出合计|基本支出|项目支出|基本支出\n", "“基本支出”出现了两次")]
    [InlineData("IMP-22", "公开2 ▸ H6", "|项目支出\n功能分类科目编码|<|<|科目名称|^|^|^\n类|款|项|栏次|1|2|3\n|||合　计|=90.25|=60|=30.25", "|项目支出|经营支出\n功能分类科目编码|<|<|科目名称|^|^|^\n类|款|项|栏次|1|2|3\n|||合　计|=90.25|=60|=30.25|=5", "“经营支出”不是这张表应有的")]
    [InlineData("IMP-23", "公开1 ▸ A8", "二、其他收入|2|", "二、其它收人|2|=3", "是否应为“二、其他收入”")]
    [InlineData("IMP-23", "公开1 ▸ A8", "二、其他收入|2|", "另有收入|2|=3", "不认识项目“另有收入”")]
    [InlineData("IMP-23", "公开1 ▸ F8", "二、外交支出|6|", "|6|=3", "没有项目名称")]
    [InlineData("IMP-23", "公开4 ▸ B6", "30101|基本工资|=40", "30188|基本工资|=40", "30188")]
    [InlineData("IMP-24", "公开2", "|||合　计|=90.25|=60|=30.25\n", "", "“合计”")]
    [InlineData("IMP-24", "公开1", "本年收入合计|3|=100.5", "|3|", "“本年收入合计”")]
    [InlineData("IMP-25", "公开1 ▸ A8", "二、其他收入|2|", "一、一般公共预算财政拨款收入|2|=3", "出现了两次")]
    [InlineData("IMP-27", "公开6 ▸ A8", "=11.5|=5.5|=1.5\n", "=11.5|=5.5|=1.5\n=15\n", "只应有一行")]
    [InlineData("IMP-30", "公开1 ▸ C11", "总　计|4|=108.9", "总　计|4|约108.9", "约108.9")]
    [InlineData("IMP-30", "公开1 ▸ C11", "总　计|4|=108.9", "总　计|4|1,08.9", "1,08.9")]
    [InlineData("IMP-32", "公开1 ▸ C11", "总　计|4|=108.9", "总　计|4|?SUM(C9:C10)", "没有计算结果")]
    [InlineData("IMP-31", "公开1 ▸ C11", "总　计|4|=108.9", "总　计|4|!#REF!", "#REF!")]
    [InlineData("IMP-31", "公开1 ▸ C11", "总　计|4|=108.9", "总　计|4|#REF!", "#REF!")]
    [InlineData("IMP-31", "公开6 ▸ A7", "=15|=1|", "!#DIV/0!|=1|", "#DIV/0!")]
    [InlineData("IMP-40", "公开2 ▸ A9", "2010301|<|<|", "201030|<|<|", "201030")]
    [InlineData("IMP-41", "公开2 ▸ A7", "201|<|<|", "999|<|<|", "999")]
    [InlineData("IMP-42", "公开2 ▸ A10", "2010302|<|<|", "2010301|<|<|", "2010301")]
    [InlineData("IMP-43", "公开2 ▸ A9", "20103|<|<|政府办公厅（室）及相关机构事务|=90.25|=60|=30.25\n", "", "没有上一级（款）20103", null, null, "公开2 ▸ A8")]
    [InlineData("IMP-44", "公开4 ▸ B6", "基本工资", "基本工次", "30101")]
    [InlineData("IMP-45", "公开2 ▸ D9", "2010301|<|<|", "|||", "没有科目编码")]
    public void MistakeIsReportedWithItsCell(
        string rule, string place, string from, string to, string words, string? alsoFrom = null, string? alsoTo = null, string? actualPlace = null)
    {
        var workbook = new XlsxBuilder();
        var hit = false;
        foreach (var (drawing, i) in ImportCase.Drawings.Select((drawing, i) => (drawing, i)))
        {
            var changed = drawing.Replace(from, to);
            hit |= changed != drawing;
            workbook.Sheet($"公开{i + 1}", alsoFrom is null ? changed : changed.Replace(alsoFrom, alsoTo));
        }

        Assert.True(hit, "the change hits nothing");
        var result = ImportCase.Import(workbook);
        var finding = result.Findings.FirstOrDefault(finding => finding.Rule == rule);
        Assert.True(finding is not null, $"{rule} is not among\n{ImportCase.Print(result.Findings)}");
        Assert.Contains(words, finding.Message);
        Assert.Equal(string.Join(" ▸ ", new[] { "公开表.xlsx", actualPlace ?? place }.Where(part => part.Length > 0)), finding.Places[0].ToString());
        Assert.Equal(finding.Severity is Severity.Fatal, !result.Succeeded);
    }

    [Theory]
    [InlineData("公开2 ▸ A9", "第 9 行是隐藏的", 9, 0, false)]
    [InlineData("公开2 ▸ F1", "F 列是隐藏的", 0, 6, false)]
    [InlineData("公开2", "工作表“公开2”是隐藏的", 0, 0, true)]
    public void WhatIsHiddenIsReadAndReported(string place, string words, int row, int column, bool sheet)
    {
        var result = ImportCase.Import(new ImportFile("公开表.xlsx", Hiding.In(ImportCase.Workbook().Bytes(), "公开2", row, column, sheet)));
        var finding = Assert.Single(result.Findings, finding => finding.Rule == "IMP-09");
        Assert.Contains(words, finding.Message);
        Assert.Equal($"公开表.xlsx ▸ {place}", finding.Places[0].ToString());
        Assert.Equal(600_000m, result.Value!.Tables["表03"].Rows.Single(item => item.Code == "2010301").Cells["基本支出"].Value);
    }

    [Fact]
    public void AllMistakesAreReportedTogetherAndNothingIsMade()
    {
        var result = ImportCase.Import(new XlsxBuilder()
            .Sheet("1", ImportCase.Table01.Replace("=8.4", "八点四"))
            .Sheet("3", ImportCase.Table03.Replace("2010301", "20103011").Replace("金额单位：万元", ""))
            .Sheet("4", ImportCase.Table04).Sheet("4b", ImportCase.Table04)
            .Sheet("9", ImportCase.Table09.Replace("2023", "2021").Replace("测试局", "别的局")));
        Assert.False(result.Succeeded);
        Assert.Equal(["IMP-12", "IMP-10", "IMP-30", "IMP-40"], result.Findings.Where(finding => finding.Severity == Severity.Fatal).Select(finding => finding.Rule));
        Assert.Equal(["公开表.xlsx ▸ 4 ▸ A1", "公开表.xlsx ▸ 4b ▸ A1"], result.Findings.Single(finding => finding.Rule == "IMP-11").Places.Select(place => place.ToString()));
    }

    [Fact]
    public void AnotherUnitsTableIsRefused()
    {
        var result = ImportCase.Import(new XlsxBuilder()
            .Sheet("1", ImportCase.Table01).Sheet("3", ImportCase.Table03.Replace("测试局", "别的局")).Sheet("4", ImportCase.Table04)
            .Sheet("6", ImportCase.Table06).Sheet("7", ImportCase.Table07).Sheet("9", ImportCase.Table09));
        var finding = Assert.Single(result.Findings);
        Assert.Equal(("IMP-13", "公开表.xlsx ▸ 3 ▸ A2"), (finding.Rule, finding.Places[0].ToString()));

        var whole = Importer.Import(new ImportRequest { Tables = ImportCase.Workbook().File(), UnitName = "别的局" }, ImportCase.Set, CancellationToken.None);
        Assert.Equal(6, Assert.Single(whole.Findings, found => found.Rule == "IMP-13").Places.Count);
        Assert.False(whole.Succeeded);
    }

    [Fact]
    public void AnotherYearsWorkbookIsRefused()
    {
        var result = Importer.Import(new ImportRequest { Tables = ImportCase.Workbook().File(), FiscalYear = 2024 }, ImportCase.Set, CancellationToken.None);
        Assert.Equal(6, Assert.Single(result.Findings, found => found.Rule == "IMP-12").Places.Count);
        Assert.False(result.Succeeded);
    }

    [Fact]
    public void LastYearsTablesBecomePrior()
    {
        var prior = new XlsxBuilder();
        foreach (var (drawing, i) in ImportCase.Drawings.Select((drawing, i) => (drawing, i)))
        {
            prior.Sheet($"{i}", drawing.Replace("2023年度", "2022年度").Replace("=108.9", "=77"));
        }

        var result = Importer.Import(new ImportRequest { Tables = ImportCase.Workbook().File(), PriorTables = prior.File("上年.xlsx") }, ImportCase.Set, CancellationToken.None);
        Assert.Equal("", ImportCase.Print(result.Findings));
        Assert.Equal((2022, 770_000m), (result.Value!.Prior!.FiscalYear, result.Value.Prior.Tables["表01"].Cell("收入总计", "金额").Value));

        // The same as JSON, as an audit of last year's document writes it; of another year it is refused.
        ImportFile Json(DepartmentAccounts accounts) => new("上年.json", AccountsJson.Write(accounts));
        Result<DepartmentAccounts> With(ImportFile json) => Importer.Import(new ImportRequest { Tables = ImportCase.Workbook().File(), PriorJson = json }, ImportCase.Set, CancellationToken.None);
        var again = With(Json(result.Value.Prior));
        Assert.Equal("", ImportCase.Print(again.Findings));
        Assert.Equal(AccountsJson.Write(result.Value.Prior), AccountsJson.Write(again.Value!.Prior!));
        var refused = With(Json(result.Value.Prior with { FiscalYear = 2021 }));
        Assert.False(refused.Succeeded);
        Assert.Contains(refused.Findings, finding => finding.Severity == Severity.Fatal && finding.Message.Contains("2021", StringComparison.Ordinal));
    }

    [Fact]
    public void AMissingTableThatIsNotPrintedIsOneThatTheSetMayRemove()
    {
        var printed = ImportCase.Set with { Outline = new Outline(new OutlineCover([], "", []), [new OutlinePart("", [.. ImportCase.Set.Tables.Where(layout => layout.Key != "表09").Select(layout => new OutlineItem(null) { Table = layout.Key })])]) };
        string Missing(string title, TemplateSet set) => Assert.Single(
            Importer.Import(new ImportRequest { Tables = ImportCase.Workbook(title, "别的表").File() }, set, CancellationToken.None).Findings, finding => finding.Rule == "IMP-10").Message;

        Assert.EndsWith("表09 不在模板集的目录里，不会印出；本地区没有的，请维护模板集的人在 set.yaml 里写 remove: {tables: [表09]}。", Missing("财政拨款“三公”经费支出决算表", printed), StringComparison.Ordinal);
        Assert.DoesNotContain("remove", Missing("政府性基金预算财政拨款收入支出决算表", printed), StringComparison.Ordinal);
    }
}
