using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace FinalAccounts.Narration.Values;

/// <summary>A figure of the data: no number to a template, so that it cannot be calculated with, only handed to helpers.</summary>
/// <param name="name">The metric's or column's name.</param>
/// <param name="value">In the base unit (元 for money, a ratio for 比率); null when blank.</param>
internal sealed class FigureValue(string name, decimal? value, string unit, Origin origin)
    : CellValue, IScriptCustomBinaryOperation, IScriptCustomUnaryOperation
{
    public const string Yuan = "元";
    public const string Ratio = "比率";

    public override string Label => origin.Label;

    public override Origin Origin => origin;

    public override bool IsPresent => value is not null;

    /// <summary>Null when blank.</summary>
    public decimal? Value => value;

    public string Unit => unit;

    public string Name => name;

    public bool IsMoney => unit == Yuan;

    /// <summary>Last year's figure; null for figures that have none (rows, records) and where it is not known.</summary>
    public FigureValue? Prior { get; init; }

    /// <summary>Why a metric has no value, when it is more than a blank cell.</summary>
    public string? Problem { get; init; }

    protected override string Remedy => "请填写；没有的填 0";

    public override MissingData Missing => Problem is null ? base.Missing
        : new MissingData($"“{name}”算不出来：{Problem}。请改正。", Origin.Cells.Select(cell => cell.Place).FirstOrDefault(place => place is not null)) { Rule = NarrationRules.DoubtfulData };

    /// <summary>A metric, which could have a figure of last year.</summary>
    public bool IsMetric { get; init; }

    public override IEnumerable<string> Members => ["名称"];

    public override object? Member(string member) => member == "名称" ? new TextValue(name, origin) : null;

    public bool TryEvaluate(
        TemplateContext context, SourceSpan span, ScriptBinaryOperator op,
        SourceSpan leftSpan, object? leftValue, SourceSpan rightSpan, object? rightValue, out object? result)
    {
        var blankTest = leftValue is null || rightValue is null;
        result = op switch
        {
            ScriptBinaryOperator.And => context.ToBool(leftSpan, leftValue) && context.ToBool(rightSpan, rightValue),
            ScriptBinaryOperator.Or => context.ToBool(leftSpan, leftValue) || context.ToBool(rightSpan, rightValue),
            ScriptBinaryOperator.CompareEqual when blankTest => value is null,
            ScriptBinaryOperator.CompareNotEqual when blankTest => value is not null,
            _ => throw new NarrationMistake(
                span, NarrationRules.Misuse,
                $"模板不计算，“{Label}”不能用运算符：要算出的数请在 metrics.yaml 里定为指标；判断有没有用“有数”，比大小用“比较词”"),
        };
        return true;
    }

    public bool TryEvaluate(TemplateContext context, SourceSpan span, ScriptUnaryOperator op, object? operand, out object result)
    {
        result = op == ScriptUnaryOperator.Not
            ? !IsPresent
            : throw new NarrationMistake(span, NarrationRules.Misuse, $"模板不计算，“{Label}”不能用运算符；请把要算出的数在 metrics.yaml 里定为指标");
        return true;
    }
}
