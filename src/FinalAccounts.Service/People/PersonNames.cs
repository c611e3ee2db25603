using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.People;

/// <summary>How people are called who are known by their sign-in names.</summary>
public sealed class PersonNames
{
    // What the service does by itself.
    private const string Itself = "system";

    /// <summary>Nobody's: everybody is called by the sign-in name.</summary>
    public static readonly PersonNames None = new([]);

    private readonly Dictionary<string, string> names;

    private PersonNames(Dictionary<string, string> names) => this.names = names;

    /// <summary>Looks these people up; null stands for nobody.</summary>
    public static async Task<PersonNames> FindAsync(FinalAccountsDb db, IEnumerable<string?> people, CancellationToken cancellation)
    {
        var wanted = people.OfType<string>().Distinct().ToList();
        return wanted.Count == 0 ? None : new PersonNames(await db.Users.Where(person => wanted.Contains(person.UserName!))
            .ToDictionaryAsync(person => person.UserName!, person => person.DisplayName, cancellation));
    }

    public static async Task<PersonNames> AllAsync(FinalAccountsDb db, CancellationToken cancellation) =>
        new PersonNames(await db.Users.Where(person => person.DisplayName != "").ToDictionaryAsync(person => person.UserName!, person => person.DisplayName, cancellation));

    /// <summary>Somebody's name; the sign-in name when nobody is registered under it any more.</summary>
    public string Of(string by) => by == Itself ? "系统" : names.GetValueOrDefault(by, by);

    /// <summary>The same where perhaps nobody did it.</summary>
    public string? OfAny(string? by) => by is null ? null : Of(by);
}
