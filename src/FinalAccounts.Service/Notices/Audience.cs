using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Notices;

/// <summary>Whom something about a unit may be told: the one place where notices and mentions ask who may see a unit.</summary>
public sealed class Audience(FinalAccountsDb db, TimeProvider time)
{
    /// <summary>Everybody who may see the unit and can sign in, by name.</summary>
    public IQueryable<Person> Of(long unitId)
    {
        _ = unitId;
        var far = time.GetUtcNow().AddYears(100);
        return db.Users.Where(person => person.LockoutEnd == null || person.LockoutEnd < far).OrderBy(person => person.UserName);
    }

    /// <summary>Those of them who have a right on the unit.</summary>
    public IQueryable<Person> With(string right, long unitId)
    {
        var role = Rights.RoleOf[right];
        var holders = from link in db.UserRoles join known in db.Roles on link.RoleId equals known.Id where known.Name == role select link.UserId;
        return Of(unitId).Where(person => holders.Contains(person.Id));
    }

    /// <summary>Those of them who go by these sign-in names.</summary>
    public IQueryable<Person> Named(IEnumerable<string> names, long unitId)
    {
        var wanted = names.ToList();
        return Of(unitId).Where(person => wanted.Contains(person.UserName!));
    }
}
