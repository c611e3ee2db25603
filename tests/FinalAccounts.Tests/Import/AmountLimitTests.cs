using System.Text;
using FinalAccounts.Accounts;
using FinalAccounts.Checks;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Import.Corrections;
using FinalAccounts.Import.FactSheets;
using FinalAccounts.Import.Json;
using FinalAccounts.Templates;
using FinalAccounts.Tests.Comparison;

namespace FinalAccounts.Tests.Import;

/// <summary>Amounts end at 10^15 元, at every entrance.</summary>
public sealed class AmountLimitTests
{
    private static readonly CompiledSet Compiled = ImportedSample.Wuhan.Set;
    private static readonly string Json = Encoding.UTF8.GetString(AccountsJson.Write(RealSample.Accounts));
    private static readonly string Total = CorrectionValue.Of(RealSample.Accounts.Tables["表01"].Cell("收入总计", "金额"))!;

    public static TheoryData<string> TooLarge => ["1000000000000000.01", "-1000000000000000.01", "1e21", "1e28", "79228162514264337593543950335", "-79228162514264337593543950335", "1e300"];

    [Theory]
    [MemberData(nameof(TooLarge))]
    public void CellOfTheCanonicalFormIsReportedWithItsLine(string number)
    {
        var findings = Import(With(number)).Findings.Where(finding => finding.Severity == Severity.Fatal).ToList();
        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Equal("IMP-30", finding.Rule));
        Assert.All(findings, finding => Assert.Contains("10^15", finding.Message));
        Assert.All(findings, finding => Assert.NotNull(finding.Places[0].Line));
    }

    [Theory]
    [InlineData("1000000000000000", "1000000000000000")]
    [InlineData("-0.0", "0")]
    [InlineData("0.1234567890123456789012345678", "0.1234567890123456789012345678")]
    [InlineData("1e-20", "0.00000000000000000001")]
    public void CellOfTheCanonicalFormIsTakenAsItStands(string number, string read) =>
        Assert.Equal(read, CorrectionValue.Of(Import(With(number)).Value!.Tables["表01"].Cell("收入总计", "金额")));

    [Theory]
    [InlineData("1e15")]
    [InlineData("-1e15")]
    [InlineData("0.0000000000000000000000000001")]
    public void LargestAndSmallestAmountsGoThroughTheWholePipeline(string number)
    {
        // Every amount at once, so that sums and differences are as large as they can be.
        var json = System.Text.RegularExpressions.Regex.Replace(Json, "(\"value\": ?|\"number\": ?)-?[0-9.]+", match => match.Groups[1].Value + number);
        Assert.NotEqual(Json, json);
        var imported = Import(json);
        Assert.True(imported.Succeeded, ImportCase.Print(imported.Findings.Take(5)));
        var disclosure = Pipeline.Run(imported.Value!, imported.Findings, Compiled, null, CancellationToken.None);
        Assert.DoesNotContain(disclosure.Findings, finding => finding.Message.Contains("内部错误", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TooLarge))]
    public void CellOfAWorkbookIsReported(string number)
    {
        var finding = Assert.Single(ImportCase.Import(ImportCase.Workbook("总　计|4|=108.9|", $"总　计|4|={number}|")).Findings);
        Assert.Equal(("IMP-30", "公开表.xlsx ▸ 公开1 ▸ C11"), (finding.Rule, finding.Places[0].ToString()));
        Assert.Contains("10^15", finding.Message);
    }

    [Theory]
    [InlineData(FactType.Money)]
    [InlineData(FactType.Integer)]
    [InlineData(FactType.Decimal)]
    public void FactIsReported(FactType type)
    {
        var (value, findings) = FactText.Read("10000000000000000", new FactField("总额", type, false, type == FactType.Money ? "元" : null, null, []), "采购，“总额”");
        Assert.Null(value!.Number);
        Assert.Equal("IMP-53", Assert.Single(findings).Rule);
    }

    [Theory]
    [InlineData("1000000000000000.01", MoneyUnit.Yuan)]
    [InlineData("100000000000.000001", MoneyUnit.TenThousandYuan)]
    [InlineData("9999999999999999999999999999", MoneyUnit.TenThousandYuan)]
    public void CorrectionIsRefused(string typed, MoneyUnit unit)
    {
        var (yuan, problem) = FactText.ReadMoney(typed, unit);
        Assert.Null(yuan);
        Assert.Contains("10^15", problem);
    }

    [Fact]
    public void StoredCorrectionOverTheMaximumDoesNotApply()
    {
        var corrected = CorrectionOverlay.Apply(
            RealSample.Accounts, [new CellCorrection("表01", "收入总计", "金额", false, Total, "79228162514264337593543950335", "李四", "改")], RealSample.Set);
        Assert.Equal("COR-03", Assert.Single(corrected.Findings).Rule);
    }

    [Fact]
    public void LongestNumbersOfTextDoNotOverflow()
    {
        var json = Json.Replace("\"text\": \"", "\"text\": \"共99999999999999999999亿元，其中99999999999999999999亿元、1.2345678901234567891元、12345678901234567890元。", StringComparison.Ordinal);
        Assert.NotEqual(Json, json);
        var imported = Import(json);
        Assert.True(imported.Succeeded, ImportCase.Print(imported.Findings.Take(5)));
        Assert.NotNull(Pipeline.Run(imported.Value!, imported.Findings, Compiled, null, CancellationToken.None));
    }

    [Theory]
    [InlineData(FormulaUnits.Yuan)]
    [InlineData(FormulaUnits.Ratio)]
    [InlineData(null)]
    public void DifferenceOfTheLargestResultsOfFormulasCanBePrinted(string? unit)
    {
        var difference = new RuleDifference(ComparisonOperator.Equal, 1e24m, -1e24m, unit, 0, 0);
        Assert.True(difference.IsBreach);
        Assert.Contains("相差", difference.InWords);
    }

    private static string With(string number) => Json.Replace($"\"value\": {Total}", $"\"value\": {number}", StringComparison.Ordinal);

    private static Result<DepartmentAccounts> Import(string json) =>
        Importer.Import(new ImportRequest { Json = new ImportFile("数据.json", Encoding.UTF8.GetBytes(json)) }, RealSample.Set, CancellationToken.None);
}
