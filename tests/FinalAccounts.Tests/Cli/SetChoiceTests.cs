using FinalAccounts.Cli;
using FinalAccounts.Import;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Cli;

public sealed class SetChoiceTests
{
    private static readonly SetSummary[] Sets =
    [
        new("hubei-2023", "湖北", 2023, "湖北", "national-2024"), new("yunnan-2023", "云南", 2023, "云南", "national-2024"), new("national-2024", "全国", 2024, "全国", null), new("shanghai-2024", "上海", 2024, "上海", "national-2024"),
    ];

    [Theory]
    [InlineData("shanghai-2024", 2023, "shanghai-2024")]
    [InlineData(null, 2023, "hubei-2023")]
    [InlineData(null, 2022, SetChoice.Standard)]
    [InlineData(null, null, SetChoice.Standard)]
    public void DataAreReadByTheSetTheyNameElseByTheOnlyOneOfTheirYear(string? named, int? year, string expected) =>
        Assert.Equal(expected, SetChoice.Of(new StatedSet(named, year), Sets));

    [Fact]
    public void WhereAYearHasSeveralSetsTheUserIsAsked()
    {
        var mistake = Assert.Throws<UsageException>(() => SetChoice.Of(new StatedSet(null, 2024), Sets));
        Assert.Contains("national-2024（全国）、shanghai-2024（上海）", mistake.Message, StringComparison.Ordinal);
    }
}
