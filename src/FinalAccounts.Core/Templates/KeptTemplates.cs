using System.Text.Encodings.Web;
using System.Text.Json;

namespace FinalAccounts.Templates;

/// <summary>The files of a template set and of its parents as they were at one moment: kept with an edition, so that it can be explained and made again.</summary>
/// <param name="Files">Text by set/path (hubei-2023/sections/收入.sbn).</param>
public sealed record KeptTemplates(IReadOnlyDictionary<string, string> Files) : ITemplateSource
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public IReadOnlyList<string> Sets =>
        [.. Files.Keys.Where(path => path.EndsWith("/set.yaml", StringComparison.Ordinal)).Select(path => path.Split('/')[0]).Order(StringComparer.Ordinal)];

    /// <summary>The set's own files and those of the sets that it inherits from.</summary>
    public static KeptTemplates Of(ITemplateSource source, TemplateSet set)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var current = set; current is not null; current = Parent(source, current))
        {
            foreach (var path in source.List(current.Key))
            {
                files[$"{current.Key}/{path}"] = source.Read(current.Key, path) ?? string.Empty;
            }
        }

        return new KeptTemplates(files);
    }

    /// <summary>As a JSON object, path to text; equal files give equal bytes.</summary>
    public byte[] ToJson() =>
        JsonSerializer.SerializeToUtf8Bytes(new SortedDictionary<string, string>(Files.ToDictionary(), StringComparer.Ordinal), Options);

    /// <summary>What <see cref="ToJson"/> wrote.</summary>
    public static KeptTemplates FromJson(ReadOnlySpan<byte> json) =>
        new(JsonSerializer.Deserialize<Dictionary<string, string>>(json)!);

    /// <inheritdoc/>
    public IReadOnlyList<string> List(string set) =>
        [.. Files.Keys.Where(path => path.StartsWith(set + "/", StringComparison.Ordinal)).Select(path => path[(set.Length + 1)..]).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public string? Read(string set, string path) => Files.GetValueOrDefault($"{set}/{path}");

    private static TemplateSet? Parent(ITemplateSource source, TemplateSet set) =>
        set.Parent is { } parent ? new TemplateSetReader(source).Read(parent).Value : null;
}
