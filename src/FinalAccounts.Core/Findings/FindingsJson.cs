using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using FinalAccounts.Documents;

namespace FinalAccounts.Findings;

/// <summary>Findings as a JSON array: what <c>check --json</c> prints and the service keeps. Places are written as people read them.</summary>
public static class FindingsJson
{
    private static readonly JsonSerializerOptions Compact = Options(indented: false);
    private static readonly JsonSerializerOptions Indented = Options(indented: true);

    /// <summary>The array; equal findings give equal text.</summary>
    public static string Write(IEnumerable<Finding> findings, bool indented = false) =>
        JsonSerializer.Serialize(findings.Select(FindingEntry.Of), indented ? Indented : Compact);

    /// <summary>Reads what <see cref="Write"/> wrote; a place comes back as its text.</summary>
    public static IReadOnlyList<Finding> Read(string json) =>
        [.. JsonSerializer.Deserialize<FindingEntry[]>(json, Compact)!.Select(entry => entry.ToFinding())];

    private static JsonSerializerOptions Options(bool indented) => new()
    {
        WriteIndented = indented,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}

internal sealed record FindingEntry(
    Severity Severity, string Rule, string Message, IReadOnlyList<string> Places, string? Expected, string? Actual, string? Difference, string? Remedy)
{
    public static FindingEntry Of(Finding finding) => new(
        finding.Severity, finding.Rule, finding.Message, [.. finding.Places.Select(place => place.ToString())],
        finding.Expected, finding.Actual, finding.Difference, finding.Remedy);

    public Finding ToFinding() => new(Severity, Rule, Message, [.. Places.Select(place => new Place(place))])
    {
        Expected = Expected, Actual = Actual, Difference = Difference, Remedy = Remedy,
    };
}
