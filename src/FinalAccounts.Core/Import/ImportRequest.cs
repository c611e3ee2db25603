using FinalAccounts.Import.Files;

namespace FinalAccounts.Import;

/// <summary>A file as it was handed in.</summary>
/// <param name="Name">As people know it; used in every place and message, never to guess what the file is.</param>
public sealed record ImportFile(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>The extensions under which workbooks are looked for and offered to choose, the usual one first.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".xlsx", ".xlsm", ".xls", ".et", ".xlsb", ".ods", ".csv"];

    /// <summary>Several files that are one workbook, one table in each for instance; a single one as it is.</summary>
    public static ImportFile Together(string name, IReadOnlyList<ImportFile> files) =>
        files is [var only] ? only : new ImportFile(name, FileBundle.Pack(files));

    /// <summary>What a process of its own has read from the file (<see cref="ForeignFile"/>); null: it is read here.</summary>
    public ReadOnlyMemory<byte>? Sheets { get; init; }
}

/// <summary>What to import: 公开表 and 文字资料 as workbooks, or everything as canonical JSON.</summary>
public sealed record ImportRequest
{
    /// <summary>公开表 workbook; null when <see cref="Json"/> is given.</summary>
    public ImportFile? Tables { get; init; }

    /// <summary>文字资料 workbook; null for none.</summary>
    public ImportFile? Facts { get; init; }

    /// <summary>Last year's 公开表 workbook of the same unit; null for none.</summary>
    public ImportFile? PriorTables { get; init; }

    /// <summary>Last year's accounts as canonical JSON, in place of <see cref="PriorTables"/>; null for none.</summary>
    public ImportFile? PriorJson { get; init; }

    /// <summary>Canonical JSON in place of the workbooks.</summary>
    public ImportFile? Json { get; init; }

    /// <summary>The unit the files must belong to; null: what the files say, as long as they agree.</summary>
    public string? UnitName { get; init; }

    /// <summary>决算年度; null: the template set's.</summary>
    public int? FiscalYear { get; init; }
}
