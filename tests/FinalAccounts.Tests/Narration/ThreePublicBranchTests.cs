using FinalAccounts.Accounts;
using FinalAccounts.Tests.Assembly;
using static FinalAccounts.Tests.Narration.BranchSteps;

namespace FinalAccounts.Tests.Narration;

/// <summary>The branches of “三公”经费, on changed copies of the sample.</summary>
public sealed class ThreePublicBranchTests
{
    [Fact]
    public void NoTripNoCarBoughtOrNoReceptionLeavesTheOthersAsTheyAre()
    {
        var zero = new FactValue(null) { Number = 0m };
        var home = Say("三公经费", WithSheet(WithSheet(Sample.Accounts, "出国团组"), "出国费用"));
        Assert.Contains("出国（境）团组0个，累计0人次", home, StringComparison.Ordinal);
        Assert.Contains("共接待国内来访团组", home, StringComparison.Ordinal);

        var cars = Say("三公经费", WithField("公务用车", "购置数", zero));
        Assert.Contains("本年度购置公务用车0辆。", cars, StringComparison.Ordinal);
        Assert.Contains("开支财政拨款的公务用车保有量63辆。", cars, StringComparison.Ordinal);
        Assert.Contains("团组8个，累计18人次", cars, StringComparison.Ordinal);

        var guests = Say("三公经费", WithField(WithField(WithField("公务接待", "国内接待费", zero), "公务接待", "国内接待批次", zero), "公务接待", "国内接待人次", zero));
        Assert.Contains("国内公务接待支出0万元。2023年共接待国内来访团组0个，0人次。", guests, StringComparison.Ordinal);
        Assert.DoesNotContain("接待对象", guests, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingSpentOnTravelCarsAndReceptionIsSaidAsZero()
    {
        var table = Sample.Accounts.Tables["表09"];
        var columns = table.Rows[0].Cells.Keys.ToDictionary(column => column, _ => new AccountsCell(0m, null));
        var accounts = WithTable(new AccountsTable("表09", table.Unit, [table.Rows[0] with { Cells = columns }]));
        foreach (var sheet in new[] { "出国团组", "出国费用", "公务用车运行费用" })
        {
            accounts = WithSheet(accounts, sheet);
        }

        foreach (var (sheet, field) in new[] { ("公务用车", "购置数"), ("公务接待", "国内接待费"), ("公务接待", "国内接待批次"), ("公务接待", "国内接待人次") })
        {
            accounts = WithField(accounts, sheet, field, new FactValue(null) { Number = 0m });
        }

        var text = Say("三公经费", accounts);
        Assert.Contains("出国（境）团组0个，累计0人次，实际发生支出0万元。", text, StringComparison.Ordinal);
        Assert.Contains("本年度购置公务用车0辆。", text, StringComparison.Ordinal);
        Assert.Contains("共接待国内来访团组0个，0人次。", text, StringComparison.Ordinal);
        Assert.DoesNotContain('%', text);
    }

    [Fact]
    public void ForeignGuestsAreToldApart()
    {
        var accounts = WithField("公务接待", "外宾接待费", new FactValue(null) { Number = 12_000m });
        accounts = WithField(accounts, "公务接待", "外宾接待批次", new FactValue(null) { Number = 2m });
        accounts = WithField(accounts, "公务接待", "外宾接待人次", new FactValue(null) { Number = 9m });
        Assert.Contains("外宾接待支出1.20万元，2023年共接待国（境）外来访团组2个，9人次。", Say("三公经费", accounts), StringComparison.Ordinal);
    }

    [Fact]
    public void OneCategoryAloneIsListedAlone()
    {
        var table = Sample.Accounts.Tables["表05"];
        var text = Say("一般公共预算支出", WithTable(new AccountsTable("表05", table.Unit,
            [.. table.Rows.Where(row => row.Key == "合计" || row.Key.StartsWith("201", StringComparison.Ordinal))])));
        Assert.Contains("1.一般公共服务支出（类）60,904.10万元，占64%。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2.公共安全支出（类）", text, StringComparison.Ordinal);
    }
}
