using FinalAccounts.Comparison;
using FinalAccounts.Documents.Comparison;
using FinalAccounts.Service.Shell.Components;

namespace FinalAccounts.Service.Templates.Together;

/// <summary>One place at which two texts of a section differ, small enough to be taken or left by itself. Tags are whole, and what opens a condition goes with what ends it.</summary>
/// <param name="At">Where it begins in the earlier text.</param>
/// <param name="Removed">What stands there.</param>
/// <param name="Added">What stands there instead.</param>
public sealed record TextPiece(int At, string Removed, string Added)
{
    // Changes so near to each other are read as one.
    private const int Near = 4;

    // So much beside a piece, in its sentence, must be as it was for it to be the same place.
    private const int Around = 6;

    private const string Ends = "。！？；\n";

    /// <summary>The end of it in the earlier text.</summary>
    internal int To => At + Removed.Length;

    /// <summary>The pieces, in order; all of them applied to the earlier text give the later one.</summary>
    /// <param name="before">The earlier text.</param>
    /// <param name="after">The later one.</param>
    /// <param name="sentences">Whether what changed within one sentence is one piece.</param>
    public static IReadOnlyList<TextPiece> Of(string before, string after, bool sentences = false)
    {
        var fold = new FoldedText(before, after);
        var pieces = new List<Stretch>();
        foreach (var stretch in Stretches(fold.Fold(before), fold.Fold(after)))
        {
            if (pieces is [.., var last] && (fold.Depth(last.Added) != fold.Depth(last.Removed) || Joins(stretch.Kept, sentences)))
            {
                pieces[^1] = new Stretch(last.Kept, last.Removed + stretch.Kept + stretch.Removed, last.Added + stretch.Kept + stretch.Added);
            }
            else
            {
                pieces.Add(stretch);
            }
        }

        var at = 0;
        var found = new List<TextPiece>();
        foreach (var piece in pieces)
        {
            at += fold.Unfold(piece.Kept).Length;
            found.Add(new TextPiece(at, fold.Unfold(piece.Removed), fold.Unfold(piece.Added)));
            at = found[^1].To;
        }

        return found;
    }

    /// <summary>The earlier text with these pieces taken.</summary>
    public static string Apply(string before, IEnumerable<TextPiece> pieces) =>
        pieces.OrderByDescending(piece => piece.At).Aggregate(before, (text, piece) => text[..piece.At] + piece.Added + text[piece.To..]);

    /// <summary>Where it belongs in a text that has changed since; null where its place, or what stands beside it, is not as it was.</summary>
    /// <param name="before">The earlier text, in which it has its place.</param>
    /// <param name="taken">Pieces of the same comparison that were taken already.</param>
    /// <param name="current">The text as it is now.</param>
    public int? PlaceIn(string before, IEnumerable<TextPiece> taken, string current)
    {
        var others = taken.Where(other => other != this).ToList();
        var shift = others.Where(other => other.At < At).Sum(other => other.Added.Length - other.Removed.Length);
        return PlaceIn(Apply(before, others), At + shift, current) ?? PlaceIn(before, At, current);
    }

    /// <summary>How it reads, in words: what stands before it in its sentence, what goes, what comes, what stands behind.</summary>
    /// <param name="before">The earlier text, in which it has its place.</param>
    public PieceWords In(string before)
    {
        var fold = new FoldedText(before, Added);
        var (left, right) = (fold.Fold(before[..At]), fold.Fold(before[To..]));
        var (begin, end) = (left.LastIndexOfAny([.. Ends]) + 1, right.IndexOfAny([.. Ends]));
        return new PieceWords(
            Words(fold.Unfold(left[begin..])), Words(Removed), Words(Added),
            Removed.EndsWith('\n') || Added.EndsWith('\n') ? "" : Words(fold.Unfold(end < 0 ? right : right[..(end + 1)]).TrimEnd('\n')));
    }

    private int? PlaceIn(string before, int at, string current)
    {
        var fold = new FoldedText(before, current);
        var (from, to) = (fold.Fold(before[..at]).Length, fold.Fold(before[..(at + Removed.Length)]).Length);
        var (old, now) = (fold.Fold(before), fold.Fold(current));
        var (first, last) = (from, to);
        while (first > 0 && from - first < Around && (first == from || !Ends.Contains(old[first], StringComparison.Ordinal)))
        {
            first--;
        }

        while (last < old.Length && last - to < Around && (last == to || !Ends.Contains(old[last - 1], StringComparison.Ordinal)))
        {
            last++;
        }

        foreach (var (begin, length, later) in KeptIn(old, now))
        {
            if (begin <= first && last <= begin + length)
            {
                return fold.Unfold(now[..(later + from - begin)]).Length;
            }
        }

        return null;
    }

    private static string Words(string text) => TemplateWords.Of(text);

    private static bool Joins(string kept, bool sentences) => sentences ? kept.IndexOfAny([.. Ends]) < 0 : kept.Length < Near && !kept.Contains('\n', StringComparison.Ordinal);

    // Changes, each with what was kept since the one before it.
    private static IEnumerable<Stretch> Stretches(string before, string after)
    {
        var (kept, removed, added) = ("", "", "");
        foreach (var edit in LineDifference.Of(before, after).SelectMany(run => run.Text.Edits))
        {
            if (edit.Kind == EditKind.Kept && removed.Length + added.Length > 0)
            {
                yield return new Stretch(kept, removed, added);
                (kept, removed, added) = ("", "", "");
            }

            (kept, removed, added) = (kept + (edit.Kind == EditKind.Kept ? edit.Text : ""), removed + (edit.Kind == EditKind.Removed ? edit.Text : ""), added + (edit.Kind == EditKind.Added ? edit.Text : ""));
        }

        if (removed.Length + added.Length > 0)
        {
            yield return new Stretch(kept, removed, added);
        }
    }

    // What two texts have in common, in one go each: where it begins in the earlier one, how long it is, where it begins in the later one.
    private static IEnumerable<(int Begin, int Length, int Later)> KeptIn(string before, string after)
    {
        var (i, j) = (0, 0);
        foreach (var stretch in Stretches(before, after))
        {
            yield return (i, stretch.Kept.Length, j);
            i += stretch.Kept.Length + stretch.Removed.Length;
            j += stretch.Kept.Length + stretch.Added.Length;
        }

        yield return (i, before.Length - i, j);
    }

    private sealed record Stretch(string Kept, string Removed, string Added);
}

/// <summary>How a piece reads.</summary>
/// <param name="Left">What stands before it in its sentence.</param>
/// <param name="Removed">What goes.</param>
/// <param name="Added">What comes.</param>
/// <param name="Right">What stands behind it, to the end of its sentence.</param>
public sealed record PieceWords(string Left, string Removed, string Added, string Right);
