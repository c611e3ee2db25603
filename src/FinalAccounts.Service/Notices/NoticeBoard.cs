using FinalAccounts.Service.People;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Notices;

/// <summary>Writes notices, beside what they tell of: whoever calls saves both together. What is said once only is left out for whom it was said.</summary>
public sealed class NoticeBoard(FinalAccountsDb db, Audience audience, ServiceOptions options, TimeProvider time)
{
    /// <summary>Adds a notice for each receiver and way.</summary>
    public async Task TellAsync(Happening what, CancellationToken cancellation)
    {
        var people = await PeopleAsync(what, cancellation);
        var ids = people.Select(person => person.Id).ToList();
        var choices = (await db.NoticeChoices.AsNoTracking().Where(choice => choice.Kind == what.Kind && ids.Contains(choice.PersonId)).ToListAsync(cancellation)).ToDictionary(choice => choice.PersonId);
        var notices = new List<Notice>();
        foreach (var person in people)
        {
            var choice = choices.GetValueOrDefault(person.Id);
            if (choice?.Page != false)
            {
                notices.Add(Of(what, NoticeWay.Page, person.Id, null));
            }

            if (choice?.Mail != false && options.Mail.IsOn && !string.IsNullOrEmpty(person.Email))
            {
                notices.Add(Of(what, NoticeWay.Mail, person.Id, null));
            }
        }

        notices.AddRange((await RobotsAsync(what.Kind, cancellation)).Select(robot => Of(what, NoticeWay.Robot, null, robot)));
        db.Notices.AddRange(await UnsaidAsync(notices, cancellation));
    }

    private async Task<List<Person>> PeopleAsync(Happening what, CancellationToken cancellation)
    {
        var people = await audience.Named(what.Hands.OfType<string>(), what.UnitId).AsNoTracking().ToListAsync(cancellation);
        if ((what.Right ?? (people.Count == 0 ? what.Otherwise : null)) is { } right)
        {
            people.AddRange(await audience.With(right, what.UnitId).AsNoTracking().ToListAsync(cancellation));
        }

        return [.. people.DistinctBy(person => person.Id).Where(person => person.UserName != what.By)];
    }

    private async Task<IReadOnlyList<long>> RobotsAsync(NoticeKind kind, CancellationToken cancellation) => NoticeWords.OfAll.Contains(kind)
        ? [.. (await db.Robots.AsNoTracking().Where(robot => robot.Enabled).ToListAsync(cancellation)).Where(robot => robot.Kinds.Split(',').Contains(kind.ToString())).Select(robot => robot.Id)]
        : [];

    private async Task<IEnumerable<Notice>> UnsaidAsync(List<Notice> notices, CancellationToken cancellation)
    {
        var keys = notices.Select(notice => notice.Once).OfType<string>().ToList();
        var said = keys.Count == 0 ? [] : await db.Notices.Where(notice => keys.Contains(notice.Once!)).Select(notice => notice.Once).ToListAsync(cancellation);
        return notices.Where(notice => notice.Once is null || !said.Contains(notice.Once));
    }

    private Notice Of(Happening what, NoticeWay way, long? person, long? robot)
    {
        var now = time.GetUtcNow();
        return new Notice
        {
            Kind = what.Kind, Way = way, PersonId = person, RobotId = robot, UnitId = what.UnitId, Year = what.Year, Text = what.Text, Path = what.Path, By = what.By, At = now,
            Detail = way == NoticeWay.Page ? what.Detail : null,
            State = way == NoticeWay.Page ? NoticeState.Sent : NoticeState.Waiting, NextAt = now, EndedAt = way == NoticeWay.Page ? now : null,
            Once = what.Once is null ? null : $"{what.Kind}/{what.UnitId}/{what.Year}/{what.Once}/{way}/{person ?? robot}",
        };
    }
}
