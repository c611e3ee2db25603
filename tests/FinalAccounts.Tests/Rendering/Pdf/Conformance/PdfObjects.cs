using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FinalAccounts.Tests.Rendering.Pdf.Conformance;

/// <summary>A PDF's objects as qpdf tells them in JSON: a reader that is not ours. Streams are decoded.</summary>
internal sealed partial class PdfObjects(JsonNode json)
{
    private readonly JsonObject objects = json["qpdf"]![1]!.AsObject();

    /// <summary>The file's objects; qpdf must find nothing wrong with it.</summary>
    public static JsonNode Read(byte[] pdf)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, pdf);
            using var qpdf = Process.Start(new ProcessStartInfo("qpdf", ["--json=2", "--json-stream-data=inline", file]) { RedirectStandardOutput = true })!;
            var text = qpdf.StandardOutput.ReadToEnd();
            qpdf.WaitForExit();
            Assert.Equal(0, qpdf.ExitCode);
            return JsonNode.Parse(text)!;
        }
        finally
        {
            File.Delete(file);
        }
    }

    public JsonObject Trailer => objects["trailer"]!["value"]!.AsObject();

    public JsonObject Catalog => Dictionary(Trailer["/Root"])!;

    /// <summary>The pages' references, in order.</summary>
    public IReadOnlyList<string> Pages { get; } = [.. json["pages"]!.AsArray().Select(page => Text(page!["object"])!)];

    /// <summary>All dictionaries that are objects, those of streams too.</summary>
    public IEnumerable<JsonObject> All => objects.Select(pair => Body(pair.Value!)).OfType<JsonObject>();

    /// <summary>All dictionaries with this /Type.</summary>
    public IEnumerable<JsonObject> OfType(string type) => All.Where(dictionary => Text(dictionary["/Type"]) == type);

    /// <summary>A value, looked up when it is a reference; the dictionary of a stream.</summary>
    public JsonNode? Resolve(JsonNode? node) =>
        Text(node) is { } text && Reference().IsMatch(text) ? objects["obj:" + text] is { } found ? Body(found) : null : node;

    public JsonObject? Dictionary(JsonNode? node) => Resolve(node) as JsonObject;

    /// <summary>The values of an array; a single value stands for an array of it.</summary>
    public IEnumerable<JsonNode?> Array(JsonNode? node)
    {
        var resolved = Resolve(node);
        return resolved as IEnumerable<JsonNode?> ?? (resolved is null ? System.Array.Empty<JsonNode?>() : new[] { resolved });
    }

    /// <summary>A stream's content.</summary>
    public byte[] Stream(JsonNode? reference) => Convert.FromBase64String(Text(objects["obj:" + Text(reference)]!["stream"]!["data"])!);

    /// <summary>A string as it stands in the JSON: a reference, /Name, or u: before a text.</summary>
    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    private static JsonNode? Body(JsonNode entry) => entry["stream"] is { } stream ? stream["dict"] : entry["value"];

    [GeneratedRegex(@"^\d+ \d+ R$")]
    private static partial Regex Reference();
}
