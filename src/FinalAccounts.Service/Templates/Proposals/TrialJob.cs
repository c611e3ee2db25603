using FinalAccounts.Comparison;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;
using Hangfire;

namespace FinalAccounts.Service.Templates.Proposals;

/// <summary>Tries a proposal on every unit's data. Takes an id and the trial's number; run twice it does the same again, and one that was cancelled or begun anew ends by itself.</summary>
internal sealed class TrialJob(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>The queue of its own: neither a batch nor somebody who waits for a document stands behind it.</summary>
    public const string Queue = "trial";

    // How often the row is told that the job is alive.
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    /// <summary>Does the work; the proposal's row tells what came out.</summary>
    /// <param name="set">For the dashboard.</param>
    [AutomaticRetry(Attempts = 3, DelaysInSeconds = [1, 5, 10])]
    [JobDisplayName("试排 · {2} · 第{1}次")]
    public async Task RunAsync(Guid id, int number, string set, CancellationToken shutdown)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FinalAccountsDb>();
        var trial = new Beating(db, id, number, time);
        if (await trial.BeginAsync(shutdown) is not { } proposal)
        {
            return;
        }

        var sets = scope.ServiceProvider.GetRequiredService<CompiledSets>();
        var layers = await scope.ServiceProvider.GetRequiredService<PublishedTemplates>().LayersAsync(shutdown);
        var files = ProposedFile.Read(proposal.Files);
        var (before, after) = (layers.InForce, layers.With(proposal.Set, files));
        var broken = SetCheck.Of(sets, before, after, proposal.Set, files);
        if (broken.Count > 0)
        {
            await trial.EndAsync(TrialState.Broken, TrialResult.OfBroken(broken), shutdown);
            return;
        }

        var affected = SetLineage.Heirs(after, proposal.Set);
        var units = await scope.ServiceProvider.GetRequiredService<TrialUnits>().FindAsync(after, affected, shutdown);
        var tally = new Tally();
        for (var i = 0; i < units.Count; i++)
        {
            if (!await trial.BeatAsync(i, units.Count, shutdown))
            {
                return;
            }

            await using var own = scopes.CreateAsyncScope();
            if (await own.ServiceProvider.GetRequiredService<TrialUnits>().TryAsync(units[i], before, after, affected, shutdown) is { } outcome)
            {
                tally.Add(units[i], outcome);
            }
        }

        await trial.EndAsync(TrialState.Done, tally.Result, shutdown);
    }

    /// <summary>The trial's row. Every write names the trial's number and that it is still wanted.</summary>
    private sealed class Beating(FinalAccountsDb db, Guid id, int number, TimeProvider time)
    {
        private long last;

        private IQueryable<TemplateProposal> Mine => db.TemplateProposals.Where(proposal =>
            proposal.Id == id && proposal.TrialNumber == number && (proposal.Trial == TrialState.Waiting || proposal.Trial == TrialState.Running));

        public async Task<TemplateProposal?> BeginAsync(CancellationToken cancellation) =>
            await Mine.ExecuteUpdateAsync(
                set => set.SetProperty(proposal => proposal.Trial, TrialState.Running)
                    .SetProperty(proposal => proposal.TrialAt, time.GetUtcNow())
                    .SetProperty(proposal => proposal.TrialDone, 0),
                cancellation) == 0
                ? null
                : await db.TemplateProposals.AsNoTracking().SingleOrDefaultAsync(proposal => proposal.Id == id, cancellation);

        public async Task<bool> BeatAsync(int done, int total, CancellationToken cancellation)
        {
            if (last != 0 && time.GetElapsedTime(last) < Beat)
            {
                return true;
            }

            last = time.GetTimestamp();
            return await Mine.ExecuteUpdateAsync(
                set => set.SetProperty(proposal => proposal.TrialDone, done)
                    .SetProperty(proposal => proposal.TrialTotal, total)
                    .SetProperty(proposal => proposal.TrialAt, time.GetUtcNow()),
                cancellation) > 0;
        }

        public Task<int> EndAsync(TrialState state, TrialResult result, CancellationToken cancellation)
        {
            var json = result.ToJson();
            return Mine.ExecuteUpdateAsync(
                set => set.SetProperty(proposal => proposal.Trial, state)
                    .SetProperty(proposal => proposal.TrialResult, json)
                    .SetProperty(proposal => proposal.TrialDone, result.Units)
                    .SetProperty(proposal => proposal.TrialTotal, result.Units)
                    .SetProperty(proposal => proposal.TrialAt, time.GetUtcNow()),
                cancellation);
        }
    }

    /// <summary>Counts, and keeps no more than is shown.</summary>
    private sealed class Tally
    {
        private readonly List<FailingUnit> failures = [];
        private readonly List<ChangedUnit> changed = [];
        private readonly TrialGroups groups = new();
        private int units, changes, failing;

        public TrialResult Result => new(units, changes, failing, "[]", failures, changed, groups.Result);

        public void Add(UnitYear unit, TrialComparison outcome)
        {
            const int shownErrors = 5;
            units++;
            if (outcome.Errors.Count > 0 && ++failing <= TrialResult.MostUnits)
            {
                failures.Add(new FailingUnit(unit.Code, unit.Name, unit.Year, outcome.Errors.Count, FindingsJson.Write(outcome.Errors.Take(shownErrors))));
            }

            if (outcome.Changes.Count == 0)
            {
                return;
            }

            if (++changes <= TrialResult.MostUnits)
            {
                changed.Add(new ChangedUnit(unit.Code, unit.Name, unit.Year, outcome.Changes.Sum(change => change.Extent)));
            }

            groups.Add(unit.Name, unit.Year, outcome.Changes);
        }
    }
}
