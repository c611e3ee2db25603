using System.Text.RegularExpressions;
using FinalAccounts.Assembly;
using FinalAccounts.Documents;

namespace FinalAccounts.Tests.Assembly;

public sealed partial class SampleDocumentTests
{
    private static readonly Document Document = Sample.Document;

    [Fact]
    public void SampleIsAssembledWithoutFindings() =>
        Assert.Empty(Assembler.Assemble(Sample.Accounts, Sample.Set, Sample.Sections, Sample.Created).Findings.Select(finding => $"{finding.Rule} {finding.Message}"));

    [Fact]
    public void EveryTableTilesItsGrid() =>
        Assert.Empty(Document.Blocks.OfType<Table>().SelectMany(table => TableGrid.Of(table).Faults));

    [Fact]
    public void IdsAreUniqueAndAscii()
    {
        var ids = Document.Blocks.Select(block => block switch { Heading h => h.Id, Table t => t.Id, Chart c => c.Id, _ => null }).OfType<string>().ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[A-Za-z0-9-]+$", id));
    }

    [Fact]
    public void CoverSaysTitleAndDate()
    {
        var cover = Assert.IsType<Cover>(Document.Sections[0].Blocks.Single());
        Assert.Equal(["2023年度", "武汉东湖新技术开发区管理委员会（本级）", "部门决算公开"], cover.TitleLines);
        Assert.Equal("2024年9月29日", cover.Date);
        Assert.False(Document.Sections[0].Page.Numbered);
        Assert.Equal("2023年度武汉东湖新技术开发区管理委员会（本级）部门决算公开", Document.Metadata.Title);
    }

    [Fact]
    public void ContentsListPartsSectionsAndTablesAsPublished()
    {
        var published = Published();
        var contents = Document.Blocks.OfType<Heading>().Where(heading => heading.InContents)
            .Select(heading => Bare(heading.ContentsText ?? DocumentText.Of(heading.Inlines))).ToList();
        var forms = Document.Blocks.OfType<Table>().Count(table => table.Kind == TableKind.Form);
        Assert.Equal(6 + 2 + 9 + 13 + forms, contents.Count);
        Assert.All(contents, entry => Assert.Contains(entry, published, StringComparison.Ordinal));
        Assert.Equal("一、收入支出决算总表", contents[4]);
    }

    [Fact]
    public void WideTablesAreOnLandscapePages()
    {
        var landscape = Document.Sections.Where(section => section.Page.Orientation == PageOrientation.Landscape)
            .SelectMany(section => section.Blocks.OfType<Table>()).Select(table => table.SheetName);
        Assert.Equal(["公开02表", "公开03表", "公开07表", "公开09表"], landscape);
    }

    [Fact]
    public void EveryNoteOfTheTablesStandsInThePublishedText()
    {
        var published = Published();
        foreach (var note in Document.Blocks.OfType<Paragraph>().Where(paragraph => paragraph.Style == ParagraphStyle.TableNote).Select(paragraph => Bare(DocumentText.Of(paragraph.Inlines))).Distinct())
        {
            foreach (var sentence in note.Split('；', '。').Where(sentence => sentence.Length > 0))
            {
                Assert.True(published.Contains(sentence, StringComparison.Ordinal) || KnownDifferences.Contains(sentence), sentence);
            }
        }
    }

    // Misprints of the published document, read as the rules of the form have them.
    private static readonly string[] KnownDifferences =
    [
        "注:本表反映部门本年度一般公共预算财政拨款、政府性基金预算财政拨款和国有资本经营预算财政拨款的总收支和年末结转结余情况",
        "6栏各行=(1+2-3)栏各行",
        "1栏各行=(2+3)栏各行",
    ];

    [Fact]
    public void EveryAmountOfThePublishedTablesIsPrinted()
    {
        foreach (var layout in Sample.Set.Tables)
        {
            var data = Sample.Accounts.Tables[layout.Key].Rows.SelectMany(row => row.Cells.Values).Select(cell => cell.Value).OfType<decimal>();
            var printed = Document.Blocks.OfType<Table>().Single(table => table.SheetName == layout.Mark).Rows
                .SelectMany(row => row.Cells).SelectMany(cell => cell.Inlines).OfType<Figure>().ToList();
            Assert.Equal(data.Order(), printed.Select(figure => figure.Origin.Exact!.Value).Order());
            Assert.All(printed, figure => Assert.Equal(figure.Value, figure.Origin.Cells.Single().Value / 10_000m));
        }
    }

    [Theory]
    [InlineData("公开01表", "本年收入合计|27|95,196.89|本年支出合计|58|95,155.99")]
    [InlineData("公开01表", "|9||九、卫生健康支出|40|1,884.97")]
    [InlineData("公开03表", "2010301|行政运行|43,755.10|43,755.10||||")]
    [InlineData("公开03表", "|合　计|95,155.99|50,011.54|45,144.45|||")]
    [InlineData("公开04表", "年初财政拨款结转和结余|28||年末财政拨款结转和结余|60||||")]
    [InlineData("公开06表", "人员经费合计|46,256.46|公用经费合计|3,755.08")]
    [InlineData("公开06表", "30399|其他对个人和家庭的补助||30240|税金及附加费用||||")]
    [InlineData("公开08表", "|合　计|||")]
    [InlineData("公开09表", "330.13|101.14|208.15|48.19|159.96|20.85|330.13|101.14|208.15|48.19|159.96|20.85")]
    public void RowsArePrintedAsPublished(string sheet, string row)
    {
        var rows = Document.Blocks.OfType<Table>().Single(table => table.SheetName == sheet).Rows
            .Select(line => string.Join('|', line.Cells.Select(cell => DocumentText.Of(cell.Inlines))));
        Assert.Contains(row, rows);
    }

    [Fact]
    public void NumbersOfLinesAndColumnsAreThePublishedOnes()
    {
        Assert.Equal(["栏　次||1|栏　次||2"], LastHeaderRow("公开01表"));
        Assert.Equal(["类|款|项|栏　次|1|2|3|4|5|6"], LastHeaderRow("公开03表"));
        Assert.Equal(["栏　次||1|栏　次||2|3|4|5"], LastHeaderRow("公开04表"));
        Assert.Equal(["1|2|3|4|5|6|7|8|9|10|11|12"], LastHeaderRow("公开09表"));

        static string[] LastHeaderRow(string sheet) =>
            [string.Join('|', Document.Blocks.OfType<Table>().Single(table => table.SheetName == sheet).HeaderRows[^1].Cells.Select(cell => DocumentText.Of(cell.Inlines)))];
    }

    [Fact]
    public void EmptyTablesSaySo()
    {
        var text = Document.Blocks.Select(DocumentText.Running).ToList();
        Assert.Single(text, "本单位无政府性基金收入支出");
        Assert.Single(text, "本单位无国有资本经营收入支出");
    }

    [Fact]
    public void EveryProjectHasItsFormAndEveryResultItsPages()
    {
        var titles = Document.Blocks.OfType<Heading>().Where(heading => heading.Id.StartsWith("s6-2-a-", StringComparison.Ordinal) && heading.Style == HeadingStyle.TableTitle).ToList();
        var projects = Sample.Accounts.Facts.Records("项目自评表");
        Assert.Equal(projects.Count, titles.Count(title => title.Id.EndsWith("-form", StringComparison.Ordinal)));
        Assert.Equal(projects.Count(project => project.Values.ContainsKey("结果标题")), titles.Count(title => title.Id.EndsWith("-result", StringComparison.Ordinal)));
        Assert.Equal(projects.Select(project => project.Values["表题"].Text), titles.Where(title => title.Id.EndsWith("-form", StringComparison.Ordinal)).Select(title => DocumentText.Of(title.Inlines)));
    }

    [Fact]
    public void EveryIndicatorIsARowOfAForm()
    {
        var indicators = Sample.Accounts.Facts.Records("项目绩效指标").Concat(Sample.Accounts.Facts.Records("整体绩效指标")).ToList();
        var printed = Document.Blocks.OfType<Table>().Where(table => table.Kind == TableKind.Form).SelectMany(table => table.Rows)
            .Select(row => string.Join('|', row.Cells.TakeLast(4).Select(cell => DocumentText.Of(cell.Inlines)))).ToList();
        foreach (var indicator in indicators.Select(record => record.Values))
        {
            var weight = indicator.TryGetValue("权重", out var points) ? $"（{points.Number:0.##}分）" : "";
            Assert.Contains($"{indicator["三级指标"].Text}{weight}|{indicator["年初目标值"].Text}|{indicator["实际完成值"].Text}|{indicator["得分"].Number:0.##}分", printed);
        }
    }

    [Fact]
    public void AProjectFormIsLaidOutAsPublished()
    {
        var form = Document.Blocks.OfType<Table>().First(table => table.Id == "s6-2-a-1-form-grid");
        var rows = form.Rows.Select(row => string.Join('|', row.Cells.Select(cell => $"{DocumentText.Of(cell.Inlines).Replace("\n", "", StringComparison.Ordinal)}{(cell.ColumnSpan, cell.RowSpan)}"))).ToList();
        Assert.Equal("项目名称(2, 1)|党政办公室业务经费(6, 1)", rows[0]);
        Assert.Equal("项目类别(2, 1)|1、部门预算项目 ☑　2、区级专项 ☐　3、转移支付项目 ☐(6, 1)", rows[2]);
        Assert.Equal("预算执行情况（万元）（20分）(2, 2)|(1, 1)|预算数（A）(1, 1)|执行数（B）(1, 1)|执行率（B/A）(1, 1)|得分（20分*执行率）(2, 1)", rows[5]);
        Assert.Equal("年度财政资金总额(1, 1)|3,408.55(1, 1)|3,408.55(1, 1)|100%(1, 1)|20分(2, 1)", rows[6]);
        Assert.StartsWith("年度绩效目标（80分）(1, 13)|一级指标(1, 1)|二级指标(1, 1)|三级指标(2, 1)|", rows[7], StringComparison.Ordinal);
        Assert.Equal("产出指标（40分）(1, 10)|数量指标（28分）(1, 7)|派遣人员到岗率（4分）(2, 1)|100%(1, 1)|100%(1, 1)|4分(1, 1)", rows[8]);
        Assert.Equal("总分(2, 1)|98分(6, 1)", rows[20]);
        Assert.Equal(new TableFrame(null, "单位名称：武汉东湖新技术开发区党政办公室", "填报日期：2024年5月15日"), form.Frame);
    }

    [Fact]
    public void AnExcelErrorOfTheSourceIsPrintedAsItStands()
    {
        var form = Document.Blocks.OfType<Table>().Single(table => table.Id == "s6-1-a-form-grid");
        Assert.Contains(form.Rows, row => string.Concat(row.Cells.Select(cell => DocumentText.Of(cell.Inlines))) == "总分#REF!");
    }

    [Fact]
    public void ScoreTableStandsInsideTheOverallResult()
    {
        var blocks = Document.Blocks.ToList();
        var scores = blocks.FindIndex(block => block is Table { Id: "s6-1-a-scores" });
        Assert.EndsWith("各指标得分情况如下：", DocumentText.Running(blocks[scores - 1]), StringComparison.Ordinal);
        Assert.Equal("综合绩效\t100.00\t98.94", DocumentText.Running(blocks[scores]).Split('\n')[^1]);
    }

    [Fact]
    public void EveryFigureHasTheCellItCameFrom() =>
        Assert.All(
            Document.Blocks.OfType<Table>().SelectMany(table => table.Rows).SelectMany(row => row.Cells).SelectMany(cell => cell.Inlines).OfType<Figure>(),
            figure => Assert.NotEmpty(figure.Origin.Cells));

    [Fact]
    public void AssemblingTwiceGivesTheSameText() => Assert.Equal(
        DocumentDump.Of(Document),
        DocumentDump.Of(Assembler.Assemble(Sample.Accounts, Sample.Set, Sample.Sections, Sample.Created).Value!));

    private static string Published() => Bare(File.ReadAllText(Path.Combine(Sample.Folder, "published.txt")));

    private static string Bare(string text) => Spaces().Replace(text, "")
        .Replace("...", "…", StringComparison.Ordinal).Replace('（', '(').Replace('）', ')').Replace('＝', '=').Replace('＋', '+').Replace('－', '-')
        .Replace('：', ':').Replace("$", "", StringComparison.Ordinal).Replace(@"\geq", "≥", StringComparison.Ordinal)
        .Replace(@"\leq", "≤", StringComparison.Ordinal).Replace(@"\times", "×", StringComparison.Ordinal)
        .Replace('＜', '<').Replace("1.栏各行", "1栏各行", StringComparison.Ordinal);

    [GeneratedRegex(@"\s")]
    private static partial Regex Spaces();
}
