using FinalAccounts.Service.Audit;
using FinalAccounts.Service.Notices.Sending;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Notices;

/// <summary>The bureau's robots, as the administrator keeps them.</summary>
public sealed class RobotRegister(FinalAccountsDb db, ServiceOptions options, RobotCalls calls, TimeProvider time)
{
    /// <summary>The longest name, address and secret.</summary>
    public const int LongestName = 64, LongestAddress = 500;

    /// <summary>All, by name.</summary>
    public async Task<IReadOnlyList<Robot>> ListAsync(CancellationToken cancellation) => await db.Robots.AsNoTracking().OrderBy(robot => robot.Name).ToListAsync(cancellation);

    /// <summary>Adds one; what is wrong, by field, or nothing.</summary>
    public async Task<IReadOnlyDictionary<string, string>> AddAsync(RobotEntry entry, string by, CancellationToken cancellation)
    {
        var problems = Check(entry);
        if (problems.Count == 0)
        {
            db.Robots.Add(new Robot
            {
                Name = entry.Name.Trim(), Form = entry.Form, Address = entry.Address.Trim(), Secret = string.IsNullOrWhiteSpace(entry.Secret) ? null : entry.Secret.Trim(),
                Kinds = string.Join(',', NoticeWords.OfAll.Where(entry.Kinds.Contains)), By = by, At = time.GetUtcNow(),
            });
            db.Record(time.GetUtcNow(), by, "robot.added", entry.Name.Trim(), NoticeWords.Of(entry.Form));
            await db.SaveChangesAsync(cancellation);
        }

        return problems;
    }

    /// <summary>Changes what one gets; false when there is none.</summary>
    public Task<bool> ChangeAsync(long id, IReadOnlyCollection<NoticeKind> kinds, string by, CancellationToken cancellation) => WithAsync(id, robot =>
    {
        robot.Kinds = string.Join(',', NoticeWords.OfAll.Where(kinds.Contains));
        db.Record(time.GetUtcNow(), by, "robot.changed", robot.Name, string.Join("、", NoticeWords.OfAll.Where(kinds.Contains).Select(NoticeWords.Of)));
    }, cancellation);

    /// <summary>Ends or resumes it; false when there is none. What waited while it was off is not sent later.</summary>
    public Task<bool> SwitchAsync(long id, bool on, string by, CancellationToken cancellation) => WithAsync(id, robot =>
    {
        robot.Enabled = on;
        db.Record(time.GetUtcNow(), by, on ? "robot.enabled" : "robot.disabled", robot.Name);
    }, cancellation);

    /// <summary>Takes it away, with what was sent to it; false when there is none.</summary>
    public Task<bool> DeleteAsync(long id, string by, CancellationToken cancellation) => WithAsync(id, robot =>
    {
        db.Robots.Remove(robot);
        db.Record(time.GetUtcNow(), by, "robot.deleted", robot.Name);
    }, cancellation);

    /// <summary>Sends a trial message at once; what went wrong, or null.</summary>
    public async Task<string?> TryAsync(long id, CancellationToken cancellation) =>
        await db.Robots.AsNoTracking().SingleOrDefaultAsync(robot => robot.Id == id, cancellation) is { } robot
            ? (await calls.TryAsync(robot, cancellation)).Problem
            : "没有这个机器人。";

    private Dictionary<string, string> Check(RobotEntry entry)
    {
        var problems = new Dictionary<string, string>();
        if (entry.Name.Trim().Length is 0 or > LongestName)
        {
            problems[nameof(entry.Name)] = $"请填写名称，最多 {LongestName} 个字。";
        }

        if (entry.Address.Length > LongestAddress || RobotCalls.Refuse(entry.Address.Trim(), options.Robots) is not null)
        {
            problems[nameof(entry.Address)] = entry.Address.Length > LongestAddress ? "网址太长。" : RobotCalls.Refuse(entry.Address.Trim(), options.Robots)!;
        }

        if (entry.Secret?.Length > LongestAddress)
        {
            problems[nameof(entry.Secret)] = "密钥太长。";
        }

        if (!NoticeWords.OfAll.Any(entry.Kinds.Contains))
        {
            problems[nameof(entry.Kinds)] = "请至少选一种通知。";
        }

        return problems;
    }

    private async Task<bool> WithAsync(long id, Action<Robot> change, CancellationToken cancellation)
    {
        if (await db.Robots.SingleOrDefaultAsync(robot => robot.Id == id, cancellation) is not { } robot)
        {
            return false;
        }

        change(robot);
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}

/// <summary>A robot as somebody enters it.</summary>
public sealed record RobotEntry
{
    /// <summary>The group's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whose.</summary>
    public RobotForm Form { get; init; }

    /// <summary>Where it listens.</summary>
    public string Address { get; init; } = "";

    /// <summary>钉钉's; null for none.</summary>
    public string? Secret { get; init; }

    /// <summary>What it gets.</summary>
    public IReadOnlyList<NoticeKind> Kinds { get; init; } = [];
}
