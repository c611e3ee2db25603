namespace FinalAccounts.Reading;

/// <summary>Bounds that keep a broken or hostile document from exhausting the process; real disclosures stay far below.</summary>
public static class DocumentLimits
{
    /// <summary>Bytes of a document.</summary>
    public const int FileBytes = 100 * 1024 * 1024;

    /// <summary>Bytes of one part of a Word file after decompression, counted while decompressing.</summary>
    public const long PartBytes = 200L * 1024 * 1024;

    /// <summary>Entries of a Word file.</summary>
    public const int Entries = 5_000;

    /// <summary>Pages of a PDF.</summary>
    public const int Pages = 1_000;

    /// <summary>Letters of one page: a page of small type has ten thousand.</summary>
    public const int LettersOfPage = 60_000;

    /// <summary>Rulings of one page that are looked at.</summary>
    public const int RulingsOfPage = 20_000;

    /// <summary>Rows of a table.</summary>
    public const int Rows = 20_000;

    /// <summary>Columns of a table.</summary>
    public const int Columns = 200;

    /// <summary>Cells of all tables together.</summary>
    public const int Cells = 1_000_000;

    /// <summary>How deep elements may stand in each other.</summary>
    public const int Depth = 200;
}
