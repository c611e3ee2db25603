namespace FinalAccounts.Formulas;

/// <summary>The functions of the language.</summary>
internal enum FormulaFunction
{
    /// <summary>求和.</summary>
    Sum,

    /// <summary>计数: cells and fields that are not blank; rows or records when no column or field is named.</summary>
    Count,

    /// <summary>最大.</summary>
    Max,

    /// <summary>最小.</summary>
    Min,

    /// <summary>绝对值.</summary>
    Abs,

    /// <summary>四舍五入(x, 位数), half away from zero.</summary>
    Round,

    /// <summary>若(条件, a, b).</summary>
    If,

    /// <summary>有数(x): not blank and not zero.</summary>
    HasFigure,

    /// <summary>为空(x).</summary>
    IsBlank,

    /// <summary>天数(日期, 日期): from the first to the second.</summary>
    Days,

    /// <summary>最高得分(权重, 目标值, 完成值): the highest score that the forms' notes allow; null when the values say nothing.</summary>
    HighestScore,

    /// <summary>最低得分(权重, 目标值, 完成值): the lowest.</summary>
    LowestScore,

    /// <summary>应得分(权重, 目标值, 完成值): the score where the notes leave one only, the full weight for 达成预期指标; else null.</summary>
    DueScore,
}

/// <summary>The written names.</summary>
internal static class FormulaWords
{
    /// <summary>Functions by name.</summary>
    public static readonly IReadOnlyDictionary<string, FormulaFunction> Functions = new Dictionary<string, FormulaFunction>
    {
        ["求和"] = FormulaFunction.Sum,
        ["计数"] = FormulaFunction.Count,
        ["最大"] = FormulaFunction.Max,
        ["最小"] = FormulaFunction.Min,
        ["绝对值"] = FormulaFunction.Abs,
        ["四舍五入"] = FormulaFunction.Round,
        ["若"] = FormulaFunction.If,
        ["有数"] = FormulaFunction.HasFigure,
        ["为空"] = FormulaFunction.IsBlank,
        ["天数"] = FormulaFunction.Days,
        ["最高得分"] = FormulaFunction.HighestScore,
        ["最低得分"] = FormulaFunction.LowestScore,
        ["应得分"] = FormulaFunction.DueScore,
    };

    /// <summary>The facts.</summary>
    public const string Facts = "资料";

    /// <summary>The record that a rule repeats over.</summary>
    public const string CurrentRecord = "本条";

    /// <summary>The column that a rule repeats over.</summary>
    public const string CurrentColumn = "列";

    /// <summary>Names that no metric may have.</summary>
    public static bool IsReserved(string name) =>
        Functions.ContainsKey(name) || name is Facts or CurrentRecord or "上年" or "且" or "或" or "非" or "行" or "行名" or CurrentColumn;
}
