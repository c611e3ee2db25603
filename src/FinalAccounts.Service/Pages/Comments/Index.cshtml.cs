using FinalAccounts.Service.Comments;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;
using Microsoft.AspNetCore.RateLimiting;

namespace FinalAccounts.Service.Pages.Comments;

/// <summary>What is said about a unit's year, and the form to say more, at the place that the address names. Who may see the unit may say something.</summary>
[Authorize(Rights.Read), EnableRateLimiting(RateLimits.Upload)]
public sealed class IndexModel(FinalAccountsDb db, CommentDesk desk, CommentPlaces places) : UnitYearPage(db)
{
    /// <summary>What kind of place the new comment stands at.</summary>
    [BindProperty(SupportsGet = true)]
    public CommentOn On { get; set; }

    /// <summary>The place.</summary>
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    /// <summary>The edition that a sentence is read in; null for the newest.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Edition { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Wrong { get; private set; }

    /// <summary>How the place reads; null when it is there no more.</summary>
    public string? Quote { get; private set; }

    public IReadOnlyList<CommentThread> Threads { get; private set; } = [];

    /// <summary>Threads at places that are there no more.</summary>
    public IReadOnlySet<long> Lost { get; private set; } = new HashSet<long>();

    public IReadOnlyList<Mentionable> People { get; private set; } = [];

    public PersonNames Names { get; private set; } = PersonNames.None;

    /// <summary>Whether there is a text to read.</summary>
    public bool HasEdition { get; private set; }

    /// <summary>What a kind of place is called.</summary>
    public static string Name(CommentOn on) => on switch
    {
        CommentOn.Cell => "格子",
        CommentOn.Finding => "核对结果",
        CommentOn.Sentence => "文档里的一句",
        CommentOn.Edition => "版本",
        _ => "整个年度",
    };

    /// <summary>Where a place is seen; null when it is there no more.</summary>
    public string? Where(Comment root)
    {
        return Lost.Contains(root.Id) ? null : root.On switch
        {
            CommentOn.Cell when CommentKeys.Spot(root.Key) is { } spot => $"{Home}/{(spot.IsFact ? "facts" : "tables")}/{Uri.EscapeDataString(spot.Sheet)}",
            CommentOn.Finding => $"{Home}/findings",
            CommentOn.Sentence => $"{Home}/text#s-{root.Key}",
            CommentOn.Edition => $"{Home}/editions/{root.Key}",
            _ => null,
        };
    }

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        Wrong = await desk.BeginAsync(Unit, Year, On, Key, Edition, Text, By, Cancellation);
        if (Wrong is not null)
        {
            await ShowAsync();
            return Page();
        }

        this.Done("已发表。");
        return LocalRedirect($"{Home}/comments");
    }

    public async Task<IActionResult> OnPostAnswerAsync(long id)
    {
        if (await desk.AnswerAsync(CommentHome.Of(Unit, Year), id, Text, By, Cancellation) is { } wrong)
        {
            ModelState.AddModelError("", wrong);
            Text = null;
            await ShowAsync();
            return Page();
        }

        this.Done("已答复。");
        return LocalRedirect($"{Home}/comments#comment-{id}");
    }

    /// <summary>Says that it is done, or that it is not.</summary>
    public async Task<IActionResult> OnPostSettleAsync(long id, bool done)
    {
        if (!await desk.SettleAsync(CommentHome.Of(Unit, Year), id, done, By, Cancellation))
        {
            return NotFound();
        }

        this.Done(done ? "已标为办好，答复它会重新打开。" : "已重新打开。");
        return LocalRedirect($"{Home}/comments#comment-{id}");
    }

    private async Task ShowAsync()
    {
        Key ??= "";
        Quote = await places.ReadAsync(Unit, Year, On, Key, Edition, Cancellation);
        Threads = await desk.ThreadsAsync(CommentHome.Of(Unit, Year), null, Cancellation);
        Lost = await places.LostAsync(Unit, Year, Threads.Select(thread => thread.Root), Cancellation);
        People = await desk.PeopleAsync(Unit.Id, Cancellation);
        Names = await PersonNames.FindAsync(Db, Threads.SelectMany(thread => thread.Answers.Append(thread.Root).SelectMany(comment => new[] { comment.By, comment.DoneBy })), Cancellation);
        HasEdition = await Db.Editions.AnyAsync(edition => edition.UnitId == Unit.Id && edition.Year == Year, Cancellation);
    }
}

/// <summary>Model of the partial <c>_Thread</c>.</summary>
public sealed record ThreadView(CommentThread Thread, IndexModel Page);
