namespace FinalAccounts.Templates;

/// <summary>Choices of a set, each with a documented meaning.</summary>
public sealed record SetOptions
{
    /// <summary>What <see cref="SameWord"/> may be.</summary>
    public static readonly IReadOnlyList<string> SameWords = ["持平", "等于", "无增减变化"];

    /// <summary>The largest <see cref="NearlySame"/>: what is more is a change that readers want explained.</summary>
    public const decimal MostNearlySame = 5;

    /// <summary>Decimals of percentages in the text.</summary>
    public int PercentDecimals { get; init; } = 1;

    /// <summary>Print 17.0% as 17% (but 0.0% stays).</summary>
    public bool TrimPercent { get; init; } = true;

    /// <summary>Print a share of exactly nothing as 0%, not 0.00%.</summary>
    public bool BareZeroPercent { get; init; }

    /// <summary>Print 180.00 as 180 in the text; decimals that are not all zero stay two.</summary>
    public bool TrimWholeAmounts { get; init; } = true;

    /// <summary>Thousands separators in the text.</summary>
    public bool SeparateThousands { get; init; } = true;

    /// <summary>Thousands separators in tables.</summary>
    public bool SeparateTableThousands { get; init; } = true;

    /// <summary>Print zero cells of tables as 0.00 instead of blank; a table may say otherwise.</summary>
    public bool PrintZeroCells { get; init; }

    /// <summary>Say the share of 中小企业 contracts in 政府采购 (required by 财库 rules, missing in many documents).</summary>
    public bool ProcurementShare { get; init; } = true;

    /// <summary>Stands at the left above each published table, with placeholders; null for none.</summary>
    public string? TableOwner { get; init; } = "部门：{公开名称}";

    /// <summary>Stands at the right above each published table; figures are printed in 万元.</summary>
    public string? TableUnit { get; init; } = "金额单位：万元";

    /// <summary>List revenue sources that are zero.</summary>
    public bool ListZeroSources { get; init; }

    /// <summary>Say the structure of the revenue source by source.</summary>
    public bool ListRevenueStructure { get; init; }

    /// <summary>The budget that final amounts are held against, under its name.</summary>
    public BudgetBase BudgetBase { get; init; } = BudgetBase.Adjusted;

    /// <summary>Tell the general public budget's spending by project before it is told by subject.</summary>
    public bool ListByProject { get; init; }

    /// <summary>Say 年初预算 and 全年预算 both, not only the one that final amounts are held against.</summary>
    public bool BothBudgets { get; init; }

    /// <summary>What is said where nothing has changed: 持平, 等于, 无增减变化.</summary>
    public string SameWord { get; init; } = "持平";

    /// <summary>A change against last year below so many per cent is 基本持平; 0: only amounts that are printed alike are the same.</summary>
    public decimal NearlySame { get; init; }

    /// <summary>A listed item that is zero is said as 无经营收入 instead of 经营收入0万元，占0%.</summary>
    public bool ZeroAsNone { get; init; }
}

/// <summary>The budgets of a year.</summary>
public enum BudgetBase
{
    /// <summary>全年预算: as adjusted in the course of the year.</summary>
    Adjusted,

    /// <summary>年初预算: as approved at the beginning of the year.</summary>
    Initial,
}
