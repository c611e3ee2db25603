using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using FinalAccounts.Documents;
using FinalAccounts.Tests.Word;
using Document = FinalAccounts.Documents.Document;
using Table = FinalAccounts.Documents.Table;

namespace FinalAccounts.Tests.Regions;

/// <summary>The set shanghai-2024 against the official form. Goldens in shanghai/ hold the text of each branch; with FINALACCOUNTS_ACCEPT=true a run writes them anew.</summary>
public sealed partial class ShanghaiTests
{
    public static TheoryData<string> Branches() => new(ShanghaiUnits.ByBranch.Keys);

    [Theory]
    [MemberData(nameof(Branches))]
    public void TheTextOfEachBranchIsTheFormsAndNothingStopsPublishing(string branch)
    {
        var disclosure = ShanghaiUnits.Disclose(ShanghaiUnits.ByBranch[branch]());
        Assert.Equal([], disclosure.Findings.Where(finding => finding.Severity >= Severity.Error).Select(finding => $"{finding.Rule} {finding.Message}"));
        var text = ShanghaiUnits.Narrative(disclosure);
        var path = Repository.PathOf("tests", "FinalAccounts.Tests", "Regions", "shanghai", $"{branch}.txt");
        if (Environment.GetEnvironmentVariable("FINALACCOUNTS_ACCEPT") == "true")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path), text);
    }

    [Theory]
    [MemberData(nameof(Branches))]
    public void TheFormsInstructionsAndAlternativesAreNeverPrinted(string branch)
    {
        var document = ShanghaiUnits.Disclose(ShanghaiUnits.ByBranch[branch]()).Document!;
        var text = string.Join('\n', document.Blocks.Select(DocumentText.Running));
        Assert.Equal([], Instructions().Matches(text).Select(match => match.Value));
    }

    [Fact]
    public void TheTablesStandInTheFormsOrderWithoutMarksAndYears()
    {
        var document = ShanghaiUnits.Disclose(ShanghaiUnits.ByBranch["一个单位"]()).Document!;
        Assert.Equal(
            ["收入支出决算总表", "收入决算表", "支出决算表", "财政拨款收入支出决算总表", "一般公共预算财政拨款支出决算表", "一般公共预算财政拨款基本支出决算表",
                "财政拨款“三公”经费支出决算表", "政府性基金预算财政拨款收入支出决算表", "国有资本经营预算财政拨款收入支出决算表"],
            document.Blocks.OfType<Heading>().Where(heading => heading.Style == HeadingStyle.TableTitle).Select(heading => DocumentText.Of(heading.Inlines)));
        Assert.All(Tables(document), table => Assert.Equal(new TableFrame(null, null, "单位：万元"), table.Frame));
        Assert.DoesNotContain(Tables(document), table => table.HeaderRows.Concat(table.Rows).Any(row => row.Cells.Any(cell => DocumentText.Of(cell.Inlines) is "行次" or "栏　次")));
    }

    [Fact]
    public void TheSumClosesTableFiveAndOpensTheOthers()
    {
        var tables = Tables(ShanghaiUnits.Disclose(ShanghaiUnits.ByBranch["多个单位"]()).Document!).ToDictionary(table => table.Id);
        Assert.Equal("合计", tables["t05"].Rows[^1].Key);
        Assert.All(new[] { "t02", "t03", "t07", "t08" }, id => Assert.Equal(("合计", 2), (tables[id].Rows[0].Key, tables[id].Rows[0].Cells[0].ColumnSpan)));
    }

    [Fact]
    public void AnEmptyFundTableKeepsItsFormAndSaysSo()
    {
        var blocks = ShanghaiUnits.Disclose(ShanghaiUnits.ByBranch["一个单位"]()).Document!.Blocks.ToList();
        var at = blocks.FindIndex(block => block is Table { Id: "t08" });
        Assert.Equal("注：本表反映部门本年度国有资本经营预算财政拨款收入、支出及结转和结余情况。", DocumentText.Running(blocks[at + 1]));
        Assert.Equal("说明：上海市示例事务局本年度没有国有资本经营预算财政拨款收入和支出，故本表无数据。", DocumentText.Running(blocks[at + 2]));
    }

    [Fact]
    public void TheContentsSayWhatTheFormsContentsSay()
    {
        var one = Contents("一个单位");
        Assert.Contains("二、机构设置", one);
        Assert.DoesNotContain("二、部门决算单位构成", one);
        Assert.Contains("二、部门决算单位构成", Contents("多个单位"));
        Assert.Contains("第二部分　上海市示例事务局2024年度部门决算表", one);
        Assert.Contains("七、财政拨款“三公”经费支出决算表", one);
        Assert.Contains("十一、其他重要事项说明", one);
    }

    [Fact]
    public void ItsWordFileIsValidAndACoverWithoutADateHasNoEmptyLine()
    {
        var document = ShanghaiUnits.Disclose(ShanghaiUnits.ByBranch["多个单位"]()).Document!;
        using var file = WordSample.Open(WordSample.Render(document, WordSample.PagesOf(document)));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.DoesNotContain(WordSample.Body(file).Descendants<ParagraphStyleId>(), style => style.Val == "CoverDate");
        Assert.Equal("上海市示例事务局\n2024年度部门决算", DocumentText.Running(document.Blocks.OfType<Cover>().Single()));
    }

    private static List<string> Contents(string branch) => [.. ShanghaiUnits.Disclose(ShanghaiUnits.ByBranch[branch]()).Document!.Blocks.OfType<Heading>()
        .Where(heading => heading.InContents).Select(heading => heading.ContentsText ?? DocumentText.Of(heading.Inlines))];

    private static IEnumerable<Table> Tables(Document document) => document.Blocks.OfType<Table>().Where(table => table.Kind == TableKind.Accounts);

    [GeneratedRegex("不涉及的不列|如持平|按上述格式|作下述说明|仍保留该表|由主管部门|列明|本部分内容为|以下同|XX|（减少）|（增加）|（下降）|（增长）|（小于）|（大于）|支出收入|……")]
    private static partial Regex Instructions();
}
