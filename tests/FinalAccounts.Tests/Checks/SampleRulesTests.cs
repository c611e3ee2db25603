using FinalAccounts.Accounts;
using FinalAccounts.Checks;
using FinalAccounts.Formulas;

namespace FinalAccounts.Tests.Checks;

/// <summary>The rules of hubei-2023 on the tables of the published document.</summary>
public sealed class SampleRulesTests
{
    private static readonly CompiledSet Set =
        ShippedSets.Of("hubei-2023");

    private static readonly string Source =
        Repository.PathOf("samples", "whdh-2023", "source");

    [Fact]
    public void ThePublishedTablesDifferByRoundingOnly()
    {
        var findings = Check(SampleTables.Read(Set.Set, Source));

        Assert.Equal(
        [
            "Rounding 表03-款 60,826.45 60,826.46",
            "Rounding 表03-款 43,755.09 43,755.10",
            "Rounding 表05-合计 50,011.54 50,011.55",
            "Rounding 表05-合计 45,084.60 45,084.59",
            "Rounding 表09-1 330.13 330.14",
            "Rounding 表09-3 330.13 330.14",
            "Rounding X6-2 43,755.10 ≤ 43,755.09",
            "Rounding X6-2 43,755.10 ≤ 43,755.09",
        ],
            findings.Select(finding => $"{finding.Severity} {finding.Rule} {finding.Actual} {finding.Expected}"));
        Assert.Contains("20103 政府办公厅（室）及相关机构事务，本年支出合计", findings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("表01", "其他收入", "金额", "表01-1,X1-8")]
    [InlineData("表01", "年初结转和结余", "金额", "表01-2,表01-6")]
    [InlineData("表01", "公共安全支出", "金额", "表01-3,X2-2")]
    [InlineData("表01", "年末结转和结余", "金额", "表01-4,表01-6")]
    [InlineData("表01", "收入总计", "金额", "表01-2,表01-5")]
    [InlineData("表01", "一般公共预算财政拨款收入", "金额", "表01-1,X1-2,X3-1")]
    [InlineData("表02", "合计", "本年收入合计", "表02-栏,表02-合计,X1-1")]
    [InlineData("表02", "合计", "财政拨款收入", "表02-栏,表02-合计,X1-2,X1-3")]
    [InlineData("表02", "合计", "事业收入", "表02-栏,表02-合计,X1-5")]
    [InlineData("表03", "合计", "本年支出合计", "表03-栏,表03-合计,X2-1")]
    [InlineData("表03", "204", "项目支出", "表03-栏,表03-合计,表03-类")]
    [InlineData("表04", "一般公共预算财政拨款", "决算数", "表04-1,表04-11,X3-1")]
    [InlineData("表04", "年初财政拨款结转和结余", "决算数", "表04-2,表04-3,X3-4")]
    [InlineData("表04", "年末财政拨款结转和结余", "合计", "表04-4,表04-9,X3-5")]
    [InlineData("表04", "一般公共服务支出", "合计", "表04-4,表04-5,X4")]
    [InlineData("表04", "公共安全支出", "一般公共预算财政拨款", "表04-4,表04-6,X5-2")]
    [InlineData("表04", "支出总计", "一般公共预算财政拨款", "表04-4,表04-11,表04-14")]
    [InlineData("表04", "本年支出合计", "政府性基金预算财政拨款", "表04-7,表04-15,X8-3")]
    [InlineData("表04", "本年支出合计", "国有资本经营预算财政拨款", "表04-8,表04-16,X9-1")]
    [InlineData("表05", "合计", "小计", "表05-栏,表05-合计,X5-1")]
    [InlineData("表05", "2010301", "基本支出", "表05-栏,表05-款,X6-2")]
    [InlineData("表05", "合计", "基本支出", "X7")]
    [InlineData("表06", "301", "决算数", "表06-类,表06-1")]
    [InlineData("表06", "公用经费合计", "决算数", "表06-2,X7")]
    [InlineData("表06", "30212", "决算数", "X10-1")]
    [InlineData("表06", "31013", "决算数", "X10-2")]
    [InlineData("表06", "30231", "决算数", "X10-3")]
    [InlineData("表06", "30217", "决算数", "X10-4")]
    [InlineData("表07", "合计", "年初结转和结余", "表07-栏1,表07-合计,X8-1")]
    [InlineData("表07", "合计", "本年收入", "X8-2")]
    [InlineData("表07", "合计", "小计", "表07-栏2,X8-3")]
    [InlineData("表07", "合计", "年末结转和结余", "X8-4")]
    [InlineData("表08", "合计", "合计", "表08-栏,表08-合计,X9-1")]
    [InlineData("表09", "", "预算公务接待费", "表09-1")]
    [InlineData("表09", "", "预算公务用车购置费", "表09-2")]
    [InlineData("表09", "", "决算公务用车小计", "表09-3,表09-4")]
    public void AFigureThatIsTenThousandTooHighBreaksItsRules(string table, string row, string column, string rules)
    {
        var tables = SampleTables.Read(Set.Set, Source);
        tables[table] = Raise(tables[table], row, column, 100_000_000m);

        var errors = Check(tables).Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Rule).ToHashSet();

        Assert.Equal([], rules.Split(',').Except(errors));
    }

    private static AccountsTable Raise(AccountsTable table, string key, string column, decimal by) =>
        table with
        {
            Rows = table.Rows.Select(row => row.Key != key ? row : row with
            {
                Cells = new Dictionary<string, AccountsCell>(row.Cells)
                {
                    [column] = row.Cell(column) with { Value = (row.Cell(column).Value ?? 0) + by },
                },
            }).ToList(),
        };

    private static List<Finding> Check(Dictionary<string, AccountsTable> tables) =>
        Checker.Check(Set, new DepartmentAccounts("武汉东湖新技术开发区管理委员会（本级）", 2023, tables, Facts.Empty), CancellationToken.None)
            .Where(finding => !finding.Rule.StartsWith("CHK", StringComparison.Ordinal))
            .ToList();
}
