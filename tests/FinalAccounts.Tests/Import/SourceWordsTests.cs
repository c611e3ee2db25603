using FinalAccounts.Import;
using FinalAccounts.Import.Files;
using FinalAccounts.Import.Tables;

namespace FinalAccounts.Tests.Import;

/// <summary>What is wrong with tables is said of a published document in words of documents.</summary>
public sealed class SourceWordsTests
{
    private static readonly string[] OfWorkbooks = ["工作簿", "工作表", "模板集", "导入", "版式", "表样里"];

    [Theory]
    [InlineData("IMP-20", "|^|^|^\n类|款|项|栏次|1|2|3", "|^|^|^\n类|款|项|栏次|1|2", "本年支出合计|基本支出|项目支出", "本年支出合计|基本支出")]
    [InlineData("IMP-22", "|项目支出\n功能分类科目编码|<|<|科目名称|^|^|^\n类|款|项|栏次|1|2|3\n|||合　计|=90.25|=60|=30.25", "|项目支出|经营支出\n功能分类科目编码|<|<|科目名称|^|^|^\n类|款|项|栏次|1|2|3\n|||合　计|=90.25|=60|=30.25|=5")]
    [InlineData("IMP-23", "二、其他收入|2|", "另有收入|2|=3")]
    [InlineData("IMP-23", "二、其他收入|2|", "二、其它收人|2|=3")]
    [InlineData("IMP-12", "2023年度", "2022年度")]
    [InlineData("IMP-10", "年度", "年报")]
    public void DocumentsAreCalledDocuments(string rule, params string[] changes)
    {
        var (document, workbook) = (Messages(SourceWords.OfDocument, changes), Messages(SourceWords.OfWorkbook, changes));

        Assert.Equal(workbook.Select(finding => finding.Rule), document.Select(finding => finding.Rule));
        Assert.Contains(document, finding => finding.Rule == rule);
        Assert.All(document, finding => Assert.DoesNotContain(OfWorkbooks, word => finding.Message.Split("读到的表头")[0].Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public void ASecondCopyIsPutElsewhereOrLeftOut()
    {
        string[] drawings = [.. ImportCase.Drawings, ImportCase.Table03.Replace("=90.25", "=80.25", StringComparison.Ordinal).Replace("=60", "=50", StringComparison.Ordinal)];
        Assert.Contains(Messages(SourceWords.OfWorkbook, [], drawings), finding => finding.Rule == "IMP-11" && finding.Message.EndsWith("把另一份移到别的工作簿里再导入。", StringComparison.Ordinal));
        Assert.Contains(Messages(SourceWords.OfDocument, [], drawings), finding => finding.Rule == "IMP-11" && finding.Message.EndsWith("删去另一份。", StringComparison.Ordinal));
    }

    private static List<Finding> Messages(SourceWords words, string[] changes, IReadOnlyList<string>? drawings = null)
    {
        var builder = new XlsxBuilder();
        foreach (var (index, drawing) in (drawings ?? ImportCase.Drawings).Index())
        {
            builder.Sheet($"公开{index + 1}", changes.Chunk(2).Aggregate(drawing, (text, change) => text.Replace(change[0], change[1], StringComparison.Ordinal)));
        }

        var findings = new ImportFindings { Words = words };
        var grids = GridReader.Read(builder.File(), findings, CancellationToken.None)!;
        new AccountsWorkbookReader(ImportCase.Set, null, 2023, findings).Read("公开", grids, CancellationToken.None);
        return [.. findings.All];
    }
}
