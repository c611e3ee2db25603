using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace FinalAccounts.Narration.Values;

/// <summary>Text of the data, printed literally; it can be compared with other text and never becomes markup.</summary>
internal sealed class TextValue(string? text, Origin origin) : CellValue, IScriptCustomBinaryOperation
{
    public override string Label => origin.Label;

    public override Origin Origin => origin;

    public override bool IsPresent => !string.IsNullOrEmpty(text);

    /// <summary>Null when blank.</summary>
    public string? Text => IsPresent ? text : null;

    /// <summary>Whether the text is an error as Excel writes it (#REF!).</summary>
    public bool IsError { get; init; }

    /// <summary>What is missing when more than a cell is (a whole row); null for a cell.</summary>
    public MissingData? Absent { get; init; }

    public override MissingData Missing => IsError
        ? new MissingData($"{string.Join("、", Origin.Cells.Select(Described))}的内容“{text}”不能用：文字里要写的是数或日期。请改正。", Origin.Cells.Select(cell => cell.Place).FirstOrDefault(place => place is not null)) { Rule = NarrationRules.DoubtfulData }
        : Absent ?? base.Missing;

    /// <summary>What a text or a number says, for comparisons; null for other things.</summary>
    public static string? Of(object? value) => value switch
    {
        TextValue data => data.Text,
        string written => written,
        int or long => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture),
        FigureValue { Value: { } number, IsMoney: false } => Formatting.ChineseText.Plain(number),
        _ => null,
    };

    public bool TryEvaluate(
        TemplateContext context, SourceSpan span, ScriptBinaryOperator op,
        SourceSpan leftSpan, object? leftValue, SourceSpan rightSpan, object? rightValue, out object? result)
    {
        result = op switch
        {
            ScriptBinaryOperator.CompareEqual => Of(leftValue) == Of(rightValue),
            ScriptBinaryOperator.CompareNotEqual => Of(leftValue) != Of(rightValue),
            ScriptBinaryOperator.And => context.ToBool(leftSpan, leftValue) && context.ToBool(rightSpan, rightValue),
            ScriptBinaryOperator.Or => context.ToBool(leftSpan, leftValue) || context.ToBool(rightSpan, rightValue),
            _ => throw new NarrationMistake(span, NarrationRules.Misuse, $"“{Label}”是文字，只能用 == 和 != 比较"),
        };
        return true;
    }
}

/// <summary>A date of the data.</summary>
internal sealed class DateValue(DateOnly? date, Accounts.DateExactness exactness, Origin origin) : CellValue
{
    public override string Label => origin.Label;

    public override Origin Origin => origin;

    public override bool IsPresent => date is not null;

    /// <summary>Null when blank.</summary>
    public DateOnly? Date => date;

    /// <summary>How much of it is known.</summary>
    public Accounts.DateExactness Exactness => exactness;
}
