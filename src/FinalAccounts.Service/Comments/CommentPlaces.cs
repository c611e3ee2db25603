using System.Globalization;
using FinalAccounts.Documents;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Comments;

/// <summary>Where comments can stand in a unit's year as it is now. Each part is read when it is first asked for.</summary>
public sealed class CommentPlaces(FinalAccountsDb db, Artifacts artifacts, CorrectionDesk corrections, UnitChecks checks)
{
    /// <summary>How the place reads now; null when it is there no more.</summary>
    /// <param name="edition">For a sentence: the edition that it is read in; null for the newest.</param>
    public async Task<string?> ReadAsync(Unit unit, int year, CommentOn on, string key, int? edition, CancellationToken cancellation)
    {
        switch (on)
        {
            case CommentOn.Year:
                return key.Length == 0 ? $"{year}年度" : null;
            case CommentOn.Edition:
                return int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && await db.Editions.AnyAsync(other => other.UnitId == unit.Id && other.Year == year && other.Number == number, cancellation) ? $"第{number}版" : null;
            case CommentOn.Sentence:
                return (await SentencesAsync(unit, year, edition, cancellation)).GetValueOrDefault(key);
            case CommentOn.Cell:
                return await corrections.ViewAsync(unit, year, cancellation) is { } view && CommentKeys.Spot(key) is { } spot
                    ? CorrectionTarget.Find(view, spot.Sheet, spot.Row, spot.Column, spot.IsFact)?.Name : null;
            default:
                return (await FindingsAsync(unit, year, cancellation)).GetValueOrDefault(key);
        }
    }

    /// <summary>Which of these comments stand at a place that is there no more.</summary>
    public async Task<IReadOnlySet<long>> LostAsync(Unit unit, int year, IEnumerable<Comment> comments, CancellationToken cancellation)
    {
        var lost = new HashSet<long>();
        foreach (var group in comments.GroupBy(comment => (comment.On, comment.Key)))
        {
            if (await ReadAsync(unit, year, group.Key.On, group.Key.Key, null, cancellation) is null)
            {
                lost.UnionWith(group.Select(comment => comment.Id));
            }
        }

        return lost;
    }

    /// <summary>An edition's text; null when there is none of this number.</summary>
    public async Task<IReadOnlyList<TextPart>?> TextAsync(Unit unit, int year, int? number, CancellationToken cancellation)
    {
        var text = await db.Editions.Where(edition => edition.UnitId == unit.Id && edition.Year == year && (number == null || edition.Number == number))
            .OrderByDescending(edition => edition.Number).Select(edition => edition.TextSha256).FirstOrDefaultAsync(cancellation);
        return text is null ? null : DocumentSentences.Of(DocumentJson.Read(await artifacts.ReadAsync(text, cancellation)));
    }

    private readonly Dictionary<(long Unit, int Year, int? Edition), Dictionary<string, string>> sentences = [];
    private readonly Dictionary<(long Unit, int Year), Dictionary<string, string>> findings = [];

    private async Task<Dictionary<string, string>> SentencesAsync(Unit unit, int year, int? edition, CancellationToken cancellation)
    {
        if (!sentences.TryGetValue((unit.Id, year, edition), out var known))
        {
            sentences[(unit.Id, year, edition)] = known = (await TextAsync(unit, year, edition, cancellation) ?? [])
                .SelectMany(part => part.Paragraphs.SelectMany(paragraph => paragraph)).DistinctBy(sentence => sentence.Key).ToDictionary(sentence => sentence.Key, sentence => sentence.Text);
        }

        return known;
    }

    private async Task<Dictionary<string, string>> FindingsAsync(Unit unit, int year, CancellationToken cancellation)
    {
        if (!findings.TryGetValue((unit.Id, year), out var known))
        {
            var view = await corrections.ViewAsync(unit, year, cancellation);
            var found = view is null ? await checks.OfAsync(unit, year, cancellation) : await checks.OfAsync(unit, year, view, cancellation);
            var places = view is null ? null : PlaceIndex.Of(view);
            findings[(unit.Id, year)] = known = (found ?? []).Select(finding => (Key: CommentKeys.Of(finding, places), finding.Message))
                .DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Message);
        }

        return known;
    }
}
