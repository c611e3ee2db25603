using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;

namespace FinalAccounts.Tests.Formulas;

public sealed class FormulaTests
{
    private static readonly CompiledSet Set = SmallAccounts.Set();
    private static readonly Place Start = new("试.yaml", Line: 3, Column: 11);

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("10 - 4 - 3", "3")]
    [InlineData("24 / 4 / 3", "2")]
    [InlineData("-2 * -3 + +1", "7")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("１２＋３．５", "15.5")]
    [InlineData("（１＋２）×３－６÷４", "7.5")]
    [InlineData("表01[收入总计]", "1000")]
    [InlineData("表０１［收入总计］", "1000")]
    [InlineData("表01[ 收入总计 , 金额 ]", "1000")]
    [InlineData("表03[合计， 基本支出]", "400")]
    [InlineData("表03[2050101, 项目支出]", "100")]
    [InlineData("表09[决算合计]", "12.5")]
    [InlineData("求和(表03[类, 本年支出合计])", "1000")]
    [InlineData("求和(表03[项, 项目支出])", "300")]
    [InlineData("求和(表03[205/款, 本年支出合计])", "700")]
    [InlineData("求和(表03[20501/项, 本年支出合计])", "700")]
    [InlineData("求和(表03[205/项, 本年支出合计])", "700")]
    [InlineData("求和(表01[财政拨款收入..其他收入])", "1000")]
    [InlineData("求和(表01[教育支出..卫生支出], 1, 2)", "1003")]
    [InlineData("计数(表03[项])", "2")]
    [InlineData("计数(表03[项, 基本支出])", "1")]
    [InlineData("最大(表03[类, 项目支出])", "300")]
    [InlineData("最小(表03[类, 本年支出合计], 250)", "250")]
    [InlineData("资料.政府采购.总额", "88")]
    [InlineData("求和(资料.出国团组.人次)", "8")]
    [InlineData("计数(资料.出国团组)", "3")]
    [InlineData("计数(资料.出国团组.人次)", "2")]
    [InlineData("收支总计 - 1", "999")]
    [InlineData("绝对值(3 - 5)", "2")]
    [InlineData("四舍五入(2.345, 2)", "2.35")]
    [InlineData("四舍五入(0-2.345, 2)", "-2.35")]
    [InlineData("四舍五入(0.5, 0)", "1")]
    [InlineData("若(收支总计 > 999 且 非 为空(收支总计), 1, 2)", "1")]
    [InlineData("若(1 > 2 或 3 >= 3, 1, 2)", "1")]
    [InlineData("若(1 ≠ 1, 1, 2)", "2")]
    [InlineData("若(1 <> 1 或 2 ≤ 2 且 1 = 2, 1, 2)", "2")]
    [InlineData("若(有数(表09[决算接待费]), 1, 2)", "2")]
    [InlineData("若(为空(表09[决算接待费]), 1, 2)", "2")]
    [InlineData("若(为空(表01[事业收入]), 1, 2)", "1")]
    [InlineData("若(为空(资料.政府采购.说明), 1, 2)", "1")]
    [InlineData("若(表01[事业收入] = 0, 1, 2)", "1")]
    public void AFormulaYieldsItsNumberExactly(string formula, string expected) =>
        Assert.Equal(decimal.Parse(expected), Evaluate(formula).Number);

    [Theory]
    [InlineData("表01[事业收入]", null)]
    [InlineData("表01[事业收入] + 5", "5")]
    [InlineData("5 - 表01[事业收入]", "5")]
    [InlineData("表01[事业收入] - 5", "-5")]
    [InlineData("表01[事业收入] + 表01[事业收入]", null)]
    [InlineData("-表01[事业收入]", null)]
    [InlineData("表01[事业收入] * 5", null)]
    [InlineData("5 / 表01[事业收入]", null)]
    [InlineData("5 / 0", null)]
    [InlineData("0 / 5", "0")]
    [InlineData("求和(表01[事业收入], 2)", "2")]
    [InlineData("求和(表01[事业收入])", null)]
    [InlineData("求和(表03[210/款, 基本支出])", "0")]
    [InlineData("最大(表01[事业收入], 3)", "3")]
    [InlineData("最大(表03[210/款, 基本支出])", null)]
    [InlineData("绝对值(表01[事业收入])", null)]
    [InlineData("四舍五入(表01[事业收入], 2)", null)]
    [InlineData("上年(收支总计)", null)]
    [InlineData("表03[2049999, 基本支出]", null)]
    public void BlanksFollowTheirRules(string formula, string? expected) =>
        Assert.Equal(expected is null ? null : decimal.Parse(expected), Evaluate(formula).Number);

    [Theory]
    [InlineData("表1[收入总计]", 1, "没有表“表1”，是不是“表01”？")]
    [InlineData("1 + 表01[收入合计]", 9, "表01 没有行“收入合计”，是不是“收入总计”？")]
    [InlineData("表03[合计, 基本支岀]", 9, "表03 没有列“基本支岀”，是不是“基本支出”？（第4字“岀”应为“出”）")]
    [InlineData("表03[合计]", 5, "表03 有几个数值列，方括号里要写“行, 列”，列是 本年支出合计、基本支出、项目支出")]
    [InlineData("表03[教育支出, 基本支出]", 5, "表03 的行写“合计”或科目编码（3、5、7位数字），不是“教育支出”")]
    [InlineData("表03[类, 基本支出]", 1, "这里是许多行，只能放在 求和、计数、最大、最小 里")]
    [InlineData("表03[类, 基本支出] + 1", 1, "这里是许多行，只能放在 求和、计数、最大、最小 里")]
    [InlineData("求和(表01[类])", 8, "表01 没有科目编码，不能用 类、款、项")]
    [InlineData("求和(表01[其他收入..财政拨款收入])", 8, "“其他收入”应当在“财政拨款收入”之前，并在同一栏")]
    [InlineData("求和(表03[20501/款, 基本支出])", 8, "“20501”之下没有这一级")]
    [InlineData("表09[决算合计, 金额]", 1, "表09 只有一行数，方括号里只写列名")]
    [InlineData("资料.政府采够.总额", 4, "资料没有工作表“政府采够”，是不是“政府采购”？")]
    [InlineData("资料.政府采购.总数", 9, "资料.政府采购 没有项目“总数”，是不是“总额”？")]
    [InlineData("资料.政府采购.说明 + 1", 1, "这里是文字，只能放在 为空 里")]
    [InlineData("资料.出国团组.人次", 1, "这里是许多行，只能放在 求和、计数、最大、最小 里")]
    [InlineData("收支总记", 1, "没有指标“收支总记”，是不是“收支总计”？")]
    [InlineData("上年(收支总记)", 4, "没有指标“收支总记”，是不是“收支总计”？")]
    [InlineData("求合(1)", 1, "没有函数“求合”，是不是“求和”？")]
    [InlineData("若(1, 2, 3)", 3, "这里应当是条件（比较、且、或、非、有数、为空），不是数")]
    [InlineData("1 = 1", 1, "这里应当是数，不是条件")]
    [InlineData("四舍五入(1)", 1, "“四舍五入”要 2 个参数，这里有 1 个")]
    [InlineData("四舍五入(1, 1 + 1)", 9, "位数应当是 0 到 8 的整数")]
    [InlineData("表03[行, 基本支出]", 5, "“行”“行名”只能用在写了 over 的规则里")]
    [InlineData("1 + ", 5, "公式没有写完")]
    [InlineData("(1 + 2", 7, "缺少右括号“)”")]
    [InlineData("1 2", 3, "“2”之前缺少运算符，或它是多余的")]
    [InlineData("1 $ 2", 3, "不认识的符号“$”")]
    [InlineData("表01[收入总计", 9, "缺少右方括号“]”；方括号里是“行, 列”")]
    [InlineData("表01[]", 5, "方括号里应当是行或列的名称")]
    [InlineData("求和(表03[205/目, 基本支出])", 12, "“/”之后应当是 类、款 或 项，不是“目”")]
    [InlineData("99999999999999999999999999999999", 1, "数字太大")]
    public void AMistakeIsReportedAtItsCharacter(string formula, int character, string message)
    {
        var finding = Assert.Single(Set.Parse(formula, Start).Findings);

        Assert.Equal($"公式“{formula}”第 {character} 个字：{message}", finding.Message);
        Assert.Equal(Start with { Column = 11 + character - 1 }, finding.Places[0]);
    }

    [Fact]
    public void AllUnknownNamesOfAFormulaAreReported()
    {
        var findings = Set.Parse("收支总记 + 表1[x] / 资料.无.无", Start).Findings;

        Assert.Equal([11, 18, 29], findings.Select(finding => finding.Places[0].Column!.Value));
    }

    [Fact]
    public void DeepNestingAndLongFormulasAreRefusedNotCrashed()
    {
        Assert.Contains("嵌套超过", Assert.Single(Set.Parse(new string('(', 3000), Start).Findings).Message, StringComparison.Ordinal);
        Assert.Contains("嵌套超过", Assert.Single(Set.Parse("1" + string.Concat(Enumerable.Repeat("*1", 100)), Start).Findings).Message, StringComparison.Ordinal);
        Assert.Contains("超过 4000 个字符", Assert.Single(Set.Parse(new string('1', 5000), Start).Findings).Message, StringComparison.Ordinal);
        Assert.Equal(1000m, Evaluate("1" + string.Concat(Enumerable.Repeat("+1", 999))).Number);
    }

    [Fact]
    public void OverflowIsAProblemNotAnException()
    {
        var value = Evaluate("79228162514264337593543950335 * 10");

        Assert.Null(value.Number);
        Assert.Equal("结果太大，超出可以表示的范围", value.Problem);
    }

    [Fact]
    public void ATableThatWasNotImportedIsAProblemNotAZero()
    {
        var accounts = SmallAccounts.Unit() with { Tables = new Dictionary<string, AccountsTable>() };

        var value = new MetricBook(Set, accounts).Evaluate(Set.Parse("表01[收入总计] + 0", Start).Value!);

        Assert.Null(value.Number);
        Assert.Equal("没有读到表01", value.Problem);
    }

    [Fact]
    public void AnExcelErrorInAFactIsAProblem()
    {
        var accounts = SmallAccounts.With(SmallAccounts.Unit(), new FactSheet("政府采购",
            [new FactRecord(new Dictionary<string, FactValue> { ["总额"] = new(null) { Error = "#REF!" } })]));

        var value = new MetricBook(Set, accounts).Evaluate(Set.Parse("资料.政府采购.总额 + 1", Start).Value!);

        Assert.Null(value.Number);
        Assert.Equal("政府采购，“总额”是 #REF!", value.Problem);
    }

    [Fact]
    public void TheOriginListsEachCellOnceInTheOrderOfTheFormula()
    {
        var cells = Evaluate("表01[收入总计] - 求和(表03[类, 项目支出]) + 表01[收入总计] + 表01[事业收入] + 资料.政府采购.总额").Cells;

        Assert.Equal(
            ["表01［收入总计，金额］", "表03［205，项目支出］", "表03［210，项目支出］", "表01［事业收入，金额］", "政府采购［总额］"],
            cells.Select(cell => cell.ToString()));
        Assert.Equal(1000m, cells[0].Value);
        Assert.Equal(new Place("公开表.xlsx", "表01", "金额3"), cells[0].Place);
        Assert.Null(cells[3].Value);
    }

    [Fact]
    public void OnlyTheBranchThatIsTakenIsPartOfTheOrigin()
    {
        var cells = Evaluate("若(有数(表01[收入总计]), 表01[教育支出], 表01[卫生支出])").Cells;

        Assert.Equal(["收入总计", "教育支出"], cells.Select(cell => cell.Row));
    }

    [Theory]
    [InlineData("表01[收入总计]", "元")]
    [InlineData("表01[收入总计] / 表01[支出总计]", "比率")]
    [InlineData("表01[收入总计] / 2 + 1", "元")]
    [InlineData("计数(表03[项])", null)]
    [InlineData("求和(资料.出国团组.人次)", null)]
    [InlineData("基本支出占比", "比率")]
    [InlineData("求和(表03[类, 项目支出])", "元")]
    public void AFormulaKnowsItsUnit(string formula, string? unit) => Assert.Equal(unit, Set.Parse(formula, Start).Value!.Unit);

    private static FormulaValue Evaluate(string formula)
    {
        var parsed = Set.Parse(formula, Start);
        Assert.Empty(parsed.Findings);
        return new MetricBook(Set, SmallAccounts.Unit()).Evaluate(parsed.Value!);
    }
}
