namespace FinalAccounts.Samples.Words;

/// <summary>A project with its self-evaluation: 20 points for the execution of its budget, 80 for its indicators.</summary>
internal sealed record ProjectSheet(string Name, decimal Budget, decimal Spent, IReadOnlyList<Indicator> Indicators)
{
    /// <summary>执行率, as typed: a ratio to 0.01%.</summary>
    public decimal Rate => Budget == 0 ? 0 : Math.Round(Spent / Budget, 4, MidpointRounding.AwayFromZero);

    /// <summary>执行得分 of 20.</summary>
    public decimal RateScore => Math.Round(20m * Math.Min(1m, Rate), 2, MidpointRounding.AwayFromZero);

    /// <summary>总分.</summary>
    public decimal Total => RateScore + Indicators.Sum(indicator => indicator.Score);

    /// <summary>得分 of the indicators of a 一级指标.</summary>
    public decimal Of(string first) => Indicators.Where(indicator => indicator.First == first).Sum(indicator => indicator.Score);

    /// <summary>权重 of the indicators of a 一级指标.</summary>
    public decimal WeightOf(string first) => Indicators.Where(indicator => indicator.First == first).Sum(indicator => indicator.Weight);
}

/// <summary>An indicator with what was aimed at, what was achieved and the score that the form's notes give for it.</summary>
internal sealed record Indicator(string First, string Second, string Name, decimal Weight, string Target, string Achieved, decimal Score)
{
    /// <summary>Whether it fell short.</summary>
    public bool Short => Score < Weight;
}
