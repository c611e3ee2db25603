using FinalAccounts.Service.Audit;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Identity;

namespace FinalAccounts.Service.People;

/// <summary>
/// Looks at name and password. Whether a name exists, whether it is shut out and whether it has a password can be told neither by the answer nor
/// by its time: the same is read and the same is computed, and nothing is written for a wrong one before it has to wait.
/// </summary>
public sealed class SignInDesk(SignInManager<Person> signIn, SignInAttempts attempts, FinalAccountsDb db, TimeProvider time)
{
    private const string Wrong = "登录名或密码不对。";

    // Of a password that nobody knows; as costly to look at as any other.
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Person>().HashPassword(new Person(), Guid.NewGuid().ToString()));

    /// <summary>Signs in, or says why not.</summary>
    /// <param name="typed">The name as typed.</param>
    public async Task<SignInOutcome> TryAsync(HttpContext context, string typed, string password)
    {
        var name = typed.Trim();
        var person = await signIn.UserManager.FindByNameAsync(name);
        var address = AddressOf(context);
        var stamp = person?.SecurityStamp ?? "";
        if (attempts.Begin(address, name, stamp) is { Ticks: > 0 } wait)
        {
            return new SignInOutcome(false, false, TooOften(wait));
        }

        var hash = person?.PasswordHash ?? NobodysHash.Value;
        var right = signIn.UserManager.PasswordHasher.VerifyHashedPassword(person ?? new Person(), hash, password) != PasswordVerificationResult.Failed;
        if (!right || person?.PasswordHash is null)
        {
            await SlowedAsync(name, address, stamp, context.RequestAborted);
            return new SignInOutcome(false, false, Wrong);
        }

        attempts.Succeeded(address, name, stamp);
        if (await signIn.UserManager.IsLockedOutAsync(person))
        {
            return new SignInOutcome(false, false, "这个账号已停用，请联系管理员。");
        }

        // Looks at the password once more, and at the second factor; makes the session.
        var result = await signIn.PasswordSignInAsync(person, password, isPersistent: false, lockoutOnFailure: false);
        return result.RequiresTwoFactor ? new SignInOutcome(false, true, null)
            : result.Succeeded ? new SignInOutcome(true, false, null)
            : new SignInOutcome(false, false, Wrong);
    }

    /// <summary>A code of the second factor, or a recovery code, after the password.</summary>
    public async Task<SignInOutcome> TryCodeAsync(HttpContext context, string code)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } person)
        {
            return new SignInOutcome(false, false, "登录用得太久，请从登录名和密码重新开始。");
        }

        var (address, name, stamp) = (AddressOf(context), person.UserName! + " code", person.SecurityStamp ?? "");
        if (attempts.Begin(address, name, stamp) is { Ticks: > 0 } wait)
        {
            return new SignInOutcome(false, false, TooOften(wait));
        }

        var plain = code.Replace(" ", "", StringComparison.Ordinal).Trim();
        var result = plain.Length == 6 && plain.All(char.IsAsciiDigit)
            ? await signIn.TwoFactorAuthenticatorSignInAsync(plain, isPersistent: false, rememberClient: false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(plain);
        if (!result.Succeeded)
        {
            await SlowedAsync(person.UserName!, address, stamp, context.RequestAborted);
            return new SignInOutcome(false, true, "动态码不对，或已经过了时间。");
        }

        attempts.Succeeded(address, name, stamp);
        return new SignInOutcome(true, false, null) { Name = person.UserName };
    }

    /// <summary>Where a request comes from, as the configured proxies say.</summary>
    public static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    internal static string TooOften(TimeSpan wait) => $"输错的次数太多，请 {Math.Ceiling(Math.Max(1, wait.TotalSeconds)):0} 秒后再试。忘记密码请联系管理员重置。";

    // Once when the waiting begins; the name may be nobody's.
    private async Task SlowedAsync(string name, string address, string stamp, CancellationToken cancellation)
    {
        if (attempts.Of(address, name, stamp) == SignInAttempts.Free + 1)
        {
            db.Record(time.GetUtcNow(), name.Length <= 64 ? name : name[..64], "person.slowed", name.Length <= 64 ? name : name[..64], $"从 {address} 输错 {SignInAttempts.Free + 1} 次");
            await db.SaveChangesAsync(cancellation);
        }
    }
}

/// <summary>What became of it.</summary>
/// <param name="SignedIn">There is a session now.</param>
/// <param name="NeedsCode">The second factor is asked for.</param>
/// <param name="Problem">In Chinese; null when there is none.</param>
public sealed record SignInOutcome(bool SignedIn, bool NeedsCode, string? Problem)
{
    /// <summary>Who, after a code; else null.</summary>
    public string? Name { get; init; }
}
