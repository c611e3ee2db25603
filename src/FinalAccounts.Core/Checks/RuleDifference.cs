using System.Globalization;
using FinalAccounts.Formatting;
using FinalAccounts.Formulas;

namespace FinalAccounts.Checks;

/// <summary>The two sides of a comparison, and whether they break it, or break it only by rounding.</summary>
/// <param name="Unit">元 is printed in 万元, a ratio as percentage, anything else as it is.</param>
/// <param name="Bound">What rounding explains, in 元.</param>
/// <param name="Tolerance">How far apart other numbers than money may be.</param>
internal sealed record RuleDifference(ComparisonOperator Operator, decimal Left, decimal Right, string? Unit, decimal Bound, decimal Tolerance)
{
    private bool Money => Unit == FormulaUnits.Yuan;

    private decimal Gap => Left - Right;

    /// <summary>Whether the comparison does not hold, or not within the tolerance.</summary>
    public bool IsBreach => IsBroken && !(IsClosed && !Money && Math.Abs(Gap) <= Tolerance);

    private bool IsClosed => Operator is ComparisonOperator.Equal or ComparisonOperator.AtMost or ComparisonOperator.AtLeast;

    private bool IsBroken => Operator switch
    {
        ComparisonOperator.Equal => Gap != 0,
        ComparisonOperator.NotEqual => Gap == 0,
        ComparisonOperator.Less => Gap >= 0,
        ComparisonOperator.AtMost => Gap > 0,
        ComparisonOperator.Greater => Gap <= 0,
        _ => Gap < 0,
    };

    /// <summary>Whether rounding explains the breach.</summary>
    public bool IsRounding => IsClosed && Money && Math.Abs(Gap) <= Bound;

    /// <summary>The right side, as printed.</summary>
    public string Expected => Relation.Sign + Print(Right);

    /// <summary>The left side, as printed.</summary>
    public string Actual => Print(Left);

    /// <summary>Left minus right, as printed.</summary>
    public string Difference => Print(Gap);

    /// <summary>应为 …，实为 …，相差 …, and the bound of rounding where there is one.</summary>
    public string InWords
    {
        get
        {
            var unit = Money ? "万元" : "";
            var words = $"应{Relation.Words} {Print(Right)}{unit}，实为 {Actual}{unit}，相差 {Difference}{unit}";
            return !Money || Bound == 0 ? words
                : IsRounding ? $"{words}，不超过尾差上限 {Print(Bound)}{unit}，属于尾差"
                : $"{words}，超过尾差上限 {Print(Bound)}{unit}";
        }
    }

    private (string Words, string Sign) Relation => Operator switch
    {
        ComparisonOperator.Equal => ("为", ""),
        ComparisonOperator.NotEqual => ("不为", "≠ "),
        ComparisonOperator.Less => ("小于", "< "),
        ComparisonOperator.AtMost => ("不大于", "≤ "),
        ComparisonOperator.Greater => ("大于", "> "),
        _ => ("不小于", "≥ "),
    };

    private string Print(decimal value) => Unit switch
    {
        FormulaUnits.Yuan => AmountFormat.Exact(value),
        FormulaUnits.Ratio => (value * 100m).ToString("#,##0.##", CultureInfo.InvariantCulture) + "%",
        _ => value.ToString("#,##0.####", CultureInfo.InvariantCulture),
    };
}
