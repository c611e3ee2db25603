using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.InForce;

/// <summary>A file as a proposal changes it.</summary>
/// <param name="Path">In the set.</param>
/// <param name="Content">The new text; null to give way to the shipped or inherited one.</param>
/// <param name="Base">The text in force when it was prepared; null when there was none.</param>
public sealed record ProposedFile(string Path, string? Content, string? Base)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Of a set copied for another year, the text as it was copied; null where nobody has decided about a place in it.</summary>
    public string? Copied { get; init; }

    /// <summary>What was decided about the places that speak of the year before; <see cref="Content"/> follows from it.</summary>
    public IReadOnlyList<YearChoice>? Choices { get; init; }

    /// <summary>As the proposal's row keeps them.</summary>
    public static string Write(IReadOnlyList<ProposedFile> files) => JsonSerializer.Serialize(files, Options);

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<ProposedFile> Read(string json) => JsonSerializer.Deserialize<ProposedFile[]>(json)!;
}
