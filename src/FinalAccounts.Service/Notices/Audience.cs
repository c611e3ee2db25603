using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Notices;

/// <summary>Whom something about a unit may be told: the one place where notices and mentions ask who may see a unit.</summary>
public sealed class Audience(FinalAccountsDb db, TimeProvider time)
{
    /// <summary>Everybody who may see the unit and can sign in, by name; null for templates, which everybody may see.</summary>
    public IQueryable<Person> Of(long? unitId)
    {
        if (unitId is not { } unit)
        {
            return SigningIn.OrderBy(person => person.UserName);
        }

        var (seeing, administrators) = (Reach.Covering(db, unit).Select(grant => grant.PersonId!.Value), Holders(Roles.Administrator));
        return SigningIn.Where(person => seeing.Contains(person.Id) || administrators.Contains(person.Id)).OrderBy(person => person.UserName);
    }

    /// <summary>Those who have a right on the unit; null for those who have it anywhere.</summary>
    public IQueryable<Person> With(string right, long? unitId)
    {
        var role = Rights.RoleOf[right];
        if (unitId is not { } unit)
        {
            var everywhere = Holders(role);
            return SigningIn.Where(person => everywhere.Contains(person.Id)).OrderBy(person => person.UserName);
        }

        var (holding, holders) = (Reach.Covering(db, unit).Where(grant => grant.Role == null || grant.Role == role).Select(grant => grant.PersonId!.Value), Holders(role));
        return SigningIn.Where(person => holders.Contains(person.Id) && (right == Rights.Administer || holding.Contains(person.Id))).OrderBy(person => person.UserName);
    }

    /// <summary>Those of them who go by these sign-in names.</summary>
    public IQueryable<Person> Named(IEnumerable<string> names, long? unitId)
    {
        var wanted = names.ToList();
        return Of(unitId).Where(person => wanted.Contains(person.UserName!));
    }

    private IQueryable<Person> SigningIn
    {
        get
        {
            var far = time.GetUtcNow().AddYears(100);
            return db.Users.Where(person => person.LockoutEnd == null || person.LockoutEnd < far);
        }
    }

    private IQueryable<long> Holders(string role) =>
        from link in db.UserRoles join known in db.Roles on link.RoleId equals known.Id where known.Name == role select link.UserId;
}
