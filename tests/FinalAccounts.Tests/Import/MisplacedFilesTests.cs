using FinalAccounts.Import;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Import;

/// <summary>The right files in the wrong places: one sentence, not one for each table.</summary>
public sealed class MisplacedFilesTests
{
    private static ImportFile Tables => ImportCase.Workbook().File();

    private static ImportFile Facts => new XlsxBuilder().Sheet("基本情况", "名称|内容").Sheet("出国费用", "费用|金额（万元）").Sheet("主要职责", "内容").File("文字资料.xlsx");

    [Fact]
    public void SwappedWorkbooksAreSaidToBeSwapped() => AssertOnly(Facts, Tables, "放反了");

    [Fact]
    public void TablesGivenAsFactsAreNamed() => AssertOnly(Tables, Tables, "文字资料放的是公开表");

    [Fact]
    public void FactsGivenAsTablesAreNamed() => AssertOnly(Facts, Facts, "公开表放的是文字资料");

    [Fact]
    public void LastYearsWorkbookGivenTwiceIsRefusedInOneSentence()
    {
        var prior = new XlsxBuilder();
        foreach (var (drawing, i) in ImportCase.Drawings.Select((drawing, i) => (drawing, i)))
        {
            prior.Sheet($"{i}", drawing.Replace("2023年度", "2022年度"));
        }

        var result = Importer.Import(new ImportRequest { Tables = Tables, PriorTables = prior.File("上年公开表.xlsx") }, ImportCase.Set, CancellationToken.None);

        Assert.Equal("IMP-18", Assert.Single(result.Findings).Rule);
        Assert.False(result.Succeeded);
    }

    private static void AssertOnly(ImportFile tables, ImportFile facts, string words)
    {
        var set = ImportCase.Set with { Facts = new FactsSchema([.. ImportCase.Set.Facts.Sheets, new FactSheetSchema("主要职责", true, null, [])]) };
        var result = Importer.Import(new ImportRequest { Tables = tables, Facts = facts }, set, CancellationToken.None);

        var finding = Assert.Single(result.Findings);
        Assert.Equal("IMP-17", finding.Rule);
        Assert.Contains(words, finding.Message);
    }
}
