namespace FinalAccounts.Service.Store;

/// <summary>Workbooks of many units handed in at once. They are read and told apart in the background; what they bring waits to be accepted like any hand-in.</summary>
public sealed class Delivery
{
    public Guid Id { get; set; }

    /// <summary>决算年度 that the files are for.</summary>
    public int Year { get; set; }

    public required string By { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The units that they may hand in for, as it was then (<see cref="UnitSet.ToText"/>); null for all.</summary>
    public string? Units { get; set; }

    /// <summary>When everything in it was read; null while there is something to read.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>The files, those of archives one by one.</summary>
    public List<DeliveredFile> Files { get; set; } = [];
}

/// <summary>A file of a delivery, and what became of it.</summary>
public sealed class DeliveredFile
{
    public long Id { get; set; }

    public Guid DeliveryId { get; set; }

    /// <summary>As people know it, with the folders it stood in.</summary>
    public required string Name { get; set; }

    /// <summary>The bytes, an artifact; null for what was refused unread.</summary>
    public string? Sha256 { get; set; }

    /// <summary>What it is; null while that is not known.</summary>
    public ImportedFileKind? Kind { get; set; }

    /// <summary>Whose it is; null while that is not known.</summary>
    public long? UnitId { get; set; }

    public Unit? Unit { get; set; }

    /// <summary>The hand-in that it became part of; null before.</summary>
    public long? ImportId { get; set; }

    public DataImport? Import { get; set; }

    /// <summary>Why nothing became of it, in Chinese, with what to do; null otherwise.</summary>
    public string? Problem { get; set; }
}
