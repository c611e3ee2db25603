using FinalAccounts.Accounts;
using FinalAccounts.Auditing;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Import.Json;
using FinalAccounts.Prefill;
using FinalAccounts.Samples;
using FinalAccounts.Samples.Mistakes;

namespace FinalAccounts.Tests.Auditing;

/// <summary>What a published document says of duties, structure, terms, projects and single figures is read back, and starts the next year.</summary>
public sealed class PublishedFactsTests
{
    [Theory]
    [InlineData("hubei-2023", "主要职责", "内容")]
    [InlineData("hubei-2023", "项目支出", "名称")]
    [InlineData("hubei-2023", "所属单位", "单位名称")]
    [InlineData("shanghai-2024", "主要职责", "内容")]
    [InlineData("shanghai-2024", "编制范围单位", "单位名称")]
    public void RecordsAreReadBack(string key, string sheet, string field)
    {
        foreach (var unit in Units(key))
        {
            var recovered = Recovered(unit.Set, unit.Accounts).Facts;

            Assert.Equal(Texts(unit.Accounts.Facts, sheet, field), Texts(recovered, sheet, field));
        }
    }

    [Theory]
    [InlineData("hubei-2023")]
    [InlineData("shanghai-2024")]
    public void ItIsLastYearForTheNext(string key)
    {
        foreach (var unit in Units(key))
        {
            var recovered = Recovered(unit.Set, unit.Accounts);
            var read = AccountsJson.Read(new ImportFile("上年.json", AccountsJson.Write(recovered)), unit.Set.Set, CancellationToken.None).Value!;
            var next = FactsPrefill.Build(unit.Set, unit.Accounts with { FiscalYear = unit.Accounts.FiscalYear + 1, Facts = Facts.Empty, Prior = null }, new LastYear(read.Facts, read), CancellationToken.None);

            Assert.Equal(unit.Accounts.Facts.Field("国有资产", "车辆总数")?.Number, read.Facts.Field("国有资产", "车辆总数")?.Number);
            Assert.Equal(Texts(unit.Accounts.Facts, "主要职责", "内容"), Texts(next, "主要职责", "内容"));
        }
    }

    private static DepartmentAccounts Recovered(CompiledSet set, DepartmentAccounts accounts)
    {
        var document = Pipeline.Run(accounts, [], set, null, CancellationToken.None).Document!;
        return Auditor.Audit(set, WrittenDocument.Of(document), accounts.UnitName, accounts.FiscalYear, null, CancellationToken.None).Recovered;
    }

    private static IEnumerable<(CompiledSet Set, DepartmentAccounts Accounts)> Units(string key)
    {
        var set = ShippedSets.Of(key);
        return UnitVariety.Batch(3, 17).Select(options => (set, SampleUnit.Create(set, options)));
    }

    private static List<string> Texts(Facts facts, string sheet, string field) => [.. facts.Records(sheet).Select(record => record.Values.GetValueOrDefault(field)?.Text ?? "")];
}
