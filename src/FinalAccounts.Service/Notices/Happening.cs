using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Notices;

/// <summary>Something that people and robots are told of.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="UnitId">Of which unit; null for what is about templates, which all may see.</param>
/// <param name="Year">决算年度; 0 for templates.</param>
/// <param name="Text">What happened, without unit and year: 第2版已退回. Nothing that is not public.</param>
/// <param name="Path">The page where it is seen to.</param>
/// <param name="By">Who did it; they are not told themselves.</param>
public sealed record Happening(NoticeKind Kind, long? UnitId, int Year, string Text, string Path, string By)
{
    /// <summary>More, for the page alone.</summary>
    public string? Detail { get; init; }

    /// <summary>Who had a hand in it, by sign-in name; null stands for nobody.</summary>
    public IReadOnlyCollection<string?> Hands { get; init; } = [];

    /// <summary>Everybody with this right on the unit as well; null for nobody else.</summary>
    public string? Right { get; init; }

    /// <summary>Those with this right, should none of <see cref="Hands"/> be somebody who can be told.</summary>
    public string? Otherwise { get; init; }

    /// <summary>Said once to each receiver, however often it is found; null: whenever it happens.</summary>
    public string? Once { get; init; }
}
