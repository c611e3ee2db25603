using FinalAccounts.Accounts;
using FinalAccounts.Checks;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Samples;

namespace FinalAccounts.Tests.Samples;

/// <summary>Made-up units with each shipped template set.</summary>
public sealed class SampleUnitTests
{
    public static TheoryData<string> Sets() => new(ShippedSets.Source.Sets);

    [Theory]
    [MemberData(nameof(Sets))]
    public void AMadeUpUnitOfAnyKindIsPublishable(string key)
    {
        var set = ShippedSets.Of(key);

        var errors = UnitVariety.Batch(60, 1)
            .SelectMany(options => Pipeline.Run(SampleUnit.Create(set, options), [], set, null, CancellationToken.None).Findings
                .Where(finding => finding.Severity >= Severity.Error)
                .Select(finding => $"{options.Code} {finding.Rule} {finding.Message}"));

        Assert.Equal([], errors.Take(20));
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void EqualOptionsGiveEqualAccounts(string key)
    {
        var set = ShippedSets.Of(key);

        Assert.All(UnitVariety.Batch(6, 2), options => Assert.True(
            UnitFiles.Json(SampleUnit.Create(set, options)).AsSpan().SequenceEqual(UnitFiles.Json(SampleUnit.Create(set, options)))));
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void TheWorkbooksOfAMadeUpUnitAreImportedWithoutAnError(string key)
    {
        var set = ShippedSets.Of(key);

        Assert.All(UnitVariety.Batch(6, 3), options =>
        {
            // Published tables are in 万元: what is booked in 元 would come back rounded.
            var accounts = SampleUnit.Create(set, options with { Unit = MoneyUnit.TenThousandYuan });
            var files = UnitFiles.Workbooks(accounts, set.Set).ToDictionary(file => file.Name, file => new ImportFile(file.Name, file.Content));
            var imported = Importer.Import(
                new ImportRequest { Tables = files["公开表.xlsx"], Facts = files["文字资料.xlsx"], PriorTables = files.GetValueOrDefault("上年公开表.xlsx") },
                set.Set, CancellationToken.None);

            Assert.Equal([], imported.Findings.Where(finding => finding.Severity >= Severity.Error).Select(finding => $"{finding.Rule} {finding.Message}"));
            Assert.Equal(Money(set, accounts), Money(set, imported.Value!));
        });
    }

    [Fact]
    public void AScaledUnitHasAsManyTimesTheRowsAndIsStillRight()
    {
        var set = ShippedSets.Of("hubei-2023");
        var options = new UnitOptions(7) { Items = 20, Scale = 10 };

        var accounts = SampleUnit.Create(set, options);

        Assert.InRange(accounts.Tables["表03"].Rows.Count(row => row.Code?.Length == 7), 195, 205);
        Assert.DoesNotContain(Checker.Check(set, accounts, CancellationToken.None), finding => finding.Severity >= Severity.Error);
    }

    // Published tables leave a zero blank, and last year's workbook has no facts.
    private static IEnumerable<(string, decimal, decimal)> Money(CompiledSet set, DepartmentAccounts accounts) =>
        new MetricBook(set, accounts).Metrics
            .Where(metric => metric.Unit == "元" && metric.Origin.Cells.All(cell => cell.Table.StartsWith('表')))
            .Select(metric => (metric.Name, metric.Value ?? 0, metric.PriorValue ?? 0));
}
