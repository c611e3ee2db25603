namespace FinalAccounts.Formulas;

/// <summary>What a part of a formula yields.</summary>
internal enum FormulaType
{
    /// <summary>Not known, because of a mistake that is reported already.</summary>
    Unknown,

    /// <summary>A number or blank.</summary>
    Number,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>A set of numbers: only inside 求和, 计数, 最大, 最小.</summary>
    Numbers,

    /// <summary>Rows or records: only inside 计数.</summary>
    Rows,

    /// <summary>Text or a choice: only inside 为空 and the scores.</summary>
    Text,

    /// <summary>A date: only inside 为空 and 天数.</summary>
    Date,
}
