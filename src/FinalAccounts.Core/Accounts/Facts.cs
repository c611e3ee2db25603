using System.Runtime.CompilerServices;

namespace FinalAccounts.Accounts;

/// <summary>文字资料: what the tables do not hold, sheet by sheet, after the template set's facts.yaml.</summary>
/// <param name="Sheets">By sheet name; a sheet that was left empty is there without records.</param>
public sealed record Facts(IReadOnlyDictionary<string, FactSheet> Sheets)
{
    private static readonly ConditionalWeakTable<FactSheet, FoundPlace> FirstPlaces = [];

    /// <summary>No facts at all.</summary>
    public static readonly Facts Empty = new(new Dictionary<string, FactSheet>());

    /// <summary>The field of a fields sheet; null when sheet or field is missing or blank.</summary>
    public FactValue? Field(string sheet, string field) =>
        Records(sheet) is [var record, ..] ? record.Values.GetValueOrDefault(field) : null;

    /// <summary>The one record of a fields sheet; null when sheet or record is missing.</summary>
    public FactRecord? Record(string sheet) => Records(sheet) is [var record, ..] ? record : null;

    /// <summary>The records of a sheet; none when the sheet is missing.</summary>
    public IReadOnlyList<FactRecord> Records(string sheet) => Sheets.GetValueOrDefault(sheet)?.Records ?? [];

    /// <summary>Where a field stands, filled or blank: its cell, else its sheet; null when the facts came from no file.</summary>
    /// <param name="record">Null for a record that is not there.</param>
    public Place? PlaceOf(string sheet, FactRecord? record, string field) =>
        record?.Values.GetValueOrDefault(field)?.Place
        ?? record?.Blanks.GetValueOrDefault(field)
        ?? Sheets.GetValueOrDefault(sheet)?.Blanks.GetValueOrDefault(field)
        ?? PlaceOf(sheet);

    /// <summary>Where a sheet stands; null when the facts came from no file.</summary>
    public Place? PlaceOf(string sheet)
    {
        var own = Sheets.TryGetValue(sheet, out var found) ? First(found) : null;
        return own is not null ? new Place(own.File, own.Sheet)
            : Sheets.Values.Select(First).FirstOrDefault(place => place is not null) is { Sheet: not null } other ? new Place(other.File, sheet) : null;
    }

    // A large sheet that came from no file would be walked through for each of its fields.
    private static Place? First(FactSheet sheet) => FirstPlaces.GetValue(sheet, static found => new FoundPlace(Places(found).FirstOrDefault())).Place;

    private static IEnumerable<Place> Places(FactSheet sheet) => sheet.Blanks.Values
        .Concat(sheet.Records.SelectMany(record => record.Values.Values.Select(value => value.Place).OfType<Place>().Concat(record.Blanks.Values)));

    private sealed record FoundPlace(Place? Place);
}

/// <summary>A sheet of facts: one record for a fields sheet, any number for a records sheet.</summary>
public sealed record FactSheet(string Name, IReadOnlyList<FactRecord> Records)
{
    /// <summary>Whether its content is last year's and nobody has said yet that it still holds.</summary>
    public bool CarriedOver { get; init; }

    /// <summary>Of a fields sheet: the cells of its blank fields, for what is said of them.</summary>
    public IReadOnlyDictionary<string, Place> Blanks { get; init; } = FactRecord.NoBlanks;
}

/// <summary>A record; blank fields are absent.</summary>
public sealed record FactRecord(IReadOnlyDictionary<string, FactValue> Values)
{
    internal static readonly IReadOnlyDictionary<string, Place> NoBlanks = new Dictionary<string, Place>();

    /// <summary>Of a row of a records sheet: the cells of its blank fields, for what is said of them.</summary>
    public IReadOnlyDictionary<string, Place> Blanks { get; init; } = NoBlanks;
}

/// <summary>A value with where it stood. Exactly one of the contents is set.</summary>
/// <param name="Place">Null when the fact did not come from a file.</param>
public sealed record FactValue(Place? Place)
{
    /// <summary>Text, prose (paragraphs divided by \n) or a choice.</summary>
    public string? Text { get; init; }

    /// <summary>Money in 元, a percentage as ratio (100% = 1), an integer or a decimal.</summary>
    public decimal? Number { get; init; }

    /// <summary>A date; the first day of the month or year when no more is known.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>How much of the date is known.</summary>
    public DateExactness Exactness { get; init; }

    /// <summary>The date when its day is known; else null.</summary>
    public DateOnly? Day => Exactness == DateExactness.Day ? Date : null;

    /// <summary>是 or 否.</summary>
    public bool? Flag { get; init; }

    /// <summary>An error as Excel writes it (#REF!): kept, printed as it is and reported; it stops publishing, not drafting.</summary>
    public string? Error { get; init; }
}
