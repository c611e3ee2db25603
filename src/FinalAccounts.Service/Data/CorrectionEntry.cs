using FinalAccounts.Accounts;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Data;

/// <summary>A correction as somebody enters it.</summary>
public sealed record CorrectionEntry
{
    /// <summary>表01, or a fact sheet's name.</summary>
    public string Sheet { get; init; } = "";

    /// <summary>Row key; the record's number from 1; empty for a fields sheet.</summary>
    public string Row { get; init; } = "";

    /// <summary>Column key or field name.</summary>
    public string Column { get; init; } = "";

    /// <summary>Whether it is a fact.</summary>
    public bool IsFact { get; init; }

    /// <summary>The new value as typed; empty for blank.</summary>
    public string? Value { get; init; }

    /// <summary>元 or 万元, for cells of tables; facts have their field's unit.</summary>
    public MoneyUnit Unit { get; init; } = MoneyUnit.Yuan;

    public string? Reason { get; init; }

    /// <summary>The value that was seen when it was typed, as canonical JSON writes it, empty for blank; null where nobody looked.</summary>
    public string? Seen { get; init; }

    /// <summary>Whether somebody is there to be asked about a doubtful value.</summary>
    public bool Asks { get; init; }

    /// <summary>The value that was asked about and is meant, as <see cref="CorrectionOutcome.Value"/> gave it.</summary>
    public string? Confirmed { get; init; }
}

/// <summary>What became of it.</summary>
/// <param name="Correction">As made; null when nothing was saved.</param>
/// <param name="Problems">Why it is not possible.</param>
/// <param name="Doubts">What to ask first.</param>
/// <param name="Value">The value as canonical JSON writes it.</param>
/// <param name="Effect">What it does to the findings; null when it is not possible.</param>
public sealed record CorrectionOutcome(Correction? Correction, IReadOnlyList<string> Problems, IReadOnlyList<string> Doubts, string? Value, FindingsChange? Effect)
{
    public static CorrectionOutcome Refused(string problem) => new(null, [problem], [], null, null);
}
