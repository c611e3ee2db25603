namespace FinalAccounts.Documents;

/// <summary>万元, in which documents print what the accounts keep in 元.</summary>
public static class TenThousandYuan
{
    /// <summary>元 in one 万元.</summary>
    public const decimal Yuan = 10_000m;
}
