namespace FinalAccounts.Checks.Text;

/// <summary>The ways in which one number is miswritten for another.</summary>
internal enum Slip
{
    /// <summary>Off by one in the last digit: 1,742.26 for 1,742.25.</summary>
    LastDigit,

    /// <summary>One digit is another: 98.84 for 98.94.</summary>
    Digit,

    /// <summary>Two neighbouring digits changed places: 20.58 for 20.85.</summary>
    Swapped,

    /// <summary>A digit is missing or too many: 1066.51 for 10661.51.</summary>
    Length,

    /// <summary>The decimal point stands elsewhere, or another unit is named: 元 for 万元.</summary>
    Point,
}

/// <summary>Finds, among known numbers, those that are one slip away from a number. By hash: the time does not depend on how many are known.</summary>
/// <remarks>Numbers are whole: amounts in hundreds of yuan (0.01万元), scores in hundredths.</remarks>
internal sealed class SlipIndex
{
    private readonly HashSet<long> known = [];
    private readonly Dictionary<(int Length, int Position, long Others), List<long>> masked = [];
    private readonly Dictionary<long, List<long>> significant = [];
    private readonly Dictionary<long, List<long>> shortened = [];

    /// <summary>Over these numbers, which are greater than zero.</summary>
    public SlipIndex(IEnumerable<long> numbers)
    {
        foreach (var number in numbers.Where(number => number > 0))
        {
            if (!known.Add(number))
            {
                continue;
            }

            var length = Length(number);
            for (var position = 0; position < length; position++)
            {
                Add(masked, (length, position, Masked(number, position)), number);
                Add(shortened, Without(number, position), number);
            }

            Add(significant, Significant(number), number);
        }
    }

    /// <summary>The known numbers one slip away, each with its slip; the number itself is not among them.</summary>
    public IReadOnlyList<(long Number, Slip Slip)> Near(long number)
    {
        var found = new Dictionary<long, Slip>();
        foreach (var neighbour in (long[])[number - 1, number + 1])
        {
            if (known.Contains(neighbour))
            {
                found.TryAdd(neighbour, Slip.LastDigit);
            }
        }

        var length = Length(number);
        for (var position = 0; position < length; position++)
        {
            Take(masked, (length, position, Masked(number, position)), Slip.Digit);
            if (position + 1 < length && Swapped(number, position) is var swapped && known.Contains(swapped))
            {
                found.TryAdd(swapped, Slip.Swapped);
            }

            if (Without(number, position) is var without && known.Contains(without))
            {
                found.TryAdd(without, Slip.Length);
            }
        }

        Take(shortened, number, Slip.Length);
        Take(significant, Significant(number), Slip.Point);
        found.Remove(number);
        return found.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key).ToList();

        void Take<TKey>(Dictionary<TKey, List<long>> index, TKey key, Slip slip) where TKey : notnull
        {
            foreach (var candidate in index.GetValueOrDefault(key) ?? [])
            {
                found.TryAdd(candidate, slip);
            }
        }
    }

    /// <summary>The known numbers whose digits are these, wherever their decimal point stands.</summary>
    public IReadOnlyList<long> SameDigits(long digits) => significant.GetValueOrDefault(Significant(digits)) ?? [];

    /// <summary>How many digits a number has.</summary>
    public static int Length(long number)
    {
        var length = 1;
        while ((number /= 10) > 0)
        {
            length++;
        }

        return length;
    }

    /// <summary>The number without its trailing zeros.</summary>
    public static long Significant(long number)
    {
        while (number != 0 && number % 10 == 0)
        {
            number /= 10;
        }

        return number;
    }

    private static long Masked(long number, int position) => number - (DigitAt(number, position) * Power(position));

    private static long Without(long number, int position) =>
        (number / Power(position + 1) * Power(position)) + (number % Power(position));

    private static long Swapped(long number, int position)
    {
        var (low, high) = (DigitAt(number, position), DigitAt(number, position + 1));
        return number + ((high - low) * Power(position)) + ((low - high) * Power(position + 1));
    }

    private static long DigitAt(long number, int position) => number / Power(position) % 10;

    private static long Power(int exponent)
    {
        var power = 1L;
        for (var i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }

    private static void Add<TKey>(Dictionary<TKey, List<long>> index, TKey key, long number) where TKey : notnull
    {
        if (!index.TryGetValue(key, out var numbers))
        {
            index.Add(key, numbers = []);
        }

        if (!numbers.Contains(number))
        {
            numbers.Add(number);
        }
    }
}
