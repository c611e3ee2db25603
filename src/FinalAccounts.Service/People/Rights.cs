using System.Security.Claims;

namespace FinalAccounts.Service.People;

/// <summary>The roles, as stored. A person may have several.</summary>
public static class Roles
{
    /// <summary>财务: data, corrections, generation, sending to review.</summary>
    public const string Finance = "finance";

    /// <summary>文字: template drafts and proposals.</summary>
    public const string Comms = "comms";

    /// <summary>审核: approves editions and templates, publishes.</summary>
    public const string Reviewer = "reviewer";

    /// <summary>管理员: people, units, schedules, audit log, dashboard.</summary>
    public const string Administrator = "administrator";

    public static readonly IReadOnlyList<string> All = [Finance, Comms, Reviewer, Administrator];

    /// <summary>What a role is called.</summary>
    public static string Name(string role) => role switch
    {
        Finance => "财务",
        Comms => "文字",
        Reviewer => "审核",
        Administrator => "管理员",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "no such role"),
    };
}

/// <summary>What one may do: the names of authorization policies. Every page and endpoint names one; editing and publishing are never the same. For which units one has them says <see cref="UnitGrant"/>.</summary>
public static class Rights
{
    /// <summary>See units, runs, editions, templates: anybody signed in, or a token with the scope read.</summary>
    public const string Read = "read";

    /// <summary>Upload, correct, generate, send to review: finance; token scope data.</summary>
    public const string EditData = "data";

    /// <summary>Draft and propose templates: comms; token scope templates.</summary>
    public const string EditTemplates = "templates";

    /// <summary>Approve or return editions and templates: reviewer.</summary>
    public const string Review = "review";

    /// <summary>Publish editions, also over errors with a reason: reviewer; token scope publish.</summary>
    public const string Publish = "publish";

    /// <summary>People, tokens, units, schedules, audit log, dashboard: administrator.</summary>
    public const string Administer = "administer";

    /// <summary>The roles that have each right, besides <see cref="Read"/>, which everybody has.</summary>
    public static readonly IReadOnlyDictionary<string, string> RoleOf = new Dictionary<string, string>
    {
        [EditData] = Roles.Finance,
        [EditTemplates] = Roles.Comms,
        [Review] = Roles.Reviewer,
        [Publish] = Roles.Reviewer,
        [Administer] = Roles.Administrator,
    };

    /// <summary>The rights that a token may have, and what each is called. Approving and administering stay with people.</summary>
    public static readonly IReadOnlyDictionary<string, string> Scopes = new Dictionary<string, string>
    {
        [Read] = "读取",
        [EditData] = "提交数据、更正、生成",
        [EditTemplates] = "起草模板",
        [Publish] = "公开已审定的版本",
    };

    /// <summary>Adds a policy for each right; whatever names none is closed to everybody who is not signed in.</summary>
    public static void AddTo(AuthorizationBuilder authorization)
    {
        foreach (var right in RoleOf.Keys.Append(Read))
        {
            authorization.AddPolicy(right, policy => policy.RequireAuthenticatedUser().AddRequirements(new RightRequirement(right)));
        }

        authorization.SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(context => !IsToken(context.User)).Build());
    }

    /// <summary>Whether a caller has a right for any units at all, by role or scope; for which is <see cref="Reach"/>'s matter.</summary>
    internal static bool Has(ClaimsPrincipal caller, string right) => IsToken(caller) ? Scopes.ContainsKey(right) && HasScope(caller, right)
        : caller.Identity?.IsAuthenticated == true && (right == Read || caller.IsInRole(RoleOf[right]));

    private static bool IsToken(ClaimsPrincipal caller) => caller.Identity?.AuthenticationType == TokenAuthentication.Name;

    private static bool HasScope(ClaimsPrincipal caller, string right) => caller.HasClaim(TokenAuthentication.ScopeClaim, right);
}
