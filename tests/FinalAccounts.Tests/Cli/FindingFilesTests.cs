using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static FinalAccounts.Tests.Cli.CommandProcess;

namespace FinalAccounts.Tests.Cli;

/// <summary>Findings of <c>check</c> and <c>audit</c> for people who read text, Excel or Word.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class FindingFilesTests : IDisposable
{
    private static readonly string SampleFolder = Repository.PathOf("samples", "whdh-2023");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("finalaccounts-findings");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task CheckWritesItsFindingsForReadersOfTextExcelAndWordAndAuditReadsThem()
    {
        var (word, sheet) = (Path.Combine(folder.FullName, "批注.docx"), Path.Combine(folder.FullName, "问题.xlsx"));
        var (code, output) = await Run("check", SampleFolder, "--docx", word, "--xlsx", sheet);

        Assert.Equal(1, code);
        Assert.DoesNotContain(output.Split('\n'), line => line != line.TrimEnd());
        Assert.Contains("尾差 表03-款　公开03表：2处尾差，最大相差 0.01", output, StringComparison.Ordinal);
        Assert.Contains("位置 文字资料.xlsx ▸ 整体自评表 ▸ B14", output, StringComparison.Ordinal);
        Assert.Equal("#REF!", Assert.Single(Commented(word), pair => pair.Says.StartsWith("错误 IMP-55", StringComparison.Ordinal)).At);
        Assert.Contains(Commented(word), pair => pair.Says.StartsWith("错误 自评-5", StringComparison.Ordinal) && pair.At == "98.77分");
        Assert.True(new FileInfo(sheet).Length > 5_000);
        await AuditPutsItsFindingsIntoTheUnitsOwnWordFile(word);
    }

    private async Task AuditPutsItsFindingsIntoTheUnitsOwnWordFile(string draft)
    {
        var audited = Path.Combine(folder.FullName, "审核批注.docx");
        var (code, output) = await Run("audit", draft, "--docx", audited, "--xlsx", Path.Combine(folder.FullName, "审核.xlsx"));

        Assert.Equal(1, code);
        Assert.Contains("要单位的文字资料才能核对，公开的文档里没有：", output, StringComparison.Ordinal);
        Assert.Contains(Commented(audited), pair => pair.Says.StartsWith("提醒 FRM-03", StringComparison.Ordinal) && pair.At == "（请按部门一级项目个数公开）");
        Assert.Equal(2, (await Run("audit", draft, "--docx", draft)).Code);
    }

    private static List<(string At, string Says)> Commented(string file)
    {
        using var package = WordprocessingDocument.Open(file, isEditable: false);
        var said = package.MainDocumentPart!.WordprocessingCommentsPart!.Comments!.Elements<Comment>().ToDictionary(comment => comment.Id!.Value!, comment => comment.InnerText);
        return [.. package.MainDocumentPart.Document!.Descendants<CommentRangeStart>()
            .Select(start => (start.Ancestors<Paragraph>().First().InnerText, said[start.Id!.Value!]))];
    }
}
