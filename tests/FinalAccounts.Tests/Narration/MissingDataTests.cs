using FinalAccounts.Accounts;
using FinalAccounts.Formulas;
using FinalAccounts.Import;

namespace FinalAccounts.Tests.Narration;

/// <summary>What the workbooks lack is said once, at the workbook's cell, in the words of those who fill it in.</summary>
public sealed class MissingDataTests
{
    private static readonly CompiledSet Set = ShippedSets.Of("shanghai-2024");

    [Theory]
    [InlineData("政府采购", "总额", "B4")]
    [InlineData("公务接待", "国内接待费", "B4")]
    public void ABlankFieldThatTheTextPrintsIsOneFindingAtItsCell(string sheet, string field, string cell)
    {
        var (accounts, imported) = Without(sheet, field);
        var finding = Assert.Single(About(accounts, imported, field));

        Assert.Equal(("文字资料.xlsx", sheet, cell), (finding.Places[0].File, finding.Places[0].Sheet, finding.Places[0].Cell));
        Assert.Contains($"{sheet}，“{field}”", finding.Message, StringComparison.Ordinal);
        NoTemplateLanguage(finding);
    }

    [Fact]
    public void ARowThatIsMissingIsSaidOnceByTheRuleThatNamesIt()
    {
        var accounts = Accounts().Accounts;
        var budget = accounts.Facts.Records("一般公共预算支出").Where(record => record.Values["科目编码"].Text is not ("2010505" or "2080505")).ToList();
        var findings = Run(With(accounts, "一般公共预算支出", budget), []);

        Assert.DoesNotContain(findings, finding => finding.Rule == "NAR-06");
        Assert.All(["2010505", "2080505"], code => Assert.Equal("沪-10", Assert.Single(findings, finding => finding.Severity >= Severity.Error && finding.Message.Contains(code, StringComparison.Ordinal)).Rule));
    }

    [Fact]
    public void ReasonsThatAreMissingAreOneFindingThatListsThem()
    {
        var accounts = Accounts().Accounts;
        var reasons = accounts.Facts.Records("原因说明").Where(record => record.Values["事项"].Text is not ("收支总计" or "本年收入合计")).ToList();
        var finding = Assert.Single(Run(With(accounts, "原因说明", reasons), []), finding => finding.Rule == "NAR-06");

        Assert.StartsWith("原因说明里没有这些事项的原因：收支总计", finding.Message, StringComparison.Ordinal);
        NoTemplateLanguage(finding);
    }

    [Fact]
    public void ACellThatWasNotCalculatedIsSaidOnce()
    {
        var (accounts, _) = Accounts();
        var record = accounts.Facts.Records("政府采购")[0];
        var place = record.Values["总额"].Place!;
        var broken = new FactRecord(new Dictionary<string, FactValue>(record.Values) { ["总额"] = new(place) { Error = "未计算" } });
        var said = new Finding(Severity.Error, "IMP-55", "政府采购，“总额”：公式还没有计算结果。", [place]);
        var with = With(accounts, "政府采购", [broken]);

        Assert.Equal([said], Run(with, [said]).Where(finding => finding.Places.Contains(place)));
        var alone = Run(with, []).Where(finding => finding.Severity == Severity.Error && finding.Places.Contains(place)).ToList();
        Assert.NotEmpty(alone);
        Assert.All(alone, NoTemplateLanguage);
    }

    [Fact]
    public void BlankCellsKeepTheirPlacesInJson()
    {
        var place = Accounts().Accounts.Facts.Records("绩效自评")[0].Values["自评资金"].Place;
        var (accounts, _) = Without("绩效自评", "自评资金");
        var read = Importer.Import(new ImportRequest { Json = new ImportFile("accounts.json", FinalAccounts.Import.Json.AccountsJson.Write(accounts)) }, Set.Set, CancellationToken.None);

        Assert.Equal(place, read.Value!.Facts.PlaceOf("绩效自评", read.Value.Facts.Records("绩效自评")[0], "自评资金"));
        Assert.Equal(place, Assert.Single(read.Findings, finding => finding.Rule == "IMP-52").Places[0]);
    }

    private static void NoTemplateLanguage(Finding finding)
    {
        Assert.DoesNotContain(finding.Places, place => place.File.EndsWith(".sbn", StringComparison.Ordinal));
        Assert.DoesNotContain("if", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("资料.", finding.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<Finding> About(DepartmentAccounts accounts, IReadOnlyList<Finding> imported, string words) =>
        Run(accounts, imported).Where(finding => finding.Severity == Severity.Error && finding.Message.Contains(words, StringComparison.Ordinal));

    private static IReadOnlyList<Finding> Run(DepartmentAccounts accounts, IReadOnlyList<Finding> imported) =>
        Pipeline.Run(accounts, imported, Set, null, CancellationToken.None).Findings;

    private static DepartmentAccounts With(DepartmentAccounts accounts, string sheet, IReadOnlyList<FactRecord> records) =>
        accounts with { Facts = new Facts(new Dictionary<string, FactSheet>(accounts.Facts.Sheets) { [sheet] = new FactSheet(sheet, records) }) };

    // As the import finds it when the cell is empty.
    private static (DepartmentAccounts, IReadOnlyList<Finding>) Without(string sheet, string field)
    {
        var (accounts, _) = Accounts();
        var found = accounts.Facts.Sheets[sheet];
        var place = found.Records[0].Values[field].Place!;
        var values = found.Records[0].Values.Where(pair => pair.Key != field).ToDictionary();
        var changed = found with { Records = [new FactRecord(values)], Blanks = new Dictionary<string, Documents.Place>(found.Blanks) { [field] = place } };
        var facts = new Facts(new Dictionary<string, FactSheet>(accounts.Facts.Sheets) { [sheet] = changed });
        return (accounts with { Facts = facts }, [new Finding(Severity.Error, "IMP-52", $"{sheet}，“{field}”：必填，现在是空的。请填写。", [place])]);
    }

    private static (DepartmentAccounts Accounts, IReadOnlyList<Finding> Findings) Accounts() => (ImportedSample.Shanghai.Accounts, ImportedSample.Shanghai.Findings);
}
