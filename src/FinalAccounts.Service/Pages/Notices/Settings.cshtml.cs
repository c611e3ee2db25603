using FinalAccounts.Service.Notices;
using FinalAccounts.Service.Notices.Sending;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.RateLimiting;

namespace FinalAccounts.Service.Pages.Notices;

/// <summary>Which notices somebody wants, by which way.</summary>
[Authorize(Rights.Read), EnableRateLimiting(RateLimits.Upload)]
public sealed class SettingsModel(NoticeChoices choices, MailSender mail, ServiceOptions options, FinalAccountsDb db, TimeProvider time) : PageModel
{
    /// <summary>Where their e-mails go.</summary>
    [BindProperty]
    public string? Address { get; set; }

    /// <summary>What they want in the page.</summary>
    [BindProperty]
    public List<NoticeKind> InPage { get; set; } = [];

    /// <summary>What they want by e-mail.</summary>
    [BindProperty]
    public List<NoticeKind> ByMail { get; set; } = [];

    /// <summary>A row for each kind.</summary>
    public IReadOnlyList<NoticeChoice> Choices { get; private set; } = [];

    /// <summary>How their e-mails fare.</summary>
    public NoticeHealth Health { get; private set; } = NoticeHealth.None;

    public bool MailIsOn => options.Mail.IsOn;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(typed: false, cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await SaveAsync(cancellation))
        {
            return await ShowAsync(typed: true, cancellation);
        }

        this.Done("已保存。");
        return LocalRedirect("/notices/settings");
    }

    /// <summary>Keeps them and sends a letter at once.</summary>
    public async Task<IActionResult> OnPostTrialAsync(CancellationToken cancellation)
    {
        if (MailIsOn && string.IsNullOrWhiteSpace(Address))
        {
            ModelState.AddModelError(nameof(Address), "请先填邮箱。");
        }

        if (!ModelState.IsValid || !await SaveAsync(cancellation))
        {
            return await ShowAsync(typed: true, cancellation);
        }

        var outcome = MailIsOn ? await mail.TryAsync(Address!.Trim(), cancellation) : SendOutcome.Refused("管理员还没有设发邮件的服务器。");
        this.Tell(outcome.Problem is { } problem ? $"已保存，但没有发出：{problem}" : null, $"已保存，并试发了一封到 {Address}，请查收。");
        return LocalRedirect("/notices/settings");
    }

    private async Task<bool> SaveAsync(CancellationToken cancellation)
    {
        if (NoticeBox.KeyOf(User) is not { } person)
        {
            return false;
        }

        // Boxes that cannot be clicked are not sent: what was chosen for e-mails stays while there are none.
        var (address, known) = await choices.OfAsync(person, cancellation);
        var byMail = MailIsOn ? ByMail.ToHashSet() : [.. known.Where(choice => choice.Mail).Select(choice => choice.Kind)];
        if (await choices.SaveAsync(person, MailIsOn ? Address : address, InPage.ToHashSet(), byMail, cancellation) is { } wrong)
        {
            ModelState.AddModelError(nameof(Address), wrong);
            return false;
        }

        return true;
    }

    private async Task<IActionResult> ShowAsync(bool typed, CancellationToken cancellation)
    {
        if (NoticeBox.KeyOf(User) is not { } person)
        {
            return NotFound();
        }

        (var address, Choices) = await choices.OfAsync(person, cancellation);
        if (typed)
        {
            Choices = [.. Choices.Select(choice => new NoticeChoice { PersonId = person, Kind = choice.Kind, Page = InPage.Contains(choice.Kind), Mail = ByMail.Contains(choice.Kind) })];
        }
        else
        {
            Address = address;
        }

        Health = (await NoticeHealth.FindAsync(db, person, time.GetUtcNow(), cancellation)).GetValueOrDefault(0, NoticeHealth.None);
        return Page();
    }
}
