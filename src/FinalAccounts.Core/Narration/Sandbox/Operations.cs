using FinalAccounts.Narration.Values;
using Scriban.Runtime;
using Scriban.Syntax;

namespace FinalAccounts.Narration.Sandbox;

/// <summary>The few operations that templates have, narrower than Scriban's own.</summary>
internal static class Operations
{
    /// <summary>A template may count (次 + 1) and nothing else: texts joined by + could double without end.</summary>
    public static int Counted(NarrationContext context, ScriptBinaryExpression sum)
    {
        var (left, right) = (context.Evaluate(sum.Left, false), context.Evaluate(sum.Right, false));
        if (left is not int a || right is not int b)
        {
            throw new NarrationMistake(sum.Span, NarrationRules.Misuse, left is FigureValue || right is FigureValue
                ? "模板不计算：要算出的数请在 metrics.yaml 里定为指标"
                : "+ 和 - 只用于序号这样的整数；文字直接接着写，不用 + 连接");
        }

        var counted = sum.Operator == ScriptBinaryOperator.Add ? (long)a + b : (long)a - b;
        return counted is >= -1_000_000 and <= 1_000_000
            ? (int)counted
            : throw new NarrationMistake(sum.Span, NarrationRules.Limit, "序号太大，停在这里");
    }

    /// <summary>Scriban compares a text with an object by the object's type name before it asks the object: data text would never equal anything.</summary>
    public static object? Compared(NarrationContext context, ScriptBinaryExpression comparison)
    {
        var (left, right) = (context.Evaluate(comparison.Left, false), context.Evaluate(comparison.Right, false));
        if (IsList(left) || IsList(right))
        {
            throw new NarrationMistake(comparison.Span, NarrationRules.Misuse, "多条记录不能比较：看有没有用“有数”，看有几条用“数量”");
        }

        return ScriptBinaryExpression.Evaluate(
            context, comparison.Span, comparison.Operator,
            comparison.Left?.Span ?? comparison.Span, left is TextValue leftText ? leftText.Text : left,
            comparison.Right?.Span ?? comparison.Span, right is TextValue rightText ? rightText.Text : right);
    }

    /// <summary>Lists of lists double with each line of a template, and whatever walks through them never ends.</summary>
    public static object? Flat(ScriptArrayInitializerExpression list, object? value) =>
        value is ScriptArray items && items.Any(IsList)
            ? throw new NarrationMistake(list.Span, NarrationRules.Misuse, "列表里不能再放列表")
            : value;

    private static bool IsList(object? value) => value is System.Collections.IEnumerable and not (string or DataObject);
}
