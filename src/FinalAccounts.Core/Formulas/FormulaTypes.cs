using FinalAccounts.Templates;

namespace FinalAccounts.Formulas;

/// <summary>What facts are in a formula.</summary>
internal static class FormulaTypes
{
    /// <summary>The type of a fact.</summary>
    /// <param name="many">Whether it stands for the field of several records.</param>
    public static FormulaType Of(FactField field, bool many) => (field.Type, many) switch
    {
        (FactType.Money or FactType.Integer or FactType.Decimal or FactType.Percent, true) => FormulaType.Numbers,
        (FactType.Money or FactType.Integer or FactType.Decimal or FactType.Percent, false) => FormulaType.Number,
        (FactType.Flag, false) => FormulaType.Truth,
        (_, true) => FormulaType.Rows,
        (FactType.Date, false) => FormulaType.Date,
        _ => FormulaType.Text,
    };
}
