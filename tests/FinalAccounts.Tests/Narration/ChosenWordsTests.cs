using FinalAccounts.Accounts;
using FinalAccounts.Formulas;
using FinalAccounts.Tests.Assembly;
using static FinalAccounts.Tests.Narration.BranchSteps;

namespace FinalAccounts.Tests.Narration;

/// <summary>Wordings that a set chooses by its options, in the national sections.</summary>
public sealed class ChosenWordsTests
{
    [Theory]
    [InlineData("收入支出总体", "收支总计", "收、支总计等于2022年度。")]
    [InlineData("财政拨款总体", "一般公共预算财政拨款收入", "，等于2022年度决算数。")]
    public void NoChangeIsSaidInTheWordOfTheSet(string section, string metric, string words)
    {
        var same = new MetricBook(Set, Sample.Accounts).Metric(metric)!.Value!.Value;
        Assert.Contains(words, Say(section, WithPrior(metric, same), With(options => options with { SameWord = "等于" })), StringComparison.Ordinal);
        var nearly = Say(section, WithPrior(metric, same * 0.999m), With(options => options with { NearlySame = 0.5m }));
        Assert.Contains("基本持平。", nearly, StringComparison.Ordinal);
        Assert.DoesNotContain("主要原因", nearly.Split("基本持平")[1].Split('\n')[0].Split('。')[1], StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsZeroIsSaidAsNoneWhereTheSetSaysSo()
    {
        var none = With(options => options with { ListRevenueStructure = true, ListZeroSources = true, ZeroAsNone = true });
        Assert.Contains("占本年收入99.9%；无上级补助收入；无事业收入；无经营收入；无附属单位上缴收入；其他收入100.75万元，占本年收入0.1%。", Say("收入", Sample.Accounts, none), StringComparison.Ordinal);

        var table = Sample.Accounts.Tables["表09"];
        var accounts = WithTable(new AccountsTable("表09", table.Unit, [WithCells(table.Rows[0], ("预算因公出国（境）费", 0m), ("决算因公出国（境）费", 0m), ("预算公务接待费", 0m), ("决算公务接待费", 0m))]));
        var text = Say("三公经费", WithSheet(accounts, "原因说明", Reason("三公经费决算", "厉行节约")), none);
        Assert.Contains("\n1.本年度无因公出国（境）费预算和支出。\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n3.本年度无公务接待费预算和支出。", text.TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("\n2.公务用车购置及运行费支出决算为", text, StringComparison.Ordinal);
    }

    [Fact]
    public void BothBudgetsAreSaidWhereTheSetSaysSo()
    {
        var accounts = WithSheet(Sample.Accounts, "支出预算", [.. Sample.Accounts.Facts.Records("支出预算").Select(record => new FactRecord(
            new Dictionary<string, FactValue>(record.Values) { ["年初预算"] = new(null) { Number = record.Values["全年预算"].Number / 2 }, ["原因"] = new(null) { Text = "追加" } }))]);
        var text = Say("一般公共预算支出", accounts, With(options => options with { BothBudgets = true, ListByProject = false }));

        Assert.Contains("一般公共预算财政拨款支出年初预算为47,548.07万元，全年预算为95,096.14万元，支出决算为95,096.14万元，完成全年预算的100%。其中：", text, StringComparison.Ordinal);
        Assert.Contains("\n1.一般公共服务支出（类）。年初预算为30,452.05万元，全年预算为60,904.10万元，决算为60,904.10万元，完成全年预算的100%。", text, StringComparison.Ordinal);
    }
}
