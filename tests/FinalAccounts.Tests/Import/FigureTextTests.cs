using System.Globalization;
using FinalAccounts.Accounts;
using FinalAccounts.Import;

namespace FinalAccounts.Tests.Import;

public sealed class FigureTextTests
{
    [Theory]
    [InlineData("14866.71", "14866.71")]
    [InlineData("14,866.71", "14866.71")]
    [InlineData("１４，８６６．７１", "14866.71")]
    [InlineData(" 14 866.71 ", "14866.71")]
    [InlineData("14\u00A0866\u202F000.5", "14866000.5")]
    [InlineData("14'866.71", "14866.71")]
    [InlineData("'13934.95", "13934.95")]
    [InlineData("\uFEFF1170.45", "1170.45")]
    [InlineData("329.93\u200B", "329.93")]
    [InlineData("\u202D611.2\u202C", "611.2")]
    [InlineData("553.39\n", "553.39")]
    [InlineData("-5.5", "-5.5")]
    [InlineData("−5.5", "-5.5")]
    [InlineData("－5.5", "-5.5")]
    [InlineData("‐5.5", "-5.5")]
    [InlineData("‑5.5", "-5.5")]
    [InlineData("(5.5)", "-5.5")]
    [InlineData("（5.5）", "-5.5")]
    [InlineData("+5.5", "5.5")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("￥1,485.01", "1485.01")]
    [InlineData("¥ 1,485.01", "1485.01")]
    [InlineData("￥-1,485.01", "-1485.01")]
    [InlineData("-￥1,485.01", "-1485.01")]
    [InlineData("人民币5元", null)]
    [InlineData("14,866.71万元", "14866.71")]
    [InlineData("14,866.71（万元）", "14866.71")]
    [InlineData("14866.71万", "14866.71")]
    [InlineData("3.78360E+02", "378.36")]
    [InlineData("3.78360e2", "378.36")]
    [InlineData("-1.20E-01", "-0.12")]
    [InlineData("0.00E+00", "0")]
    [InlineData("-0.00", "0")]
    public void AmountIsReadExactly(string text, string? number)
    {
        var figure = FigureText.Parse(text, MoneyUnit.TenThousandYuan);
        Assert.Equal(number, figure.Number?.ToString(CultureInfo.InvariantCulture) is { } read ? decimal.Parse(read, CultureInfo.InvariantCulture).ToString("0.####", CultureInfo.InvariantCulture) : null);
        Assert.Equal(number is null, figure.Problem is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("　")]
    [InlineData("—")]
    [InlineData("——")]
    [InlineData("－")]
    [InlineData("‐")]
    [InlineData("‑")]
    [InlineData("–")]
    [InlineData("―")]
    [InlineData("─")]
    [InlineData("━━")]
    [InlineData("−")]
    [InlineData("⸺")]
    [InlineData("/")]
    [InlineData("／")]
    [InlineData("\\")]
    [InlineData("＼")]
    [InlineData("…")]
    [InlineData("……")]
    [InlineData("*")]
    [InlineData("＊")]
    [InlineData("×")]
    [InlineData("·")]
    [InlineData("・")]
    [InlineData("_")]
    [InlineData("～")]
    [InlineData("一")]
    [InlineData("一一")]
    [InlineData("ー")]
    [InlineData("ｰ")]
    [InlineData("无")]
    [InlineData("（无）")]
    [InlineData("-无-")]
    [InlineData("空")]
    [InlineData("不涉及")]
    [InlineData("N/A")]
    [InlineData("n/a")]
    [InlineData("ＮＵＬＬ")]
    public void MarkOfNothingIsBlank(string text) => Assert.Equal(default, FigureText.Parse(text, MoneyUnit.Yuan));

    [Theory]
    [InlineData("448.17元", "这里的单位是万元")]
    [InlineData("1.2亿元", "这里的单位是万元")]
    [InlineData("14786。45", "“。”（U+3002）")]
    [InlineData("27.7*", "“*”（U+002A）")]
    [InlineData("14894.41 ①", "“①”（U+2460）")]
    [InlineData("1O5.3", "“O”（U+004F）")]
    [InlineData("27.7%", "“%”（U+0025）")]
    [InlineData("1,48.5", "应填数字")]
    [InlineData("1.485,01", "应填数字")]
    [InlineData("1.2.3", "应填数字")]
    [InlineData("--5", "应填数字")]
    [InlineData("(-5)", "应填数字")]
    [InlineData("(5", "应填数字")]
    [InlineData("5-", "应填数字")]
    [InlineData("约108.9", "“约”（U+7EA6）")]
    [InlineData("一百二十", "应填数字")]
    [InlineData("$5", "“$”（U+0024）")]
    [InlineData("?", "应填数字")]
    [InlineData("100 200.5 3", "几个数")]
    [InlineData("100\n200", "几个数")]
    [InlineData("12 34", "几个数")]
    [InlineData("\u202E12.5", "从右到左")]
    [InlineData("3.78E+02", "科学记数法")]
    [InlineData("1.23457E+11", "科学记数法")]
    [InlineData("100000000000.01", "10^15")]
    [InlineData("-100000000000.01", "10^15")]
    [InlineData("99999999999999999999999999999999999999", "10^15")]
    [InlineData("1.0000000000000000000000000E+23", "10^15")]
    [InlineData("1E+21", "科学记数法")]
    public void WhatMayMeanTwoThingsIsAskedAbout(string text, string words)
    {
        var figure = FigureText.Parse(text, MoneyUnit.TenThousandYuan);
        Assert.Null(figure.Number);
        Assert.Contains(words, figure.Problem);
    }

    [Fact]
    public void StrokeIsAskedAboutWhereThingsAreCounted()
    {
        Assert.Contains("数字一", FigureText.ParseCount("一", "个").Problem);
        Assert.Equal(default, FigureText.ParseCount("—", "个"));
        Assert.Equal(3m, FigureText.ParseCount("3个", "个").Number);
        Assert.NotNull(FigureText.ParseCount("3批", "个").Problem);
    }

    [Fact]
    public void AmountInTheUnitOfItsTableIsReadAndInAnotherReportedAtItsCell()
    {
        var read = ImportCase.Import(ImportCase.Workbook("总　计|4|=108.9|", "总　计|4|108.9万元|"));
        Assert.Equal(1_089_000m, read.Value!.Tables["表01"].Cell("收入总计", "金额").Value);
        var finding = Assert.Single(ImportCase.Import(ImportCase.Workbook("总　计|4|=108.9|", "总　计|4|1089000元|")).Findings);
        Assert.Equal(("IMP-30", "公开表.xlsx ▸ 公开1 ▸ C11"), (finding.Rule, finding.Places[0].ToString()));
    }

    [Fact]
    public void RowThatIsNotKnownIsReportedThoughItsFigureIsDoubtful()
    {
        var result = ImportCase.Import(ImportCase.Workbook("二、外交支出|6|", "二、外国支出|6|5元"));
        Assert.Contains(result.Findings, finding => finding.Rule == "IMP-23");
    }
}
