namespace FinalAccounts.Passages;

/// <summary>A number that stands in a passage, with its unit.</summary>
/// <param name="Start">Of the first digit.</param>
/// <param name="End">After the unit.</param>
/// <param name="Number">As written, before its unit is applied.</param>
/// <param name="Decimals">Digits after the point.</param>
/// <param name="Unit">万元, %, 分, 个…; empty for a bare number.</param>
internal sealed record NumberMention(Passage Passage, int Start, int End, decimal Number, int Decimals, string Unit, MentionKind Kind)
{
    private const int ContextLength = 40;
    private static readonly System.Buffers.SearchValues<char> ClauseEnds = System.Buffers.SearchValues.Create("，。；：！？,;");

    /// <summary>Whether thousands are separated.</summary>
    public bool Grouped { get; init; }

    /// <summary>Whether a digit is written full width.</summary>
    public bool FullWidth { get; init; }

    /// <summary>Whether the text says that it is not exact (约, 余, 超过…).</summary>
    public bool Approximate { get; init; }

    /// <summary>As written, with its unit.</summary>
    public string Written => Passage.Content[Start..End];

    /// <summary>In the base unit: 元, a ratio, points, pieces.</summary>
    public decimal Value => Number * Scale;

    /// <summary>What the last written digit is worth, in the base unit.</summary>
    public decimal Precision => Scale / (decimal)Math.Pow(10, Decimals);

    /// <summary>The figure that printed it; null in running text.</summary>
    public Figure? Figure => Passage.SpanAt(Start)?.Inline as Figure;

    /// <summary>Where it can be mended.</summary>
    public Place? Place => Passage.PlaceAt(Start);

    /// <summary>What stands before it up to the last punctuation.</summary>
    public ReadOnlySpan<char> Clause
    {
        get
        {
            var from = Math.Max(0, Start - ContextLength);
            var before = Passage.Content.AsSpan(from, Start - from);
            var end = before.LastIndexOfAny(ClauseEnds);
            return end < 0 ? before : before[(end + 1)..];
        }
    }

    /// <summary>What stands after it up to the next punctuation.</summary>
    public ReadOnlySpan<char> After
    {
        get
        {
            var rest = Passage.Content.AsSpan(End, Math.Min(ContextLength, Passage.Content.Length - End));
            var end = rest.IndexOfAny(ClauseEnds);
            return end < 0 ? rest : rest[..end];
        }
    }

    private decimal Scale => MentionUnits.Scale(Kind, Unit);
}

/// <summary>What a number counts.</summary>
internal enum MentionKind
{
    /// <summary>Money.</summary>
    Amount,

    /// <summary>A percentage.</summary>
    Percent,

    /// <summary>Points of a score.</summary>
    Score,

    /// <summary>A year (2023年).</summary>
    Year,

    /// <summary>Pieces, persons, times.</summary>
    Count,

    /// <summary>A number of order, a date, a code.</summary>
    Other,
}
