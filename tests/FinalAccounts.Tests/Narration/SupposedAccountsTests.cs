using FinalAccounts.Accounts;
using FinalAccounts.Formulas;
using FinalAccounts.Narration;
using FinalAccounts.Tests.Checks.Text;

namespace FinalAccounts.Tests.Narration;

/// <summary>Units that there are not, made of the sample.</summary>
public sealed class SupposedAccountsTests
{
    private static readonly Dictionary<string, string> NoDrafts = [];

    [Theory]
    [InlineData("0.8", "各增加19,041.06万元")]
    [InlineData("1.25", "各减少23,801.32万元")]
    [InlineData("1", "持平")]
    public void LastYearIsThisYearTimesAShare(string share, string says)
    {
        var supposed = SupposedAccounts.WithPrior(SampleText.Accounts, SampleText.Set.Set, decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains(says, General(supposed), StringComparison.Ordinal);
        Assert.Equal(SampleText.Accounts.FiscalYear - 1, supposed.Prior!.FiscalYear);
    }

    [Fact]
    public void AFoundedUnitIsComparedWithNothing()
    {
        var supposed = SupposedAccounts.Founded(SampleText.Accounts);
        Assert.All(new MetricBook(SampleText.Set, supposed).Metrics.Where(metric => metric is { Unit: "元" } && SampleText.Set.Set.Metrics.First(one => one.Name == metric.Name).Prior is null), metric => Assert.Null(metric.PriorValue));
        Assert.DoesNotContain("增长", General(supposed), StringComparison.Ordinal);
    }

    [Fact]
    public void NothingIsSpentWhereAllIsZero()
    {
        var supposed = SupposedAccounts.Nothing(SampleText.Accounts, SampleText.Set.Set);
        Assert.All(supposed.Tables.Values.SelectMany(table => table.Rows).SelectMany(row => row.Cells.Values), cell => Assert.Equal(0, cell.Value ?? 0));
        Assert.Contains("收、支总计0万元。与2022年度相比，收、支总计各减少80,780.74万元，下降100%", General(supposed), StringComparison.Ordinal);
    }

    [Fact]
    public void LargeAmountsArePowersOfTenAndCountsStayCounts()
    {
        var supposed = SupposedAccounts.AtLeast(SampleText.Accounts, SampleText.Set.Set, 10_000_000_000m);
        var (before, after) = (Metric(SampleText.Accounts), Metric(supposed));
        Assert.InRange(after, 10_000_000_000m, 100_000_000_000m);
        Assert.Equal(before.ToString("0.00", null).Replace(".", "", StringComparison.Ordinal).TrimEnd('0'), after.ToString("0.00", null).Replace(".", "", StringComparison.Ordinal).TrimEnd('0'));
        foreach (var (key, table) in SampleText.Accounts.Tables)
        {
            var layout = SampleText.Set.Set.Tables.First(one => one.Key == key);
            foreach (var row in table.Rows)
            {
                Assert.All(row.Cells.Where(cell => layout.FormOf(row.Key, cell.Key) is { Kind: not FinalAccounts.Templates.CellKind.Money }), cell => Assert.Equal(cell.Value, supposed.Tables[key].Cell(row.Key, cell.Key)));
            }
        }
    }

    private static decimal Metric(DepartmentAccounts accounts) => new MetricBook(SampleText.Set, accounts).Metric("收支总计")!.Value!.Value;

    private static string General(DepartmentAccounts accounts) =>
        Spoken.Text(new DraftNarrator(SampleText.Set, accounts).Narrate("sections/收入支出总体.sbn", NoDrafts, CancellationToken.None)[0].Blocks);
}
