using FinalAccounts.Accounts;

namespace FinalAccounts.Samples;

/// <summary>A batch of units of all kinds, as a finance bureau has them.</summary>
public static class UnitVariety
{
    /// <summary>So many units with names and codes of their own; equal seeds give equal batches, a longer batch begins with the shorter one.</summary>
    public static IEnumerable<UnitOptions> Batch(int count, int seed) =>
        Enumerable.Range(0, count).Select(number => Unit(seed, number));

    private static UnitOptions Unit(int seed, int number)
    {
        var dice = new Dice(unchecked((seed * 7919) + number));
        var nature = (UnitNature)(number % 3);
        var prior = dice.OnceIn(6) ? PriorYear.NewUnit : dice.OnceIn(2) ? PriorYear.Figures : PriorYear.Accounts;
        var department = nature == UnitNature.Agency && dice.OnceIn(3);
        return new UnitOptions(unchecked((seed * 104_729) + number))
        {
            Code = (100_001 + number).ToString(System.Globalization.CultureInfo.InvariantCulture),
            Nature = nature,
            Level = department ? UnitLevel.Department : dice.OnceIn(2) ? UnitLevel.Unit : UnitLevel.OwnLevel,
            Subordinates = department ? dice.Whole(1, 6) : 0,
            Items = dice.Whole(6, 30),
            Unit = dice.OnceIn(2) ? MoneyUnit.Yuan : MoneyUnit.TenThousandYuan,
            Funds = (UnitFunds)dice.Whole(0, (int)UnitFunds.All) & (nature == UnitNature.Institution ? UnitFunds.All : ~UnitFunds.Business),
            Prior = prior,
            GrowthFromZero = prior != PriorYear.NewUnit && dice.OnceIn(6),
            Unbudgeted = dice.OnceIn(6),
            ThreePublic = !dice.OnceIn(5),
            NothingSpent = dice.OnceIn(20),
            BudgetByItem = dice.OnceIn(4),
        };
    }
}
