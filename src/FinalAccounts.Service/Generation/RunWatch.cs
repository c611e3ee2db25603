using System.Net.ServerSentEvents;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Generation;

/// <summary>Changes of runs and batches as they happen.</summary>
internal sealed class RunWatch(FinalAccountsDb db, Batches batches, ChangeStream changes, NameBook book)
{
    /// <summary>The run now and after each change, until it is over.</summary>
    public IAsyncEnumerable<SseItem<RunView>> RunAsync(Guid id, CancellationToken cancellation) => changes.FollowAsync(
        async token => (await db.Runs.Where(run => run.Id == id).Select(RunView.Of).SingleOrDefaultAsync(token))?.Named(await book.OpenAsync(token)), run => run.IsOver, cancellation);

    /// <summary>A batch's counts now and after each change, until nothing is left.</summary>
    public IAsyncEnumerable<SseItem<BatchProgress>> BatchAsync(Guid id, CancellationToken cancellation) => changes.FollowAsync(
        token => batches.ProgressAsync(id, token), progress => progress.Left == 0, cancellation);
}
