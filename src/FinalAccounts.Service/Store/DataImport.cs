namespace FinalAccounts.Service.Store;

/// <summary>One hand-in of a unit's data of one year. Never edited: a later one takes its place, corrections lie over it.</summary>
public sealed class DataImport
{
    public long Id { get; set; }

    /// <summary>Whose data.</summary>
    public long UnitId { get; set; }

    public Unit? Unit { get; set; }

    /// <summary>决算年度.</summary>
    public int Year { get; set; }

    /// <summary>1, 2, 3 … per unit and year.</summary>
    public int Number { get; set; }

    public ImportState State { get; set; }

    /// <summary>Where the data came from.</summary>
    public ImportSource Source { get; set; }

    /// <summary>The files as handed in, by artifact.</summary>
    public List<ImportedFile> Files { get; set; } = [];

    /// <summary>The accounts as canonical JSON (an artifact); null when the files could not be understood.</summary>
    public string? AccountsSha256 { get; set; }

    /// <summary>All findings of import and checks as a JSON array (the form of <c>check --json</c>).</summary>
    public string Findings { get; set; } = "[]";

    /// <summary>How many of the findings stop publishing.</summary>
    public int Errors { get; set; }

    /// <summary>批复日期 of the facts, from which the time to publish runs; null when not filled in.</summary>
    public DateOnly? ApprovedOn { get; set; }

    public required string By { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>A file of an import.</summary>
public sealed class ImportedFile
{
    public long Id { get; set; }

    public long ImportId { get; set; }

    /// <summary>What the file is.</summary>
    public ImportedFileKind Kind { get; set; }

    /// <summary>As people know it.</summary>
    public required string Name { get; set; }

    /// <summary>The artifact.</summary>
    public required string Sha256 { get; set; }
}

/// <summary>What an imported file is.</summary>
public enum ImportedFileKind
{
    /// <summary>公开表.</summary>
    Tables,

    /// <summary>文字资料.</summary>
    Facts,

    /// <summary>上年公开表.</summary>
    PriorTables,

    /// <summary>Canonical JSON.</summary>
    Json,
}

/// <summary>Where an import stands.</summary>
public enum ImportState
{
    /// <summary>Read, waits for somebody to accept the differences.</summary>
    Pending,

    /// <summary>The data in force until a later one is accepted.</summary>
    Accepted,

    /// <summary>Not understood, or turned down.</summary>
    Rejected,
}

/// <summary>How data came in.</summary>
public enum ImportSource
{
    /// <summary>Workbooks uploaded in the page.</summary>
    Upload,

    /// <summary>Through the API.</summary>
    Api,

    /// <summary>Facts edited in the page.</summary>
    FactsForm,
}
