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
    };

    /// <summary>The column that a rule repeats over.</summary>
    public const string CurrentColumn = "列";

    /// <summary>Names that no metric may have.</summary>
    public static bool IsReserved(string name) =>
        Functions.ContainsKey(name) || name is "资料" or "上年" or "且" or "或" or "非" or "行" or "行名" or CurrentColumn;
}
