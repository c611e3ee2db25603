using CsCheck;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;

namespace FinalAccounts.Tests.Formulas;

public sealed class FormulaPropertyTests
{
    private static readonly CompiledSet Set = SmallAccounts.Set();
    private static readonly Gen<decimal?> Amount = Gen.Frequency(
        (4, Gen.Long[-1_000_000_000, 1_000_000_000].Select(cents => (decimal?)(cents / 100m))), (1, Gen.Const((decimal?)null)));

    private static readonly string[] Words =
    [
        "表01", "表03", "[", "]", ",", "收入总计", "合计", "类", "/", "..", "(", ")", "求和", "+", "-", "*", "=",
        "且", "非", "上年", "资料", ".", "1", "2.5", "收支总计", "若", " ", "#",
    ];

    [Fact]
    public void TheSumOverChildrenEqualsTheExplicitSum() =>
        Amount.Array[1, 30].Sample(amounts =>
        {
            var codes = amounts.Select((_, i) => $"20501{i:00}").ToList();
            var rows = codes.Select((code, i) => (code, new (string, decimal?)[] { ("基本支出", amounts[i]) }))
                .Append(("2060101", [("基本支出", 1m)]))
                .ToArray();
            var accounts = SmallAccounts.With(SmallAccounts.Unit(), SmallAccounts.Table("表03", rows));
            var book = new MetricBook(Set, accounts);

            var children = Evaluate(book, "求和(表03[20501/项, 基本支出])");
            var written = Evaluate(book, string.Join(" + ", codes.Select(code => $"表03[{code}, 基本支出]")));

            Assert.Equal(amounts.All(amount => amount is null) ? null : amounts.Sum(), children.Number);
            Assert.Equal(written.Number, children.Number);
            Assert.Equal(written.Cells, children.Cells);
        }, iter: 200);

    [Fact]
    public void SubtractionMirrorsItself() =>
        Gen.Select(Amount, Amount).Sample((a, b) =>
        {
            var accounts = SmallAccounts.With(SmallAccounts.Unit(), SmallAccounts.Table(
                "表09", ("数", [("决算合计", a), ("决算接待费", b)])));
            var book = new MetricBook(Set, accounts);

            Assert.Equal(
                -Evaluate(book, "表09[决算接待费] - 表09[决算合计]").Number,
                Evaluate(book, "表09[决算合计] - 表09[决算接待费]").Number);
        }, iter: 200);

    [Fact]
    public void NoTextMakesTheParserThrow() =>
        Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[0, 15]
            .Sample(words =>
            {
                var parsed = Set.Parse(string.Concat(words), new Place("试", Line: 1, Column: 1));
                Assert.True(parsed.Succeeded == (parsed.Findings.Count == 0));
                if (parsed.Value is { } formula)
                {
                    new MetricBook(Set, SmallAccounts.Unit()).Evaluate(formula);
                }
            }, iter: 5000);

    private static FormulaValue Evaluate(MetricBook book, string text) =>
        book.Evaluate(Set.Parse(text, new Place("试", Line: 1, Column: 1)).Value!);
}
