using System.Runtime.CompilerServices;
using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Import.Corrections;

namespace FinalAccounts.Service.Data;

/// <summary>Which cell or fact stands at a place of the files, so that a finding leads to it.</summary>
public sealed class PlaceIndex
{
    // Accounts are shared by all who look at a unit, and so is where everything stands in them.
    private static readonly ConditionalWeakTable<DepartmentAccounts, PlaceIndex> Known = [];

    private readonly Dictionary<Place, DataSpot> spots = [];
    private readonly Dictionary<(string File, string? Sheet), (string Name, bool IsFacts)> sheets = [];

    // A blank field of a record has no place of its own: its row says the record, its column the field.
    private readonly Dictionary<(string File, string? Sheet, string Row), string> records = [];
    private readonly Dictionary<(string File, string? Sheet, string Column), string> fields = [];

    private PlaceIndex()
    {
    }

    /// <summary>Of the data in force.</summary>
    public static PlaceIndex Of(DataView data) => Known.GetValue(data.Accounts, _ => Made(data));

    private static PlaceIndex Made(DataView data)
    {
        var index = new PlaceIndex();
        foreach (var table in data.Accounts.Tables.Values)
        {
            index.Add(table);
        }

        foreach (var sheet in data.Accounts.Facts.Sheets.Values)
        {
            index.Add(sheet, data.Set.Set.Facts.Sheet(sheet.Name)?.IsRecords == true);
        }

        return index;
    }

    /// <summary>The cell or fact; null when the place is none, or none that can be told.</summary>
    public DataSpot? Find(Place place)
    {
        var plain = Plain(place);
        if (spots.TryGetValue(plain, out var spot))
        {
            return spot;
        }

        var (column, row) = Parts(plain.Cell);
        return sheets.TryGetValue((plain.File, plain.Sheet), out var sheet) && records.TryGetValue((plain.File, plain.Sheet, row), out var record) && fields.TryGetValue((plain.File, plain.Sheet, column), out var field)
            ? new DataSpot(sheet.Name, record, field, true)
            : null;
    }

    /// <summary>The table or fact sheet that a place stands in.</summary>
    public (string Name, bool IsFacts)? SheetOf(Place place) => Find(place) is { } spot ? (spot.Sheet, spot.IsFact)
        : sheets.TryGetValue((Plain(place).File, place.Sheet), out var sheet) ? sheet : null;

    private void Add(AccountsTable table)
    {
        foreach (var (row, column, place) in table.Rows.SelectMany(row => row.Cells.Select(cell => (row.Key, cell.Key, cell.Value.Place))))
        {
            if (place is not null)
            {
                spots.TryAdd(Plain(place), new DataSpot(table.Key, row, column, false));
                sheets.TryAdd((Plain(place).File, place.Sheet), (table.Key, false));
            }
        }
    }

    private void Add(FactSheet sheet, bool isRecords)
    {
        foreach (var (number, record) in sheet.Records.Index())
        {
            foreach (var (field, value) in record.Values)
            {
                if (value.Place is null)
                {
                    continue;
                }

                var place = Plain(value.Place);
                var row = isRecords ? $"{number + 1}" : "";
                spots.TryAdd(place, new DataSpot(sheet.Name, row, field, true));
                sheets.TryAdd((place.File, place.Sheet), (sheet.Name, true));
                if (isRecords)
                {
                    var (letters, digits) = Parts(place.Cell);
                    records.TryAdd((place.File, place.Sheet, digits), row);
                    fields.TryAdd((place.File, place.Sheet, letters), field);
                }
            }
        }
    }

    private static (string Column, string Row) Parts(string? cell)
    {
        var letters = cell?.TakeWhile(char.IsAsciiLetterUpper).Count() ?? 0;
        return cell is null ? ("", "") : (cell[..letters], cell[letters..]);
    }

    private static Place Plain(Place place) => place.File.Contains(CorrectionOverlay.Mark, StringComparison.Ordinal)
        ? place with { File = place.File.Replace(CorrectionOverlay.Mark, "", StringComparison.Ordinal) }
        : place;
}

/// <summary>A cell of a table or a fact, as corrections name it.</summary>
public sealed record DataSpot(string Sheet, string Row, string Column, bool IsFact);
