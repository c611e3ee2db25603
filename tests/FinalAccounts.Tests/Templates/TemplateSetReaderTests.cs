using FinalAccounts.Documents;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Templates;

public sealed class TemplateSetReaderTests
{
    [Fact]
    public void AWholeSetIsRead()
    {
        var set = SmallSet.Read();

        Assert.Equal(("小", "小省 2023年度", 2023, "小省", null), (set.Key, set.Name, set.FiscalYear, set.Region, set.Parent));
        Assert.Equal(["表01", "表03", "表09"], set.Tables.Select(table => table.Key));
        Assert.Equal(2, set.Options.PercentDecimals);
        Assert.True(set.Options.ListZeroSources);
        Assert.True(set.Options.TrimPercent);
        Assert.Equal(["sections/概况.sbn"], set.Sections.Keys);
        Assert.Equal("{{ 年度 }}\n", set.Sections["sections/概况.sbn"].Text);
        Assert.Equal(["收支总计", "基本支出占比", "出国人次"], set.Metrics.Select(metric => metric.Name));
        Assert.Equal("0", set.Metrics[2].Prior);
        Assert.Equal(new Theme().LinePitch, set.Theme.LinePitch);
        Assert.Empty(set.Rules);
        Assert.Null(set.Terms.Subjects["201"].Meaning);
        Assert.Equal("反映基本支出。", set.Terms.Subjects["2010301"].Meaning);
        Assert.Equal("整体自评", set.Outline.Parts[0].Items[2].Annex);
        Assert.True(set.Outline.Parts[0].TitlePage);
        Assert.Equal("目　录", set.Outline.ContentsTitle);
    }

    [Fact]
    public void ATableLayoutIsReadWithBlocksRowsAndHeader()
    {
        var set = SmallSet.Read();
        var table = set.Table("表01")!;

        Assert.Equal(2, table.Blocks.Count);
        Assert.Equal(
            ["财政拨款收入", "事业收入", "其他收入", null, null, "收入总计"], table.Blocks[0].Rows.Select(row => row.Key));
        Assert.Equal("一、财政拨款收入", table.Blocks[0].Rows[0].Label);
        Assert.True(table.Blocks[0].Rows[5].Total);
        Assert.Equal(["总计", "合计"], table.Blocks[0].Rows[5].Aliases);
        Assert.Equal([new HeaderCell("收 入", 3), new HeaderCell("支 出", 3)], table.Header[0]);
        Assert.Equal(PageOrientation.Portrait, table.Orientation);
        Assert.True(table.ColumnNumbers);

        var subjects = set.Table("表03")!;
        Assert.Equal(RowKind.Subjects, subjects.Kind);
        Assert.Null(subjects.Mark);
        Assert.Equal(PageOrientation.Landscape, subjects.Orientation);
        Assert.Equal(3, subjects.Blocks[0].Columns[0].Span);
        Assert.Equal("支出", subjects.Blocks[0].Columns[4].Group);
        Assert.Equal(["本年支出合计", "基本支出", "项目支出"], subjects.ValueColumns);
        Assert.Equal("本单位无支出。", subjects.EmptyStatement);
        Assert.False(set.Table("表09")!.ColumnNumbers);
    }

    [Fact]
    public void AChartIsReadWithTheFormulasOfItsSeries()
    {
        var chart = Assert.Single(SmallSet.Read().Charts);

        Assert.Equal(("收支总计变动", ChartKind.Column, "万元", false), (chart.Name, chart.Kind, chart.Unit, chart.SkipZero));
        Assert.Equal(["{上年}年度", "{年度}年度"], chart.Categories);
        Assert.Equal(["上年(收支总计)", "收支总计"], Assert.Single(chart.Series).Formulas);
        Assert.Equal(new Place("小/charts.yaml", Line: 7, Column: 31), chart.Series[0].Places[0]);
    }

    [Fact]
    public void AllMistakesAreReportedTogetherWithFileLineAndColumn()
    {
        var files = SmallSet.Files();
        files["小/set.yaml"] = "name: 小省\nfiscalYear: 二三\nregoin: 小省\n";
        files["小/metrics.yaml"] = "- {name: 收支总计, fomula: \"表01[收入总计]\", unit: 元, meaning: 总计}\n- 3\n";
        files["小/outline.yaml"] = "cover: {title: [a]}\nparts:\n  - title: 一\n    items:\n      - {title: x, table: 表1}\n      - {title: y, section: sections/概括.sbn}\n      - {title: z}\n";

        var findings = SmallSet.Reader(files).Read("小").Findings.Where(f => f.Rule.StartsWith("TPL", StringComparison.Ordinal));

        Assert.Equal(
        [
            "小/set.yaml(2,13) “fiscalYear”应当是 2000 到 2100 的整数",
            "小/set.yaml(1,1) 缺少“region”",
            "小/set.yaml(3,1) 不认识的键“regoin”，是不是“region”？",
            "小/metrics.yaml(1,3) 缺少“formula”",
            "小/metrics.yaml(1,16) 不认识的键“fomula”，是不是“formula”？",
            "小/metrics.yaml(2,3) 一个指标应当写成“键: 值”的形式",
            "小/outline.yaml(5,27) 没有表“表1”，是不是“表01”？",
            "小/outline.yaml(6,29) 没有文件“sections/概括.sbn”，是不是“sections/概况.sbn”？",
            "小/outline.yaml(7,9) 一节要写 section、table、annex 中的一个，且只写一个",
        ],
            findings.Select(finding => $"{finding.Places[0]} {finding.Message}"));
    }

    [Fact]
    public void ASetWithAMistakeHasNoValue()
    {
        var files = SmallSet.Files();
        files["小/theme.yaml"] = "bodySize: gross\n";

        var result = SmallSet.Reader(files).Read("小");

        Assert.False(result.Succeeded);
        Assert.Equal("小/theme.yaml(1,11)", Assert.Single(result.Findings).Places[0].ToString());
        Assert.Equal(Severity.Fatal, result.Findings[0].Severity);
    }

    [Fact]
    public void TheThemeNamesTheStandardOfThePdf()
    {
        var files = SmallSet.Files();
        files["小/theme.yaml"] = "pdfStandard: A-2u\n";
        Assert.Equal("PDF/A-2u", SmallSet.Reader(files).Read("小").Value!.Theme.PdfStandard.Title);

        files["小/theme.yaml"] = "pdfStandard: a-9\n";
        var finding = Assert.Single(SmallSet.Reader(files).Read("小").Findings);
        Assert.Contains("ua-1、a-1b、a-2b", finding.Message, StringComparison.Ordinal);
        Assert.Equal("小/theme.yaml(1,14)", finding.Places[0].ToString());
    }

    [Fact]
    public void RowsColumnsAndCodesThatStandTwiceAreReported()
    {
        var files = SmallSet.Files();
        files["小/tables/表01.yaml"] = files["小/tables/表01.yaml"].Replace("- 其他收入", "- 事业收入").Replace("{行 收入总计}", "{行 收入合计}");

        var findings = SmallSet.Reader(files).Read("小").Findings;

        Assert.Contains(findings, f => f.Message == "行“事业收入”在本表写了两次；行的 key 在一张表里不能重复" && f.Places[0].Line == 17);
        Assert.Contains(findings, f => f.Message == "注里的“{行 收入合计}”：本表没有行“收入合计”，是不是“收入总计”？");
        Assert.Contains(findings, f => f.Message == "注里的“{行列 财政拨款收入..其他收入}”：本表没有行“其他收入”");
    }

    [Theory]
    [InlineData("a: &x 1\nb: *x\n", "TPL-07", "不支持锚点（&）", 1)]
    [InlineData("a: 1\na: 2\n", "TPL-05", "“a”在同一处写了两次", 2)]
    [InlineData("a: !x 1\n", "TPL-07", "不支持标签（!）", 1)]
    [InlineData("bodySize: [1, 2\n", "TPL-01", "YAML 写法有误", 2)]
    [InlineData("a: [[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]\n", "TPL-07", "层次超过 20 层", 1)]
    [InlineData("a: \"x\nb: 1\n", "TPL-01", "YAML 写法有误", 1)]
    public void WhatYamlMayNotHoldIsReportedAtItsLine(string text, string rule, string message, int line)
    {
        var files = SmallSet.Files();
        files["小/theme.yaml"] = text;

        var result = SmallSet.Reader(files).Read("小");

        Assert.False(result.Succeeded);
        Assert.Contains(result.Findings, f => f.Rule == rule && f.Message.StartsWith(message, StringComparison.Ordinal) && f.Places[0].Line == line);
    }

    [Fact]
    public void AFileOverTheLimitIsReportedAndNotParsed()
    {
        var files = SmallSet.Files();
        files["小/terms.yaml"] = "# " + new string('x', TemplateSetReader.MaxFileBytes);

        var finding = Assert.Single(SmallSet.Reader(files).Read("小").Findings);

        Assert.Equal(("TPL-07", "小/terms.yaml"), (finding.Rule, finding.Places[0].File));
    }

    [Fact]
    public void MissingFilesAreReportedByName()
    {
        var files = SmallSet.Files();
        files.Remove("小/facts.yaml");
        files.Remove("小/outline.yaml");

        var findings = SmallSet.Reader(files).Read("小").Findings;

        Assert.Equal(["模板集缺少文件 facts.yaml", "模板集缺少文件 outline.yaml"], findings.Select(f => f.Message));
    }

    [Fact]
    public void AnUnknownSetIsReportedWithTheNameThatWasMeant()
    {
        var finding = Assert.Single(SmallSet.Reader(SmallSet.Files("hubei-2023")).Read("hubei-2032").Findings);

        Assert.StartsWith("没有模板集“hubei-2032”，是不是“hubei-2023”？", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AChildReplacesSingleFilesAndInheritsTheRestWithOptions()
    {
        var files = SmallSet.Files("母");
        files["子/set.yaml"] = "name: 子省\nfiscalYear: 2024\nregion: 子省\nparent: 母\noptions: {trimPercent: false}\n";
        files["子/sections/概况.sbn"] = "子的概况";
        files["子/sections/增加.sbn"] = "新";

        var result = SmallSet.Reader(files).Read("子");

        Assert.Empty(result.Findings);
        var set = result.Value!;
        Assert.Equal(("子", 2024, "母"), (set.Key, set.FiscalYear, set.Parent));
        Assert.Equal(("子的概况", "子"), (set.Sections["sections/概况.sbn"].Text, set.Sections["sections/概况.sbn"].Origin));
        Assert.Equal(2, set.Sections.Count);
        Assert.Equal(3, set.Tables.Count);
        Assert.Equal((2, false), (set.Options.PercentDecimals, set.Options.TrimPercent));
        Assert.Equal("母/metrics.yaml", set.Metrics[0].Place.File);
    }

    [Fact]
    public void ParentsThatGoInACircleAreReported()
    {
        var files = SmallSet.Files("甲");
        files["甲/set.yaml"] = files["甲/set.yaml"].Replace("parent: null", "parent: 乙");
        files["乙/set.yaml"] = "name: 乙\nfiscalYear: 2023\nregion: 乙\nparent: 甲\n";

        var finding = Assert.Single(SmallSet.Reader(files).Read("甲").Findings);

        Assert.Contains("甲 → 乙 → 甲", finding.Message, StringComparison.Ordinal);
        Assert.Equal(new Place("乙/set.yaml", Line: 4, Column: 9), finding.Places[0]);
    }

    [Theory]
    [InlineData("..", "facts.yaml")]
    [InlineData("set", "../secret.txt")]
    [InlineData("set", "sections/../../secret.txt")]
    [InlineData("set", "")]
    public void AFolderSourceReadsNothingOutsideItsSets(string set, string path)
    {
        var root = Directory.CreateTempSubdirectory();
        try
        {
            var sets = root.CreateSubdirectory("sets").CreateSubdirectory("set");
            File.WriteAllText(Path.Combine(sets.FullName, "set.yaml"), "name: x");
            File.WriteAllText(Path.Combine(root.FullName, "secret.txt"), "x");
            File.WriteAllText(Path.Combine(root.FullName, "sets", "secret.txt"), "x");
            File.WriteAllText(Path.Combine(root.FullName, "facts.yaml"), "x");
            var source = new FolderTemplateSource(Path.Combine(root.FullName, "sets"));

            Assert.Equal(["set"], source.Sets);
            Assert.Equal("name: x", source.Read("set", "set.yaml"));
            Assert.Null(source.Read(set, path));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }
}
