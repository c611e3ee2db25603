using System.Globalization;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.People;

/// <summary>The units that somebody wants to do something with: what is handed to the authorization as its resource.</summary>
/// <param name="Ids">Their keys; none where it is about no unit in particular.</param>
/// <param name="IsUnseen">It is about what is not there, or not there for them: nobody is told which.</param>
/// <param name="NeedsAll">It concerns every unit there is.</param>
public sealed record AskedUnits(IReadOnlyCollection<long> Ids, bool IsUnseen = false, bool NeedsAll = false)
{
    /// <summary>About no unit in particular: whether somebody has the right anywhere.</summary>
    public static readonly AskedUnits Anywhere = new([]);

    /// <summary>About all units, as a template in force is.</summary>
    public static readonly AskedUnits Everywhere = new([], NeedsAll: true);

    private static readonly AskedUnits Unseen = new([], IsUnseen: true);

    /// <summary>What a request's address names: a unit by its code, or what belongs to one.</summary>
    internal static async Task<AskedUnits> OfAsync(HttpContext context, FinalAccountsDb db)
    {
        var path = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.Trim('/') ?? "";
        var route = path.StartsWith("api/v1/", StringComparison.Ordinal) ? path["api/v1/".Length..] : path;
        var cancellation = context.RequestAborted;
        string? Value(string name) => context.GetRouteValue(name) is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
        return (route.Split('/')[0], Value("code") ?? Value("unit") ?? Value("id")) switch
        {
            (_, null) => Anywhere,
            ("units", var code) => Found(await db.Units.Where(unit => unit.Code == code).Select(unit => unit.Id).ToListAsync(cancellation)),
            ("runs", var id) when Guid.TryParse(id, out var run) => Found(await db.Runs.Where(row => row.Id == run).Select(row => row.UnitId).ToListAsync(cancellation)),
            ("batches", var id) when Guid.TryParse(id, out var batch) => await db.Batches.AnyAsync(row => row.Id == batch, cancellation)
                ? new AskedUnits(await db.Runs.IgnoreQueryFilters().Where(row => row.BatchId == batch).Select(row => row.UnitId).Distinct().ToListAsync(cancellation))
                : Unseen,
            ("deliveries", var id) when Guid.TryParse(id, out var delivery) => await db.Deliveries.AnyAsync(row => row.Id == delivery, cancellation) ? Anywhere : Unseen,
            ("reviews", var id) when long.TryParse(id, CultureInfo.InvariantCulture, out var review) => await db.Reviews.AnyAsync(row => row.Id == review, cancellation) ? Anywhere : Unseen,
            _ => Anywhere,
        };
    }

    private static AskedUnits Found(List<long> ids) => ids.Count > 0 ? new AskedUnits(ids) : Unseen;
}
