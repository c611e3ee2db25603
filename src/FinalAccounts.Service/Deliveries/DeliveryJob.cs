using FinalAccounts.Service.Store;
using Hangfire;

namespace FinalAccounts.Service.Deliveries;

/// <summary>Reads a delivery: unpacks archives, tells each file's unit, hands in what belongs together. Run again it goes on where it was stopped.</summary>
internal sealed class DeliveryJob(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>The queue of its own: nobody who waits for a document stands behind three hundred workbooks.</summary>
    public const string Queue = "delivery";

    // As many as workbooks are read at the same time.
    private const int AtOnce = 2;

    /// <summary>Does the work; the delivery's rows tell what came out.</summary>
    /// <param name="year">For the dashboard, as <paramref name="by"/>: the name of who brought it.</param>
    [AutomaticRetry(Attempts = 5, DelaysInSeconds = [1, 5, 10])]
    [DisableConcurrentExecution("delivery {0}", 600)]
    [JobDisplayName("批量提交 · {1}年度 · {2}")]
    public async Task RunAsync(Guid id, int year, string by, CancellationToken shutdown)
    {
        await WithAsync<DeliverySorting>(sorting => sorting.UnpackAsync(id, shutdown));
        var unknown = await Rows(id, db => db.Set<DeliveredFile>().Where(file => file.DeliveryId == id && file.Kind == null && file.Problem == null).OrderBy(file => file.Id).Select(file => file.Id), shutdown);
        await EachAsync(unknown, (DeliverySorting sorting, long file, CancellationToken token) => sorting.TellAsync(file, year, token), shutdown);
        await WithAsync<DeliverySorting>(sorting => sorting.ReportDoublesAsync(id, shutdown));
        var units = await Rows(id, db => db.Set<DeliveredFile>().Where(DeliveredFiles.Waiting(id)).Select(file => file.UnitId!.Value).Distinct().Order(), shutdown);
        await EachAsync(units, (DeliveryHandIn handIn, long unit, CancellationToken token) => handIn.HandInAsync(id, unit, token), shutdown);
        await WithAsync<FinalAccountsDb>(db => db.Deliveries.Where(delivery => delivery.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.ReadAt, time.GetUtcNow()), shutdown));
    }

    private async Task<List<long>> Rows(Guid id, Func<FinalAccountsDb, IQueryable<long>> query, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<FinalAccountsDb>()).ToListAsync(cancellation);
    }

    private Task EachAsync<TService>(IEnumerable<long> keys, Func<TService, long, CancellationToken, Task> work, CancellationToken cancellation) where TService : notnull =>
        Parallel.ForEachAsync(keys, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (key, token) =>
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider.GetRequiredService<TService>(), key, token);
        });

    private async Task WithAsync<TService>(Func<TService, Task> work) where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
