using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Narration;
using FinalAccounts.Rendering.Excel;
using FinalAccounts.Rendering.Html;
using FinalAccounts.Rendering.Word;
using FinalAccounts.Tests.Formulas;
using FinalAccounts.Tests.Narration;
using FinalAccounts.Tests.Rendering.Html;
using FinalAccounts.Tests.Rendering.Layout;
using FinalAccounts.Tests.Rendering.Pdf;
using FinalAccounts.Tests.Templates;
using UglyToad.PdfPig;

namespace FinalAccounts.Tests.Regions;

/// <summary>What a region chooses is printed so in all four formats: one document with every choice, rendered once to each.</summary>
[Collection(PdfCollection.Name)]
public sealed class OptionsInFourFormatsTests(PdfFixture fixture)
{
    private const string Figures = "listZeroSources: true";
    private static readonly DateTimeOffset Created = new(2024, 9, 1, 0, 0, 0, TimeSpan.FromHours(8));

    // What is chosen, how a section words it, of which unit, and what is printed.
    private static readonly (string Option, string Template, string Unit, string Printed)[] Sentences =
    [
        ($"{Figures}, percentDecimals: 2, trimWholeAmounts: false", "事业收入{{ 丙 | 万元 }}，占{{ 丙 | 占比 甲 }}", "小局", "事业收入0.00万元，占0.00%"),
        ($"{Figures}, percentDecimals: 2, bareZeroPercent: true, trimWholeAmounts: true", "事业收入{{ 丙 | 万元 }}，占{{ 丙 | 占比 甲 }}", "小局", "事业收入0万元，占0%"),
        ($"{Figures}, zeroAsNone: true", "{{ if 选项.零项写无 }}无{{ 丙.名称 }}{{ else }}{{ 丙 | 万元 }}{{ end }}", "小局", "无丙"),
        ($"{Figures}, separateThousands: false", "收入{{ 甲 | 万元 }}", "小局", "收入95205.29万元"),
        (Figures, "平均得分{{ 资料.自评.平均得分 | 分数 }}分", "小局", "平均得分92.5分"),
        (Figures, "平均得分{{ 资料.自评.平均得分 | 分数 2 }}分整", "小局", "平均得分92.50分整"),
        (Figures, "{{ 单位名称 | 接 \"部门决算说明\" }}", "社会工作部", "社会工作部决算说明"),
        (Figures, "{{ 单位名称 | 接 \"单位决算说明\" }}", "直属单位", "直属单位决算说明"),
        (Figures, "{{ 单位名称 | 接 \"街道办事处决算说明\" }}", "东湖街道办事处", "东湖街道办事处决算说明"),
        (Figures, "{{ 单位名称 | 接 \"部门决算说明\" }}", "清河县民政局", "清河县民政局部门决算说明"),
    ];

    // What stands in tables, cell after cell; also in the workbook.
    private static readonly string[] Cells =
    [
        "因公出国（境）团组数（个）23", "公务用车保有量（辆）3—",
        "12010302信息化运维办公室延续2024年5月15日1,234150.00", "22010302信息化运维财务处新增2023年5月—50.00",
        .. Enumerable.Range(1, 40).Select(number => $"商品和服务支出{number}"),
    ];

    [Fact]
    public async Task EveryChoiceIsPrintedAlikeInWordPdfHtmlAndExcel()
    {
        var document = Document();
        var printed = await fixture.Renderer.PrintAsync(document, new Theme());
        using var pdf = PdfDocument.Open(printed.Pdf.ToArray());
        using var file = new MemoryStream();
        WordRenderer.Render(document, new Theme(), printed.Pages, file);
        using var word = WordprocessingDocument.Open(file, false);
        (string Format, string Text)[] formats =
        [
            ("Word", ExpectedText.Bare(word.MainDocumentPart!.Document!.Body!.InnerText)),
            ("PDF", ExpectedText.Bare(TaggedText.Of(pdf))),
            ("HTML", HtmlText.Of(HtmlRenderer.Render(document, new Theme(), printed.Pages))),
            ("Excel", ExpectedText.Bare(string.Concat(ExcelRenderer.Workbook(document).Sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row.Cells).Select(Shown)))),
        ];

        var missing = formats.SelectMany(format => (format.Format == "Excel" ? Cells : [.. Sentences.Select(sentence => sentence.Printed), .. Cells])
            .Where(text => !format.Text.Contains(text, StringComparison.Ordinal)).Select(text => $"{format.Format}: {text}")).ToList();

        Assert.True(missing.Count == 0, $"{string.Join('\n', missing)}\n{formats[2].Text}");
    }

    private static Document Document() => new(new DocumentMetadata("2023年度小局部门决算公开", "小局", 2023, Created, null),
    [
        new Section(new PageSetup(), [.. Sentences.SelectMany(sentence => Said(sentence.Option, sentence.Template, sentence.Unit))]),
        new Section(new PageSetup(PageOrientation.Landscape, Kind: PageKind.Tables), [ColumnKindTests.PrintedCounts() with { Id = "t10", SheetName = "公开10表" }]),
        new Section(new PageSetup(PageOrientation.Landscape, Kind: PageKind.Tables), [ColumnKindTests.PrintedProjects() with { Id = "t11", SheetName = "公开11表" }]),
        new Section(new PageSetup(PageOrientation.Landscape, Kind: PageKind.Tables), [TablePagesTests.Wide(40, 3) with { Id = "t12", SheetName = "公开12表" }]),
    ]);

    private static IReadOnlyList<Block> Said(string options, string template, string unit)
    {
        var files = SmallNarration.Files(template, options: $"{{{options}}}");
        files["小/facts.yaml"] += "\n  - name: 自评\n    kind: fields\n    fields:\n      - {name: 平均得分, type: decimal}\n";
        var set = SmallSet.Reader(files).ReadCompiled("小");
        Assert.Equal([], set.Findings.Select(finding => finding.Message));
        var income = SmallAccounts.Table(
            "表01", ("财政拨款收入", [("金额", 952_052_900m)]), ("事业收入", [("金额", 0m)]), ("收入总计", [("金额", 952_052_900m)]), ("支出总计", [("金额", 952_052_900m)]));
        var score = new FactSheet("自评", [SmallAccounts.Record(("平均得分", 92.5m))]);
        var accounts = SmallAccounts.With(SmallAccounts.With(SmallNarration.Unit(), income), score) with { UnitName = unit };
        var section = Narrator.NarrateSection(accounts, set.Value!, SmallNarration.File, CancellationToken.None);
        Assert.Equal([], section.Findings.Select(finding => finding.Message));
        return section.Blocks;
    }

    private static string Shown(SheetCell cell) => cell.Number is { } number ? number.ToString(cell.Format, CultureInfo.InvariantCulture) : cell.Text ?? "";
}
