using FinalAccounts.Service.Comments;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;

namespace FinalAccounts.Service.Pages.Comments;

/// <summary>The newest edition's text, sentence by sentence, each a place to say something at.</summary>
[Authorize(Rights.Read)]
public sealed class TextModel(FinalAccountsDb db, CommentDesk desk, CommentPlaces places) : UnitYearPage(db)
{
    private readonly HashSet<string> anchored = [];

    public int Number { get; private set; }

    /// <summary>What stands in it.</summary>
    public IReadOnlyList<TextPart> Parts { get; private set; } = [];

    /// <summary>Where something is said.</summary>
    public CommentLinks Links { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        Number = await Db.Editions.Where(edition => edition.UnitId == Unit.Id && edition.Year == Year).MaxAsync(edition => (int?)edition.Number, Cancellation) ?? 0;
        if (await places.TextAsync(Unit, Year, Number, Cancellation) is not { } parts)
        {
            return NotFound();
        }

        Parts = parts;
        Links = new CommentLinks(Home, await desk.OpenAsync(CommentHome.Of(Unit, Year), Cancellation));
        return Page();
    }

    /// <summary>The target of links to a sentence; null for the second of two that are alike.</summary>
    public string? Anchor(TextSentence sentence) => anchored.Add(sentence.Key) ? $"s-{sentence.Key}" : null;
}
