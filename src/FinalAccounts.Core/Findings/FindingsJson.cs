using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace FinalAccounts.Findings;

/// <summary>The one JSON form of findings and places: what <c>check --json</c> prints, the service stores and its API answers, and accounts carry.</summary>
public static class FindingsJson
{
    /// <summary>Lower camel case, no nulls, Chinese as it is.</summary>
    internal static JsonSerializerOptions Compact { get; } = Options(indented: false);

    private static readonly JsonSerializerOptions Indented = Options(indented: true);

    /// <summary>The array; equal findings give equal text.</summary>
    public static string Write(IEnumerable<Finding> findings, bool indented = false) =>
        JsonSerializer.Serialize(findings, indented ? Indented : Compact);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<Finding> Read(string json) => JsonSerializer.Deserialize<Finding[]>(json, Compact)!;

    private static JsonSerializerOptions Options(bool indented) => new()
    {
        WriteIndented = indented,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new PlaceConverter() },
    };

    // Version 0.1 stored places as people read them.
    private sealed class PlaceConverter : JsonConverter<Place>
    {
        public override Place Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? new Place(reader.GetString()!) : JsonSerializer.Deserialize<Place>(ref reader, JsonSerializerOptions.Web)!;

        public override void Write(Utf8JsonWriter writer, Place value, JsonSerializerOptions options) => PlaceJson.Write(writer, value);
    }
}
