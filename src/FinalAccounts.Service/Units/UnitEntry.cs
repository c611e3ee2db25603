using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Units;

/// <summary>A unit as somebody enters it, in the page, in a sheet or through the API.</summary>
public sealed record UnitEntry
{
    /// <summary>单位代码.</summary>
    public string Code { get; init; } = "";

    /// <summary>公开名称.</summary>
    public string Name { get; init; } = "";

    /// <summary>公开层级.</summary>
    public UnitLevel Level { get; init; } = UnitLevel.Unit;

    /// <summary>The code of the unit it belongs to; empty for none.</summary>
    public string? Parent { get; init; }

    /// <summary>The template set's key; empty for the default.</summary>
    public string? TemplateSet { get; init; }

    /// <summary>The year from which it publishes here, for which a set must be found where none is named; null: nobody asked.</summary>
    public int? Year { get; init; }

    /// <summary>Whether it publishes.</summary>
    public bool Active { get; init; } = true;
}

/// <summary>What is wrong with an entry.</summary>
/// <param name="Field">The property's name; empty for the entry as a whole.</param>
/// <param name="Message">Chinese.</param>
public sealed record EntryProblem(string Field, string Message);
