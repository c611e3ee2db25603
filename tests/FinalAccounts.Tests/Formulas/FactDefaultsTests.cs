using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;

namespace FinalAccounts.Tests.Formulas;

/// <summary>Blank facts that follow from others are calculated and said; what they wait for is asked once.</summary>
public sealed class FactDefaultsTests
{
    private static readonly CompiledSet Set = ShippedSets.Of("national-2024");

    [Theory]
    [InlineData("≥90%", "95%", "10")]
    [InlineData("≥100次", "80次", "8")]
    [InlineData("≤3天", "4天", "7.5")]
    [InlineData("提升", "达成预期指标", "10")]
    // The notes leave a band or two readings: somebody has to judge.
    [InlineData("提升", "部分达成预期指标", null)]
    [InlineData("20次", "18次", null)]
    [InlineData("建成", "已建成", null)]
    public void TheScoreOfAnIndicatorFollowsWhereTheNotesLeaveOneOnly(string target, string achieved, string? score)
    {
        var filled = Fill(Indicator(target, achieved));

        Assert.Equal(score, filled.Accounts.Facts.Records("项目绩效指标")[0].Values.GetValueOrDefault("得分")?.Number?.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(score is null ? "IMP-52" : "IMP-64", filled.Findings.Single(finding => finding.Places.Contains(new Place("资料", "项目绩效指标", "J4"))).Rule);
    }

    [Fact]
    public void RateScoreAndTotalAreCalculatedOneFromTheOther()
    {
        var filled = Fill(Project(100m, 97.5m), Indicator("≥100次", "80次"));

        var form = filled.Accounts.Facts.Records("项目自评表")[0].Values;
        Assert.Equal((0.975m, 19.5m, 27.5m), (form["执行率"].Number, form["执行得分"].Number, form["总分"].Number));
        var note = Assert.Single(filled.Findings, finding => finding.Rule == "IMP-64");
        Assert.Contains("项目自评表（执行率、执行得分、总分）", note.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatWasTypedStays()
    {
        var typed = new FactValue(Place: null) { Number = 0.5m };
        var filled = Fill(("项目自评表", [Project(100m, 97.5m).Records[0] is var record ? new FactRecord(new Dictionary<string, FactValue>(record.Values) { ["执行率"] = typed }) : record]));

        Assert.Equal((typed, 10m), (filled.Accounts.Facts.Records("项目自评表")[0].Values["执行率"], filled.Accounts.Facts.Records("项目自评表")[0].Values["执行得分"].Number));
    }

    [Fact]
    public void ASumIsNotMadeOfTheMembersThatAreThere()
    {
        var filled = Fill(Project(100m, 97.5m), ("项目绩效指标", [.. Indicator("≥100次", "80次").Records, .. Indicator("提升", "部分达成预期指标").Records]));

        Assert.False(filled.Accounts.Facts.Records("项目自评表")[0].Values.ContainsKey("总分"));
        // The score is asked for; the total waits for it and is not said again.
        Assert.Equal(["“得分”"], filled.Findings.Where(finding => finding.Rule == "IMP-52").Select(finding => finding.Message.Split('，', '：')[1]));
        Assert.Contains(new Place("资料", "项目自评表", "O4"), filled.Waiting);
    }

    [Fact]
    public void AccountsWithoutFactsSayNothing() =>
        Assert.Empty(FactDefaults.Fill(Set, new DepartmentAccounts("甲局", 2024, new Dictionary<string, AccountsTable>(), Facts.Empty)).Findings);

    private static FilledAccounts Fill(params (string Sheet, IReadOnlyList<FactRecord> Records)[] sheets) =>
        FactDefaults.Fill(Set, new DepartmentAccounts("甲局", 2024, new Dictionary<string, AccountsTable>(), new Facts(sheets.ToDictionary(pair => pair.Sheet, pair => new FactSheet(pair.Sheet, pair.Records)))));

    private static (string Sheet, IReadOnlyList<FactRecord> Records) Project(decimal budget, decimal spent) => ("项目自评表", [Record("项目自评表", ("项目", "甲"), ("预算数", budget), ("执行数", spent))]);

    private static (string Sheet, IReadOnlyList<FactRecord> Records) Indicator(string target, string achieved) =>
        ("项目绩效指标", [Record("项目绩效指标", ("项目", "甲"), ("一级指标", "产出指标"), ("权重", 10m), ("年初目标值", target), ("实际完成值", achieved))]);

    // Each blank cell has its place, as the reader of workbooks gives it.
    private static FactRecord Record(string sheet, params (string Field, object Value)[] values) => new(values.ToDictionary(
        pair => pair.Field, pair => pair.Value is decimal number ? new FactValue(Place: null) { Number = number } : new FactValue(Place: null) { Text = (string)pair.Value }))
    {
        Blanks = Set.Set.Facts.Sheet(sheet)!.Fields.Index().Where(field => values.All(pair => pair.Field != field.Item.Name))
            .ToDictionary(field => field.Item.Name, field => new Place("资料", sheet, $"{(char)('A' + field.Index)}4")),
    };
}
