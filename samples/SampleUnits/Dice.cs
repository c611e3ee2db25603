namespace FinalAccounts.Samples;

/// <summary>Seeded chance; equal seeds give equal throws on every machine.</summary>
internal sealed class Dice(int seed)
{
    // A seeded Random keeps its sequence from version to version.
    private readonly Random random = new(seed);

    /// <summary>From the first to the last, both included.</summary>
    public int Whole(int first, int last) => random.Next(first, last + 1);

    /// <summary>Money in 元 with 分, between bounds in 万元.</summary>
    public decimal Money(decimal atLeast, decimal atMost) =>
        Math.Round((atLeast + ((atMost - atLeast) * random.Next(0, 1_000_000) / 1_000_000m)) * 10_000m, 2);

    /// <summary>A part of money, in 元 with 分, between two shares.</summary>
    public decimal Part(decimal whole, decimal atLeast, decimal atMost) =>
        Math.Round(whole * (atLeast + ((atMost - atLeast) * random.Next(0, 10_001) / 10_000m)), 2);

    /// <summary>True once in so many times.</summary>
    public bool OnceIn(int times) => random.Next(times) == 0;

    /// <summary>One of them.</summary>
    public T One<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>Some of them, in their order.</summary>
    public List<T> Some<T>(IReadOnlyList<T> from, int count)
    {
        var left = Enumerable.Range(0, from.Count).ToList();
        while (left.Count > count)
        {
            left.RemoveAt(random.Next(left.Count));
        }

        return left.ConvertAll(at => from[at]);
    }

    /// <summary>Splits money into parts that add up to it, none of them zero when there is enough.</summary>
    public decimal[] Split(decimal whole, int count, decimal step = 0.01m)
    {
        var weights = Enumerable.Range(0, count).Select(_ => (decimal)random.Next(20, 101)).ToArray();
        var sum = weights.Sum();
        var parts = weights.Select(weight => Math.Floor(whole * weight / sum / step) * step).ToArray();
        if (count > 0)
        {
            parts[^1] += whole - parts.Sum();
        }

        return parts;
    }
}
