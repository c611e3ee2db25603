using FinalAccounts.Import;
using FinalAccounts.Service.Store;

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

    public bool IsEmpty => Tables is null && Facts is null && PriorTables is null && Json is null;

    /// <summary>Why this cannot be handed in over what is in force; null when it can. Facts may come before tables; last year's tables alone say nothing of this year.</summary>
    public string? Refusal(DataImport? inForce) =>
        this is { Json: null, Tables: null, Facts: null } && inForce?.Files.Exists(file => file.Kind is ImportedFileKind.Tables or ImportedFileKind.Facts) != true
            ? "上年公开表不能单独提交，请把公开表或文字资料一起提交。"
            : null;
}
