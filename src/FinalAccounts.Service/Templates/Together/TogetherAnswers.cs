using System.Text.Json.Serialization;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Templates.Together;

/// <summary>Which section is open.</summary>
internal sealed record PresenceRequest(string Path);

/// <summary>A suggestion to be made.</summary>
/// <param name="Before">The text that was before its author.</param>
/// <param name="After">As they want it.</param>
/// <param name="Message">Why.</param>
internal sealed record SuggestRequest(
    string Path, [property: JsonConverter(typeof(MalformedRequests.TemplateTextConverter))] string Before, [property: JsonConverter(typeof(MalformedRequests.TemplateTextConverter))] string After, string Message);

/// <summary>A decision on a piece.</summary>
/// <param name="Fate">taken, left, or open to think again.</param>
/// <param name="Text">The draft into which it is taken; empty for the others.</param>
internal sealed record DecideRequest(string Fate, [property: JsonConverter(typeof(MalformedRequests.TemplateTextConverter))] string Text)
{
    /// <summary>What it says; null when it says nothing that there is.</summary>
    public PieceFate? Meant => Fate switch { "taken" => PieceFate.Taken, "left" => PieceFate.Left, "open" => PieceFate.Open, _ => null };
}

/// <summary>What is to be changed in the draft.</summary>
internal sealed record TakenAnswer(int From, int To, string Insert);

/// <summary>A suggestion as it is shown.</summary>
/// <param name="Mine">Whether it is the asker's own.</param>
internal sealed record SuggestionAnswer(long Id, string Name, DateTimeOffset At, string Message, bool Mine, bool Ended, IReadOnlyList<PieceAnswer> Pieces)
{
    public static SuggestionAnswer Of(TemplateSuggestion suggestion, string me, PersonNames names) => new(
        suggestion.Id, names.Of(suggestion.By), suggestion.At, suggestion.Message, suggestion.By == me, suggestion.EndedAt is not null,
        [.. SuggestedPiece.Of(suggestion).Select(piece => new PieceAnswer(
            piece.Piece.In(suggestion.Base), piece.Fate.ToString().ToLowerInvariant(), piece.DecidedBy is { } by ? names.Of(by) : null, Around(suggestion.Base, piece.Piece)))]);

    // Enough of the source to find the place by.
    private static string Around(string before, TextPiece piece)
    {
        var from = piece.At == 0 ? 0 : before.LastIndexOf('\n', piece.At - 1) + 1;
        var end = before.IndexOf('\n', piece.To);
        return before[from..(end < 0 ? before.Length : end)];
    }
}

/// <summary>A piece as it is shown.</summary>
/// <param name="Fate">open, taken, left.</param>
/// <param name="By">Who decided.</param>
/// <param name="Source">The lines of the template in which it stands.</param>
internal sealed record PieceAnswer(PieceWords Words, string Fate, string? By, string Source);
