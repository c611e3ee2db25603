using FinalAccounts.Service.Notices;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Pages.Notices;

/// <summary>What was said to who has signed in.</summary>
[Authorize(Rights.Read)]
public sealed class IndexModel(NoticeBox box, FinalAccountsDb db, IAuthorizationService authorization, TimeProvider time) : PageModel
{
    private const int PageSize = 30;

    /// <summary>Whether what was read is shown as well.</summary>
    public bool All { get; private set; }

    /// <summary>How many are unread.</summary>
    public int Unread { get; private set; }

    /// <summary>A page of them.</summary>
    public IReadOnlyList<Notice> Shown { get; private set; } = [];

    public PersonNames Names { get; private set; } = PersonNames.None;

    public Pager Pager { get; private set; } = new(1, PageSize, 0);

    /// <summary>What does not arrive: one's own e-mails; for the administrator everything. Null when all is well.</summary>
    public string? Trouble { get; private set; }

    public async Task OnGetAsync(bool? all, int? page, CancellationToken cancellation)
    {
        All = all == true;
        if (NoticeBox.KeyOf(User) is not { } person)
        {
            return;
        }

        var notices = box.Of(person);
        Unread = await notices.CountAsync(notice => notice.ReadAt == null, cancellation);
        notices = All ? notices : notices.Where(notice => notice.ReadAt == null);
        Pager = Pager.Of(page, PageSize, All ? await notices.CountAsync(cancellation) : Unread);
        Shown = await notices.Skip(Pager.Skip).Take(PageSize).ToListAsync(cancellation);
        Names = await PersonNames.FindAsync(db, Shown.Select(notice => notice.By), cancellation);
        Trouble = await TroubleAsync(person, cancellation);
    }

    /// <summary>Leads to where one is seen to.</summary>
    public async Task<IActionResult> OnPostOpenAsync(long id, CancellationToken cancellation) =>
        NoticeBox.KeyOf(User) is { } person && await box.OpenAsync(person, id, cancellation) is { } path ? LocalRedirect(path) : NotFound();

    public async Task<IActionResult> OnPostReadAllAsync(CancellationToken cancellation)
    {
        if (NoticeBox.KeyOf(User) is { } person)
        {
            await box.ReadAllAsync(person, cancellation);
        }

        return LocalRedirect("/notices");
    }

    private async Task<string?> TroubleAsync(long person, CancellationToken cancellation)
    {
        var own = (await NoticeHealth.FindAsync(db, person, time.GetUtcNow(), cancellation)).GetValueOrDefault(0)?.Words;
        if (!(await authorization.AuthorizeAsync(User, null, Rights.Administer)).Succeeded)
        {
            return own is null ? null : $"您的邮件：{own}";
        }

        var all = await NoticeHealth.FindAsync(db, null, time.GetUtcNow(), cancellation);
        var ill = all.Where(pair => pair.Value.Words is not null).Select(pair => pair.Key == 0 ? $"邮件：{pair.Value.Words}" : $"机器人：{pair.Value.Words}").ToList();
        return ill.Count == 0 ? null : string.Join("　", ill);
    }
}
