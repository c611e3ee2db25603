namespace FinalAccounts.Service.Store;

/// <summary>One cell or fact changed over the import in force, with reason. Overlays in the order of <see cref="Id"/>; can be undone, never deleted.</summary>
public sealed class Correction
{
    /// <summary>Key in the database, and the order in which corrections apply.</summary>
    public long Id { get; set; }

    /// <summary>Whose data.</summary>
    public long UnitId { get; set; }

    /// <summary>决算年度.</summary>
    public int Year { get; set; }

    /// <summary>The table's key (表01) or the fact sheet's name.</summary>
    public required string Sheet { get; set; }

    /// <summary>Row key of a table; record number from 1 of a records sheet; empty for a fields sheet.</summary>
    public required string Row { get; set; }

    /// <summary>Column key or field name.</summary>
    public required string Column { get; set; }

    /// <summary>True for a fact, false for a cell of a table.</summary>
    public bool IsFact { get; set; }

    /// <summary>As canonical JSON writes the value (元, ISO date, text); null for blank. What it was when corrected.</summary>
    public string? OldValue { get; set; }

    /// <summary>The value from now on; null for blank.</summary>
    public string? NewValue { get; set; }

    /// <summary>Why; required.</summary>
    public required string Reason { get; set; }

    public required string By { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Who undid it; null while it is in force.</summary>
    public string? UndoneBy { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }
}
