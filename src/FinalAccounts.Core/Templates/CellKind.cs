namespace FinalAccounts.Templates;

/// <summary>What the cells of a column or row of a table hold.</summary>
public enum CellKind
{
    /// <summary>Money: in the unit of the workbook's table, kept in 元, printed in 万元.</summary>
    Money,

    /// <summary>A whole number of something (个, 人次, 辆, 批次): never divided, whatever the table's unit of money.</summary>
    Count,

    /// <summary>A number with decimals and without money's unit (scores, areas): printed as it was given.</summary>
    Number,

    /// <summary>A percentage, kept as a ratio (100% = 1).</summary>
    Rate,

    /// <summary>Words.</summary>
    Text,

    /// <summary>A date, kept as words in one form: 2024年9月29日.</summary>
    Date,

    /// <summary>One of the column's options.</summary>
    Choice,
}
