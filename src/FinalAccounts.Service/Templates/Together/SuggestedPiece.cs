using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Templates.Together;

/// <summary>A piece of a suggestion, and what became of it.</summary>
/// <param name="Piece">What it changes.</param>
/// <param name="Fate">Whether it was taken.</param>
/// <param name="DecidedBy">Who decided; null while nobody has.</param>
public sealed record SuggestedPiece(TextPiece Piece, PieceFate Fate, string? DecidedBy)
{
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };

    /// <summary>Those of a suggestion, in order.</summary>
    public static IReadOnlyList<SuggestedPiece> Of(TemplateSuggestion suggestion) => JsonSerializer.Deserialize<List<SuggestedPiece>>(suggestion.Pieces, Form)!;

    /// <summary>As they are stored.</summary>
    public static string Write(IEnumerable<SuggestedPiece> pieces) => JsonSerializer.Serialize(pieces, Form);
}

/// <summary>What became of a piece.</summary>
public enum PieceFate
{
    /// <summary>Nobody has decided.</summary>
    Open,

    /// <summary>It was put into a draft.</summary>
    Taken,

    /// <summary>It was not wanted.</summary>
    Left,
}
