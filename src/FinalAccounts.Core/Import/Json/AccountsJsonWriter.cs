using System.Text.Encodings.Web;
using System.Text.Json;
using FinalAccounts.Accounts;

namespace FinalAccounts.Import.Json;

/// <summary>Writes the canonical form.</summary>
internal static class AccountsJsonWriter
{
    public static byte[] Write(DepartmentAccounts accounts)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", AccountsJson.SchemaId);
            json.WriteNumber("version", AccountsJson.Version);
            WriteAccounts(json, accounts);
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void WriteAccounts(Utf8JsonWriter json, DepartmentAccounts accounts)
    {
        json.WriteString("unit", accounts.UnitName);
        json.WriteNumber("year", accounts.FiscalYear);
        json.WriteStartObject("tables");
        foreach (var (key, table) in Sorted(accounts.Tables))
        {
            json.WritePropertyName(key);
            WriteTable(json, table);
        }

        json.WriteEndObject();
        json.WriteStartObject("facts");
        foreach (var (name, sheet) in Sorted(accounts.Facts.Sheets))
        {
            json.WriteStartArray(name);
            foreach (var record in Records(sheet))
            {
                WriteRecord(json, record);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        if (accounts.Facts.Sheets.Values.Where(sheet => sheet.CarriedOver).Select(sheet => sheet.Name).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } carried)
        {
            json.WriteStartArray("carriedOver");
            carried.ForEach(json.WriteStringValue);
            json.WriteEndArray();
        }

        if (accounts.Prior is { } prior)
        {
            json.WriteStartObject("prior");
            WriteAccounts(json, prior);
            json.WriteEndObject();
        }
    }

    private static void WriteTable(Utf8JsonWriter json, AccountsTable table)
    {
        json.WriteStartObject();
        json.WriteString("unit", Money.Name(table.Unit));
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            json.WriteString("key", row.Key);
            json.WriteString("name", row.Name);
            if (row.Code is not null)
            {
                json.WriteString("code", row.Code);
            }

            json.WriteStartObject("cells");
            foreach (var (column, cell) in Sorted(row.Cells))
            {
                json.WriteStartObject(column);
                if (cell.Text is { } text)
                {
                    json.WriteString("text", text);
                }
                else
                {
                    WriteNumber(json, "value", cell.Value);
                }

                WritePlace(json, cell.Place);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // The blank cells of a fields sheet stand in its one record.
    private static IReadOnlyList<FactRecord> Records(FactSheet sheet) =>
        sheet.Blanks.Count == 0 ? sheet.Records
        : sheet.Records is [var first, ..] ? [first with { Blanks = sheet.Blanks }] : [new FactRecord(new Dictionary<string, FactValue>()) { Blanks = sheet.Blanks }];

    private static void WriteRecord(Utf8JsonWriter json, FactRecord record)
    {
        json.WriteStartObject();
        var blanks = record.Blanks.Where(blank => !record.Values.ContainsKey(blank.Key)).Select(blank => KeyValuePair.Create(blank.Key, new FactValue(blank.Value)));
        foreach (var (field, value) in record.Values.Concat(blanks).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(field);
            if (value.Text is not null)
            {
                json.WriteString("text", value.Text);
            }
            else if (value.Date is { } date)
            {
                json.WriteString("date", DateText.Write(date, value.Exactness));
            }
            else if (value.Flag is { } flag)
            {
                json.WriteBoolean("flag", flag);
            }
            else if (value.Error is not null)
            {
                json.WriteString("error", value.Error);
            }
            else if (value.Number is { } number)
            {
                WriteNumber(json, "number", number);
            }

            WritePlace(json, value.Place);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            // 1.50 and 1.5 are equal and must give equal bytes.
            json.WriteNumber(name, number / 1.0000000000000000000000000000m);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WritePlace(Utf8JsonWriter json, Place? place)
    {
        json.WritePropertyName("place");
        if (place is null)
        {
            json.WriteNullValue();
        }
        else
        {
            PlaceJson.Write(json, place);
        }
    }

    private static IEnumerable<KeyValuePair<string, T>> Sorted<T>(IReadOnlyDictionary<string, T> entries) =>
        entries.OrderBy(pair => pair.Key, StringComparer.Ordinal);
}
