using System.Text.Encodings.Web;
using System.Text.Json;

namespace FinalAccounts.Service.InForce;

/// <summary>A file as a proposal changes it.</summary>
/// <param name="Path">In the set.</param>
/// <param name="Content">The new text; null to give way to the shipped or inherited one.</param>
/// <param name="Base">The text in force when it was prepared; null when there was none.</param>
public sealed record ProposedFile(string Path, string? Content, string? Base)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As the proposal's row keeps them.</summary>
    public static string Write(IReadOnlyList<ProposedFile> files) => JsonSerializer.Serialize(files, Options);

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<ProposedFile> Read(string json) => JsonSerializer.Deserialize<ProposedFile[]>(json)!;
}
