using System.Text.Json;
using System.Text.Json.Serialization;

namespace FinalAccounts.Findings;

/// <summary>Something to say to the people who made the input: a mistake, a doubt or a rounding difference. A value, not an exception.</summary>
/// <param name="Severity">Whether it stops the run, stops publishing, or only informs.</param>
/// <param name="Rule">A short stable code (IMP-03, TPL-01, X-07) that documentation lists.</param>
/// <param name="Message">In Chinese: what is wrong and what to do.</param>
/// <param name="Places">Where, most telling first.</param>
public sealed record Finding(Severity Severity, string Rule, string Message, IReadOnlyList<Place> Places)
{
    /// <summary>What the rule expected, as printed; null where it does not apply.</summary>
    public string? Expected { get; init; }

    /// <summary>What was found, as printed.</summary>
    public string? Actual { get; init; }

    /// <summary>Actual minus expected, as printed.</summary>
    public string? Difference { get; init; }

    /// <summary>What to do about it, where the message does not say it; else null.</summary>
    public string? Remedy { get; init; }

    /// <summary>What to put in place of what is written at the first place; null where nothing is near.</summary>
    public Fix? Fix { get; init; }
}

/// <summary>How grave a finding is; in JSON <c>note</c> to <c>fatal</c>.</summary>
[JsonConverter(typeof(SeverityConverter))]
public enum Severity
{
    /// <summary>For information.</summary>
    Note,

    /// <summary>A difference that rounding explains (尾差).</summary>
    Rounding,

    /// <summary>Doubtful; publishing goes on.</summary>
    Warning,

    /// <summary>Wrong; stops publishing, drafts can be made.</summary>
    Error,

    /// <summary>The input cannot be understood; nothing is made from it.</summary>
    Fatal,
}

internal sealed class SeverityConverter() : JsonStringEnumConverter<Severity>(JsonNamingPolicy.CamelCase);

/// <summary>A value or the reasons why there is none; findings may come with a value as well.</summary>
public sealed record Result<T>(T? Value, IReadOnlyList<Finding> Findings) where T : class
{
    /// <summary>Whether there is a value to go on with.</summary>
    public bool Succeeded => Value is not null;
}
