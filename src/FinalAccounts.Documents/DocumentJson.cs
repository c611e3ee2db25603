using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FinalAccounts.Documents;

/// <summary>A document as it is kept with an edition: all that it says, with every figure's origin, as compressed JSON. Equal documents give equal bytes.</summary>
/// <remarks>The names of kinds and properties are the stored form: what is renamed in the model needs a new <see cref="Version"/> and a way to read the old one.</remarks>
public static class DocumentJson
{
    /// <summary>The version of the stored form that is written.</summary>
    public const int Version = 1;

    private static readonly Dictionary<Type, (Type Kind, string Name)[]> Kinds = new()
    {
        [typeof(Block)] =
        [
            (typeof(Heading), "heading"), (typeof(Paragraph), "paragraph"), (typeof(ListBlock), "list"), (typeof(Cover), "cover"),
            (typeof(TableOfContents), "contents"), (typeof(PageBreak), "pageBreak"), (typeof(Table), "table"), (typeof(Chart), "chart"),
        ],
        [typeof(Inline)] =
        [
            (typeof(Text), "text"), (typeof(Strong), "strong"), (typeof(Figure), "figure"), (typeof(LineBreak), "break"), (typeof(Checkbox), "box"),
        ],
    };

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds, LetNullBeLeftOut, LeaveOutUsualSpans } },
    };

    /// <summary>The stored form.</summary>
    public static byte[] Write(Document document)
    {
        using var stored = new MemoryStream();
        using (var packed = new GZipStream(stored, CompressionLevel.Optimal, leaveOpen: true))
        {
            JsonSerializer.Serialize(packed, new Envelope(Version, document), Options);
        }

        return stored.ToArray();
    }

    /// <summary>The document that was stored.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or of a version that this program does not know; the message is for users.</exception>
    public static Document Read(ReadOnlySpan<byte> stored)
    {
        using var packed = new GZipStream(new MemoryStream(stored.ToArray()), CompressionMode.Decompress);
        try
        {
            var root = JsonNode.Parse(packed);
            var version = (int?)root?["version"];
            return version == Version
                ? root.Deserialize<Envelope>(Options)!.Document
                : throw new InvalidDataException($"文档的存储格式是第{version}版，本程序只认识第{Version}版，请用更新的程序打开");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NotSupportedException)
        {
            throw new InvalidDataException("存储的文档已损坏，不能读取", exception);
        }
    }

    private static void NameKinds(JsonTypeInfo type)
    {
        if (!Kinds.TryGetValue(type.Type, out var kinds))
        {
            return;
        }

        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "is" };
        foreach (var (kind, name) in kinds)
        {
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, name));
        }
    }

    private static void LetNullBeLeftOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.IsSetNullable))
        {
            property.IsRequired = false;
        }
    }

    // Thousands of cells, nearly all one by one.
    private static void LeaveOutUsualSpans(JsonTypeInfo type)
    {
        if (type.Type != typeof(TableCell))
        {
            return;
        }

        foreach (var property in type.Properties)
        {
            property.ShouldSerialize = property.Name == "indent" ? (_, indent) => indent is not 0
                : property.PropertyType == typeof(int) ? (_, span) => span is not 1
                : property.PropertyType == typeof(bool) ? (_, flag) => flag is true
                : property.ShouldSerialize;
        }
    }

    private sealed record Envelope(int Version, Document Document);
}
