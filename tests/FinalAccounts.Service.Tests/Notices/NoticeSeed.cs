using FinalAccounts.Service.Editions;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Tests.Editions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Notices;

/// <summary>People, and an edition that goes its way.</summary>
internal static class NoticeSeed
{
    public static async Task<long> PersonAsync(TestStore store, string name, string? mail, params string[] roles)
    {
        var id = await store.WithAsync<UserManager<Person>, long>(async people =>
        {
            var person = new Person { UserName = name, DisplayName = name, Email = mail };
            Assert.True((await people.CreateAsync(person, WebApp.Password)).Succeeded);
            Assert.True((await people.AddToRolesAsync(person, roles)).Succeeded);
            return person.Id;
        });
        await store.AskAsync(db =>
        {
            db.UnitGrants.Add(new UnitGrant { PersonId = id });
            return db.SaveChangesAsync();
        });
        return id;
    }

    public static Task<Decision> StepAsync(TestStore store, Func<EditionStates, Task<Decision>> step) => store.WithAsync(step);

    /// <summary>An edition that zhang made and sent to review: of those who review, everybody has a notice.</summary>
    public static async Task<Edition> SubmittedAsync(TestStore store, Unit? unit = null)
    {
        var edition = await EditionSeed.AddAsync(store, unit ?? (await store.AddUnitsAsync(1))[0], by: "zhang");
        Assert.Equal(Decision.Done, await StepAsync(store, states => states.SubmitAsync(edition.Id, "zhang", null, default)));
        return edition;
    }

    /// <summary>kind way receiver: text, in order.</summary>
    public static Task<List<string>> SaidAsync(TestStore store) => store.AskAsync(async db =>
        (await (from notice in db.Notices
                join person in db.Users on notice.PersonId equals person.Id into found
                from person in found.DefaultIfEmpty()
                orderby notice.Id
                select new { notice, Name = person == null ? "robot" : person.UserName }).ToListAsync())
        .ConvertAll(row => $"{row.notice.Kind} {row.notice.Way} {row.Name}: {row.notice.Text}"));

    public static Task<List<Notice>> OfAsync(TestStore store, NoticeWay way) => store.AskAsync(db => db.Notices.AsNoTracking().Where(notice => notice.Way == way).OrderBy(notice => notice.Id).ToListAsync());

    /// <summary>As if the time until the next try were over.</summary>
    public static Task<int> DueAsync(TestStore store) => store.AskAsync(db => db.Notices.ExecuteUpdateAsync(set => set.SetProperty(notice => notice.NextAt, DateTimeOffset.UtcNow.AddMinutes(-1))));
}
