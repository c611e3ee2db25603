namespace FinalAccounts.Service.Store;

/// <summary>All units, or those of some keys.</summary>
/// <param name="IsAll">Every unit, also one that is added later.</param>
/// <param name="Ids">The keys, where not all.</param>
public sealed record UnitSet(bool IsAll, IReadOnlySet<long> Ids)
{
    /// <summary>Every unit.</summary>
    public static readonly UnitSet All = new(true, new HashSet<long>());

    /// <summary>These.</summary>
    public static UnitSet Of(IEnumerable<long> ids) => new(false, ids.ToHashSet());

    /// <summary>Whether it is in it.</summary>
    public bool Contains(long unit) => IsAll || Ids.Contains(unit);

    /// <summary>As a column keeps it: null for all.</summary>
    public string? ToText() => IsAll ? null : string.Join(',', Ids.Order());

    /// <summary>What <see cref="ToText"/> wrote.</summary>
    public static UnitSet FromText(string? text) => text is null ? All
        : Of(text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, System.Globalization.CultureInfo.InvariantCulture)));
}
