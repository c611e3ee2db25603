using FinalAccounts.Accounts;

namespace FinalAccounts.Checks;

/// <summary>How far rounding alone can drive figures apart: each figure that is known to 0.01万元 may be off by 0.005万元 = 50元; a sum and its n addends by (n+1)×0.005万元.</summary>
internal static class RoundingBound
{
    private const decimal HalfOfLastDigit = 50m;

    /// <summary>In 元. Blank cells and tables given in 元 add nothing; facts are typed in 万元.</summary>
    public static decimal Of(IEnumerable<OriginCell> cells, DepartmentAccounts accounts) =>
        HalfOfLastDigit * cells.Count(cell => cell.Value is not null && IsRounded(cell.Table, accounts));

    private static bool IsRounded(string table, DepartmentAccounts accounts)
    {
        // 上年表01 is the table of last year's accounts.
        for (var unit = accounts; unit is not null; unit = unit.Prior)
        {
            if (unit.Tables.TryGetValue(table, out var known))
            {
                return known.Unit == MoneyUnit.TenThousandYuan;
            }

            if (!table.StartsWith("上年表", StringComparison.Ordinal))
            {
                break;
            }

            table = table["上年".Length..];
        }

        return true;
    }
}
