using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace FinalAccounts.Manifests;

/// <summary>What a generation was made from and what it made: enough to prove later that a file is the one, and to make it again.</summary>
/// <param name="Unit">公开名称.</param>
/// <param name="FiscalYear">决算年度.</param>
/// <param name="TemplateSet">Key of the template set.</param>
/// <param name="TemplateSetHash">SHA-256 over the set's files, parents included.</param>
/// <param name="Program">Name and version of the program.</param>
/// <param name="Inputs">The files that were read.</param>
/// <param name="Outputs">The files that were written.</param>
/// <param name="Findings">How many of each severity; the findings themselves are listed by <c>check</c>.</param>
/// <param name="Warnings">What people should know of the files: font substitutions and the like, in Chinese.</param>
/// <param name="Draft">Whether the document is a draft.</param>
public sealed record Manifest(
    string Unit, int FiscalYear, string TemplateSet, string TemplateSetHash, string Program,
    IReadOnlyList<ManifestFile> Inputs, IReadOnlyList<ManifestFile> Outputs,
    IReadOnlyDictionary<string, int> Findings, IReadOnlyList<string> Warnings, bool Draft)
{
    /// <summary>Who let it be published over errors, and why; null when nobody had to.</summary>
    public PublishOverride? Override { get; init; }

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The manifest as indented JSON, with equal bytes for equal content.</summary>
    public byte[] ToJson() => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this, Json).ReplaceLineEndings("\n") + "\n");
}

/// <summary>A file by name, size and SHA-256.</summary>
public sealed record ManifestFile(string Name, long Size, string Sha256)
{
    /// <summary>Pages, where the format has them.</summary>
    public int? Pages { get; init; }

    /// <summary>The entry for these bytes.</summary>
    public static ManifestFile Of(string name, ReadOnlySpan<byte> bytes, int? pages = null) =>
        new(name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))) { Pages = pages };
}

/// <summary>An explicit decision to publish over errors.</summary>
public sealed record PublishOverride(string Person, string Reason);
