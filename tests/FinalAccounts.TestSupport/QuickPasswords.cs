using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace FinalAccounts.TestSupport;

/// <summary>Passwords of tests are no secrets: hashing them as slowly as real ones would be most of what signing in costs.</summary>
internal static class QuickPasswords
{
    public static void Add(IServiceCollection services) => services.Configure<PasswordHasherOptions>(options => options.IterationCount = 10);
}
