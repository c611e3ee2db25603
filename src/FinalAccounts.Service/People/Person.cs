using Microsoft.AspNetCore.Identity;

namespace FinalAccounts.Service.People;

/// <summary>Somebody who signs in. <see cref="IdentityUser{TKey}.UserName"/> is the sign-in name.</summary>
public sealed class Person : IdentityUser<long>
{
    /// <summary>The name shown in pages, editions and the audit log.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The first sign-in must change the password.</summary>
    public bool MustChangePassword { get; set; }
}

/// <summary>A role, by its name in <see cref="Roles"/>.</summary>
public sealed class Role : IdentityRole<long>;
