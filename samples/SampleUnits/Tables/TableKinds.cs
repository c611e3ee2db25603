using FinalAccounts.Templates;

namespace FinalAccounts.Samples.Tables;

/// <summary>What a table of a set is about, whatever its number and order.</summary>
internal enum TableKind
{
    Summary, Revenue, Expenditure, FiscalSummary, GeneralBudget, Economic, GovernmentFund, StateCapital, ThreePublic, FiscalDetail, GeneralProjects, Unknown,
}

/// <summary>Knows a table by its name.</summary>
internal static class TableKinds
{
    public static TableKind Of(TableLayout layout) => layout.Name switch
    {
        "收入支出决算总表" or "收入支出决算表" => TableKind.Summary,
        "收入决算表" => TableKind.Revenue,
        "支出决算表" => TableKind.Expenditure,
        _ when layout.Name.Contains("三公", StringComparison.Ordinal) => TableKind.ThreePublic,
        _ when layout.Name.Contains("政府性基金", StringComparison.Ordinal) => TableKind.GovernmentFund,
        _ when layout.Name.Contains("国有资本经营", StringComparison.Ordinal) => TableKind.StateCapital,
        _ when layout.Name.Contains("基本支出", StringComparison.Ordinal) => TableKind.Economic,
        _ when layout.Name.Contains("一般公共预算", StringComparison.Ordinal) && layout.Name.Contains("项目支出", StringComparison.Ordinal) => TableKind.GeneralProjects,
        _ when layout.Name.Contains("一般公共预算", StringComparison.Ordinal) => TableKind.GeneralBudget,
        _ when layout.Name.Contains("财政拨款收入支出", StringComparison.Ordinal) => TableKind.FiscalSummary,
        _ when layout.Name.Contains("财政拨款支出", StringComparison.Ordinal) && layout.Kind == RowKind.Subjects => TableKind.FiscalDetail,
        _ => TableKind.Unknown,
    };
}
