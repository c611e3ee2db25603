namespace FinalAccounts.Samples.Ledgers;

/// <summary>A unit's year as booked, in 元 with 分: all tables follow from it by adding up.</summary>
/// <param name="Lines">By 项, in the order of codes.</param>
/// <param name="Economic">Basic spending of the general public budget by economic 款 (30101 …).</param>
/// <param name="Travel">“三公”经费 paid from fiscal money.</param>
/// <param name="UsedSurplus">使用非财政拨款结余.</param>
/// <param name="Distributed">结余分配.</param>
internal sealed record Ledger(
    IReadOnlyList<LedgerLine> Lines, IReadOnlyDictionary<string, decimal> Economic,
    BudgetAndFinal Travel, BudgetAndFinal Purchase, BudgetAndFinal Operation, BudgetAndFinal Reception,
    decimal UsedSurplus, decimal Distributed);

/// <summary>A 项 with its money from each source.</summary>
internal sealed record LedgerLine(string Code, string Name)
{
    /// <summary>一般公共预算.</summary>
    public Fund General { get; init; } = Fund.None;

    /// <summary>政府性基金预算.</summary>
    public Fund Government { get; init; } = Fund.None;

    /// <summary>国有资本经营预算.</summary>
    public Fund State { get; init; } = Fund.None;

    /// <summary>Money that is not fiscal.</summary>
    public Fund Other { get; init; } = Fund.None;

    /// <summary>Where the non-fiscal income comes from, by the revenue table's columns; adds up to the income of <see cref="Other"/> together with the unit's surplus.</summary>
    public IReadOnlyDictionary<string, decimal> Sources { get; init; } = new Dictionary<string, decimal>();

    /// <summary>上缴上级支出.</summary>
    public decimal ToSuperior { get; init; }

    /// <summary>经营支出.</summary>
    public decimal Business { get; init; }

    /// <summary>对附属单位补助支出.</summary>
    public decimal ToSubordinates { get; init; }

    /// <summary>All sources that are fiscal.</summary>
    public decimal FiscalIncome => General.Income + Government.Income + State.Income;

    /// <summary>基本支出 from all sources.</summary>
    public decimal Basic => General.Basic + Government.Basic + State.Basic + Other.Basic;

    /// <summary>项目支出 from all sources.</summary>
    public decimal Project => General.Project + Government.Project + State.Project + Other.Project;

    /// <summary>本年支出.</summary>
    public decimal Spent => Basic + Project + ToSuperior + Business + ToSubordinates;

    /// <summary>本年收入.</summary>
    public decimal Received => FiscalIncome + Sources.Values.Sum();
}

/// <summary>Money of one source for one 项: income = spent + closing − opening.</summary>
internal sealed record Fund(decimal Opening, decimal Basic, decimal Project, decimal Closing)
{
    public static readonly Fund None = new(0, 0, 0, 0);

    public decimal Spent => Basic + Project;

    public decimal Income => Spent + Closing - Opening;
}

/// <summary>全年预算数 and 决算数.</summary>
internal sealed record BudgetAndFinal(decimal Budget, decimal Final)
{
    public static readonly BudgetAndFinal None = new(0, 0);

    public static BudgetAndFinal operator +(BudgetAndFinal left, BudgetAndFinal right) =>
        new(left.Budget + right.Budget, left.Final + right.Final);
}
