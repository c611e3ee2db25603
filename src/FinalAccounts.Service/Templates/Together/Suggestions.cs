using FinalAccounts.Service.Audit;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Templates.Together;

/// <summary>Suggested changes of sections: anybody makes them, who may write templates takes or leaves them piece by piece, each into a draft of their own.</summary>
public sealed class Suggestions(FinalAccountsDb db, TimeProvider time)
{
    /// <summary>The longest reason.</summary>
    public const int LongestMessage = 500;

    /// <summary>Open suggestions of one person for one section, and pieces of a suggestion.</summary>
    public const int Most = 20, MostPieces = 200;

    // Those that were decided last are shown as well.
    private const int Decided = 5;

    /// <summary>Of a section: the open ones, the earliest first, then some that were decided last.</summary>
    public async Task<IReadOnlyList<TemplateSuggestion>> OfAsync(string set, string path, CancellationToken cancellation)
    {
        var own = db.TemplateSuggestions.AsNoTracking().Where(suggestion => suggestion.Set == set && suggestion.Path == path);
        var open = await own.Where(suggestion => suggestion.EndedAt == null).OrderBy(suggestion => suggestion.Id).ToListAsync(cancellation);
        return [.. open, .. await own.Where(suggestion => suggestion.EndedAt != null).OrderByDescending(suggestion => suggestion.EndedAt).Take(Decided).ToListAsync(cancellation)];
    }

    /// <summary>How many open ones each section of a set has.</summary>
    public async Task<IReadOnlyDictionary<string, int>> OpenAsync(string set, CancellationToken cancellation) =>
        await db.TemplateSuggestions.Where(suggestion => suggestion.Set == set && suggestion.EndedAt == null)
            .GroupBy(suggestion => suggestion.Path).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);

    /// <summary>Makes one; what is wrong, or null.</summary>
    /// <param name="file">By whom, of which file.</param>
    /// <param name="before">The text that was before them.</param>
    /// <param name="after">As they want it.</param>
    /// <param name="message">Why; may be empty.</param>
    public async Task<string?> MakeAsync(DraftOf file, string before, string after, string message, CancellationToken cancellation)
    {
        var pieces = TextPiece.Of(before, after);
        if (pieces.Count is 0 or > MostPieces || message.Trim().Length > LongestMessage)
        {
            return pieces.Count == 0 ? "还没有改动，没有什么可建议的。"
                : pieces.Count > MostPieces ? $"一次最多建议 {MostPieces} 处，现在有 {pieces.Count} 处，请分几次。"
                : $"说明最多 {LongestMessage} 字，现在有 {message.Trim().Length} 字。";
        }

        if (await db.TemplateSuggestions.CountAsync(other => other.Set == file.Set && other.Path == file.Path && other.By == file.By && other.EndedAt == null, cancellation) >= Most)
        {
            return $"您在这一节已有 {Most} 条没有处理的建议，请先撤回几条。";
        }

        var now = time.GetUtcNow();
        db.TemplateSuggestions.Add(new TemplateSuggestion
        {
            Set = file.Set, Path = file.Path, By = file.By, At = now, Message = message.Trim(), Base = before, Pieces = SuggestedPiece.Write(pieces.Select(piece => new SuggestedPiece(piece, PieceFate.Open, null))),
        });
        db.Record(now, file.By, "template.suggested", $"{file.Set}/{file.Path}", message.Trim().Length > 0 ? message.Trim() : $"{pieces.Count} 处");
        await db.SaveChangesAsync(cancellation);
        return null;
    }

    /// <summary>Decides on a piece, or makes it open again.</summary>
    /// <param name="set">Of which set.</param>
    /// <param name="id">Of which suggestion.</param>
    /// <param name="number">Which piece, from 0.</param>
    /// <param name="fate">What becomes of it.</param>
    /// <param name="text">The draft into which it goes; needed where it is taken.</param>
    /// <param name="by">Who decides.</param>
    public async Task<PieceDecision> DecideAsync(string set, long id, int number, PieceFate fate, string? text, string by, CancellationToken cancellation)
    {
        if (await db.TemplateSuggestions.SingleOrDefaultAsync(other => other.Id == id && other.Set == set, cancellation) is not { } suggestion)
        {
            return PieceDecision.Refused("没有这条建议，可能已经撤回。请刷新后再看。");
        }

        var pieces = SuggestedPiece.Of(suggestion).ToList();
        if (number < 0 || number >= pieces.Count || (pieces[number].Fate != PieceFate.Open) == (fate != PieceFate.Open))
        {
            return PieceDecision.Refused(number < 0 || number >= pieces.Count ? "没有这一处。" : "这一处刚才已经有人处理了。请再看一遍。");
        }

        var piece = pieces[number].Piece;
        var place = fate == PieceFate.Taken ? piece.PlaceIn(suggestion.Base, pieces.Where(other => other.Fate == PieceFate.Taken).Select(other => other.Piece), text ?? "") : 0;
        if (place is not { } at)
        {
            return PieceDecision.Refused("这一处现在的文字和提建议时不一样了，放不进去。请照着建议自己改，或者不采用。");
        }

        pieces[number] = new SuggestedPiece(piece, fate, fate == PieceFate.Open ? null : by);
        var now = time.GetUtcNow();
        (suggestion.Pieces, suggestion.EndedAt, suggestion.Revision) = (SuggestedPiece.Write(pieces), pieces.TrueForAll(other => other.Fate != PieceFate.Open) ? now : null, suggestion.Revision + 1);
        db.Record(now, by, "template.suggestion-decided", $"{set}/{suggestion.Path}", $"{Name(fate)}：{Short(TemplateWords.Of(piece.Removed))} → {Short(TemplateWords.Of(piece.Added))}");
        return await SavedAsync(cancellation) ? new PieceDecision(at, piece, null) : PieceDecision.Refused("这条建议刚才有人也在处理。请再点一次。");
    }

    /// <summary>Takes one's own suggestion back; false when there is none that is open.</summary>
    public async Task<bool> WithdrawAsync(string set, long id, string by, CancellationToken cancellation)
    {
        if (await db.TemplateSuggestions.SingleOrDefaultAsync(other => other.Id == id && other.Set == set && other.By == by && other.EndedAt == null, cancellation) is not { } suggestion)
        {
            return false;
        }

        var now = time.GetUtcNow();
        db.TemplateSuggestions.Remove(suggestion);
        db.Record(now, by, "template.suggestion-withdrawn", $"{set}/{suggestion.Path}", suggestion.Message);
        return await SavedAsync(cancellation);
    }

    private async Task<bool> SavedAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private static string Name(PieceFate fate) => fate switch { PieceFate.Taken => "采用", PieceFate.Left => "不采用", _ => "重新考虑" };

    private static string Short(string text) => text.Length <= 40 ? text : text[..39] + "…";
}

/// <summary>What became of a decision.</summary>
/// <param name="At">Where in the draft the piece goes.</param>
/// <param name="Piece">The piece; null when refused.</param>
/// <param name="Refusal">Why nothing was done, in Chinese; null when it was.</param>
public sealed record PieceDecision(int At, TextPiece? Piece, string? Refusal)
{
    internal static PieceDecision Refused(string refusal) => new(0, null, refusal);
}
