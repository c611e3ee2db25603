using System.Text.Json;

namespace FinalAccounts.Findings;

/// <summary>A place as JSON: <c>{ file, sheet, cell, line, column }</c>, what it does not have left out.</summary>
internal static class PlaceJson
{
    public static void Write(Utf8JsonWriter json, Place place)
    {
        json.WriteStartObject();
        json.WriteString("file", place.File);
        Write(json, "sheet", place.Sheet);
        Write(json, "cell", place.Cell);
        Write(json, "line", place.Line);
        Write(json, "column", place.Column);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
    }
}
