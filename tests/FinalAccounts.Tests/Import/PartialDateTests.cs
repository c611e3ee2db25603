using FinalAccounts.Formatting;
using FinalAccounts.Import.Corrections;
using FinalAccounts.Import.FactSheets;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Import;

/// <summary>Dates may be a day, a month or a year, and are printed as exactly as they are given.</summary>
public sealed class PartialDateTests
{
    private static readonly FactField Field = new("公开日期", FactType.Date, false, null, null, []);

    [Theory]
    [InlineData("2024-09-09", "2024年9月9日")]
    [InlineData("2024年9月9号", "2024年9月9日")]
    [InlineData("20240909", "2024年9月9日")]
    [InlineData("2024年9月", "2024年9月")]
    [InlineData("2024-09", "2024年9月")]
    [InlineData("2024.12", "2024年12月")]
    [InlineData("202412", "2024年12月")]
    [InlineData("2024年", "2024年")]
    [InlineData("2024", "2024年")]
    public void IsReadAndPrintedAsExactlyAsItIsTyped(string typed, string printed)
    {
        var (value, findings) = FactText.Read(typed, Field, "基本情况，“公开日期”");

        Assert.Empty(findings);
        Assert.Equal(printed, ChineseText.Date(value!.Date!.Value, value.Exactness));
        Assert.Equal(value, CorrectionValue.Read(Field, CorrectionValue.Of(value)!, value.Place));
    }

    [Theory]
    [InlineData("2024年13月")]
    [InlineData("2024-02-30")]
    [InlineData("9月")]
    [InlineData("去年")]
    public void WhatIsNoDateIsRefused(string typed) => Assert.Equal("IMP-53", Assert.Single(FactText.Read(typed, Field, "").Findings).Rule);

    [Fact]
    public void OnlyADayIsComparedInDays() => Assert.Null(FactText.Read("2024年9月", Field, "").Value!.Day);
}
