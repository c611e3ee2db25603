using FinalAccounts.Import;

namespace FinalAccounts.Service.Data;

/// <summary>What somebody hands in; what is left out stays as in the import in force.</summary>
public sealed record HandIn
{
    /// <summary>公开表.</summary>
    public ImportFile? Tables { get; init; }

    /// <summary>文字资料.</summary>
    public ImportFile? Facts { get; init; }

    /// <summary>上年公开表.</summary>
    public ImportFile? PriorTables { get; init; }

    /// <summary>Canonical JSON, in place of the workbooks.</summary>
    public ImportFile? Json { get; init; }

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => Tables is null && Facts is null && PriorTables is null && Json is null;
}
