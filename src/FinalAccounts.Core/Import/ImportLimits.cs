namespace FinalAccounts.Import;

/// <summary>Bounds that keep a broken or hostile file from exhausting the process; real workbooks stay far below. Listed in docs/import.md.</summary>
public static class ImportLimits
{
    /// <summary>Bytes of one file as handed in.</summary>
    public const int FileBytes = 50 * 1024 * 1024;

    /// <summary>Entries of an xlsx archive.</summary>
    public const int ArchiveEntries = 2_000;

    /// <summary>Bytes of all entries of an xlsx archive after decompression, counted while decompressing.</summary>
    public const long ArchiveBytes = 400L * 1024 * 1024;

    /// <summary>Decompressed to compressed size of one entry, once the entry is larger than <see cref="RatioFrom"/>.</summary>
    public const int EntryRatio = 250;

    /// <summary>Entries up to this size may compress as well as they like.</summary>
    public const int RatioFrom = 16 * 1024 * 1024;

    /// <summary>Sheets of a workbook.</summary>
    public const int Sheets = 256;

    /// <summary>Columns of a sheet that may hold content.</summary>
    public const int Columns = 512;

    /// <summary>Rows of a sheet that may hold content.</summary>
    public const int FilledRows = 20_000;

    /// <summary>After so many blank rows in a row a sheet counts as finished; content further down is an error, never ignored.</summary>
    public const int BlankRows = 1_000;

    /// <summary>Rows of a sheet that are looked at at all: what Excel itself can hold.</summary>
    public const int Rows = 1_048_576;

    /// <summary>Cells of a sheet that are looked at: rows times columns.</summary>
    public const long Cells = 40_000_000;

    /// <summary>The largest amount, in 元, positive or negative; the largest count or score. A larger one is a mistake, and sums of such amounts stay exact.</summary>
    public const decimal Amount = 1_000_000_000_000_000m;
}
