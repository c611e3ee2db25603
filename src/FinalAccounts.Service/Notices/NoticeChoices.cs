using FinalAccounts.Service.Audit;
using FinalAccounts.Service.Store;
using MimeKit;

namespace FinalAccounts.Service.Notices;

/// <summary>How somebody wants to be told: by which way of what, and where their e-mails go.</summary>
public sealed class NoticeChoices(FinalAccountsDb db, TimeProvider time)
{
    /// <summary>The longest address (RFC 5321).</summary>
    public const int LongestAddress = 254;

    /// <summary>Their e-mail address and a row for each kind, also for what they never chose.</summary>
    public async Task<(string? Address, IReadOnlyList<NoticeChoice> Choices)> OfAsync(long person, CancellationToken cancellation)
    {
        var known = await db.NoticeChoices.AsNoTracking().Where(choice => choice.PersonId == person).ToDictionaryAsync(choice => choice.Kind, cancellation);
        var address = await db.Users.Where(other => other.Id == person).Select(other => other.Email).SingleAsync(cancellation);
        return (address, [.. NoticeWords.Kinds.Select(kind => known.GetValueOrDefault(kind) ?? new NoticeChoice { PersonId = person, Kind = kind, Page = true, Mail = true })]);
    }

    /// <summary>Keeps what they chose; what is wrong with the address, or null.</summary>
    public async Task<string?> SaveAsync(long person, string? address, IReadOnlySet<NoticeKind> page, IReadOnlySet<NoticeKind> mail, CancellationToken cancellation)
    {
        address = string.IsNullOrWhiteSpace(address) ? null : address.Trim();
        if (address is not null && !(address.Length <= LongestAddress && MailboxAddress.TryParse(address, out var parsed) && parsed.Address == address && address.Contains('@', StringComparison.Ordinal)))
        {
            return "邮箱地址不对，请检查，例如 zhang@example.cn。";
        }

        var own = await db.Users.SingleAsync(other => other.Id == person, cancellation);
        if (own.Email != address)
        {
            (own.Email, own.NormalizedEmail) = (address, address?.ToUpperInvariant());
            db.Record(time.GetUtcNow(), own.UserName!, "person.mail-changed", own.UserName!);
        }

        var known = await db.NoticeChoices.Where(choice => choice.PersonId == person).ToDictionaryAsync(choice => choice.Kind, cancellation);
        foreach (var kind in NoticeWords.Kinds)
        {
            var choice = known.GetValueOrDefault(kind) ?? db.NoticeChoices.Add(new NoticeChoice { PersonId = person, Kind = kind }).Entity;
            (choice.Page, choice.Mail) = (page.Contains(kind), mail.Contains(kind));
        }

        await db.SaveChangesAsync(cancellation);
        return null;
    }
}
