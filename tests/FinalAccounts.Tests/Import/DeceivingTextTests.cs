using System.Text;
using FinalAccounts.Accounts;
using FinalAccounts.Checks;
using FinalAccounts.Documents;
using FinalAccounts.Import;
using FinalAccounts.Import.Corrections;
using FinalAccounts.Import.Json;
using FinalAccounts.Narration;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Import;

/// <summary>Characters that cannot be printed or deceive the eye are found at their place, at every entrance, and never reach an output.</summary>
public sealed class DeceivingTextTests
{
    [Theory]
    [InlineData("\u202E", Severity.Error)]
    [InlineData("\u2066", Severity.Error)]
    [InlineData("\u200F", Severity.Error)]
    [InlineData("\U000E0041", Severity.Error)]
    [InlineData("\u200B", Severity.Warning)]
    [InlineData("\uFEFF", Severity.Warning)]
    [InlineData("\u00AD", Severity.Warning)]
    [InlineData("\uFE0F", Severity.Note)]
    [InlineData("\U000E0100", Severity.Note)]
    [InlineData("\uE000", Severity.Error)]
    [InlineData("\u20E3", Severity.Error)]
    public void IsFoundInAWorkbookAndInJsonAndLeftOut(string character, Severity severity)
    {
        var written = $"一般公{character}共服务支出";
        var workbook = Importer.Import(new ImportRequest { Tables = Workbook("201|<|<|" + written).File() }, ImportCase.Set, CancellationToken.None);
        var finding = Assert.Single(workbook.Findings, finding => finding.Rule == "IMP-58");
        Assert.Equal((severity, "公开表.xlsx ▸ 公开2 ▸ D7"), (finding.Severity, finding.Places[0].ToString()));

        var json = Encoding.UTF8.GetString(AccountsJson.Write(ImportCase.Import(ImportCase.Workbook()).Value!)).Replace("一般公共服务支出\"", written + "\"", StringComparison.Ordinal);
        var read = Importer.Import(new ImportRequest { Json = new ImportFile("accounts.json", Encoding.UTF8.GetBytes(json)) }, ImportCase.Set, CancellationToken.None);
        Assert.Contains(read.Findings, finding => finding.Rule == "IMP-58" && finding.Severity == severity && finding.Places[0].Line > 1);

        Assert.DoesNotContain(character, workbook.Value!.Tables["表03"].Row("201")!.Name, StringComparison.Ordinal);
        Assert.DoesNotContain(character, read.Value?.Tables["表03"].Row("201")!.Name ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void IsFoundInASheetsName() => Assert.Contains(
        Importer.Import(new ImportRequest { Tables = ImportCase.Workbook().Sheet("备\u202E注", "看\n").File() }, ImportCase.Set, CancellationToken.None).Findings,
        finding => finding.Rule == "IMP-58" && finding.Message.StartsWith("工作表名称", StringComparison.Ordinal));

    [Theory]
    [InlineData("\u202E")]
    [InlineData("\u200B")]
    [InlineData("\U000E0041")]
    [InlineData("\uFE0F")]
    [InlineData("\u20E3")]
    public void IsRefusedInTemplatesAndCorrections(string character)
    {
        Assert.Contains(Narrator.Syntax("sections/概况.sbn", $"文字{character}文字"), finding => finding.Message.Contains("请删去重写", StringComparison.Ordinal));
        Assert.Null(CorrectionValue.Read(new FactField("用途", FactType.Prose, false, null, null, []), $"文字{character}文字", null));
    }

    [Fact]
    public void LinesAndOrdinarySignsAreNoFinding() =>
        Assert.Empty(Narrator.Syntax("sections/概况.sbn", "（一）“三公”经费——①②③ № ℃ ≥ 1/2\t㎡\n第二行 A-Z"));

    [Fact]
    public void ACharacterThatNoFontHasIsFoundAtItsCellAndPrintedAsGeta()
    {
        var place = new Place("文字资料.xlsx", "项目支出", "A4");
        var facts = new Facts(new Dictionary<string, FactSheet>
        {
            ["项目支出"] = new("项目支出", [new FactRecord(new Dictionary<string, FactValue> { ["名称"] = new(place) { Text = "𠮷祥工程" } })]),
        });
        var accounts = new DepartmentAccounts("测试局", 2024, new Dictionary<string, AccountsTable>(), facts);

        var drawn = DrawnText.Of(new Result<DepartmentAccounts>(accounts, []), codePoint => codePoint < 0x20000);

        Assert.Equal("〓祥工程", drawn.Value!.Facts.Records("项目支出")[0].Values["名称"].Text);
        var finding = Assert.Single(drawn.Findings);
        Assert.Equal(("IMP-58", Severity.Error, place), (finding.Rule, finding.Severity, finding.Places[0]));
        Assert.Contains("“𠮷”（U+20BB7）", finding.Message, StringComparison.Ordinal);
        Assert.Same(accounts, DrawnText.Of(new Result<DepartmentAccounts>(accounts, []), _ => true).Value);
    }

    private static XlsxBuilder Workbook(string subject)
    {
        var builder = new XlsxBuilder();
        for (var i = 0; i < ImportCase.Drawings.Count; i++)
        {
            builder.Sheet($"公开{i + 1}", ImportCase.Drawings[i].Replace("201|<|<|一般公共服务支出", subject, StringComparison.Ordinal));
        }

        return builder;
    }
}
