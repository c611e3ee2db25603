using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Editions;

/// <summary>One step for many editions at once. Each is judged by itself, as if somebody had opened it; what needs a person's judgement, errors and data that changed since, is left to one.</summary>
public sealed class ManyEditions(FinalAccountsDb db, Reach reach, EditionFreshness freshness, IServiceScopeFactory scopes)
{
    /// <summary>The newest edition of each unit for which whoever asks has the right, where it could take this step.</summary>
    /// <param name="year">决算年度; null for all.</param>
    public async Task<IReadOnlyList<StepCandidate>> CandidatesAsync(EditionStep step, int? year, CancellationToken cancellation)
    {
        var from = From(step);
        var units = reach.Within(Right(step), db.Units).Select(unit => unit.Id);
        var editions = await db.Editions
            .Where(edition => edition.State == from && (year == null || edition.Year == year) && units.Contains(edition.UnitId)
                && !db.Editions.Any(other => other.UnitId == edition.UnitId && other.Year == edition.Year && other.Number > edition.Number))
            .OrderByDescending(edition => edition.Year).ThenBy(edition => edition.Unit!.Code).Select(EditionSummary.Of).ToListAsync(cancellation);
        var changed = await freshness.ChangedAsync(editions.ConvertAll(edition => edition.Basis), cancellation);
        return editions.ConvertAll(edition => new StepCandidate(edition, Obstacle(edition, changed.GetValueOrDefault(edition.Basis.Id))));
    }

    /// <summary>Takes the step for those that nothing stands in the way of; the others are in the answer with the reason.</summary>
    /// <param name="chosen">Keys of editions; null for all that are ready, and no word about the others.</param>
    public async Task<IReadOnlyList<StepOutcome>> TakeAsync(EditionStep step, int? year, IReadOnlySet<long>? chosen, string by, CancellationToken cancellation)
    {
        var candidates = await CandidatesAsync(step, year, cancellation);
        var outcomes = new List<StepOutcome>();
        foreach (var candidate in candidates.Where(candidate => chosen?.Contains(candidate.Edition.Basis.Id) ?? candidate.Obstacle is null))
        {
            outcomes.Add(new StepOutcome(candidate.Edition, candidate.Obstacle ?? (await OneAsync(step, candidate.Edition.Basis.Id, by, cancellation)).Refusal));
        }

        return outcomes;
    }

    /// <summary>The right that a step takes.</summary>
    public static string Right(EditionStep step) => step switch
    {
        EditionStep.Submit => Rights.EditData,
        EditionStep.Approve => Rights.Review,
        _ => Rights.Publish,
    };

    /// <summary>What a step is called.</summary>
    public static string Name(EditionStep step) => step switch
    {
        EditionStep.Submit => "送审",
        EditionStep.Approve => "审定",
        _ => "公开",
    };

    // A scope for each: three hundred tracked editions would be compared with each other at every save.
    private async Task<Decision> OneAsync(EditionStep step, long id, string by, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var states = scope.ServiceProvider.GetRequiredService<EditionStates>();
        return step switch
        {
            EditionStep.Submit => await states.SubmitAsync(id, by, null, cancellation),
            EditionStep.Approve => await states.ApproveAsync(id, by, null, cancellation),
            _ => await states.PublishAsync(id, by, null, cancellation),
        };
    }

    private static EditionState From(EditionStep step) => step switch
    {
        EditionStep.Submit => EditionState.Draft,
        EditionStep.Approve => EditionState.InReview,
        _ => EditionState.Approved,
    };

    private static string? Obstacle(EditionSummary edition, IReadOnlyList<string>? changed) =>
        edition.Errors > 0 ? $"有 {edition.Errors} 处错误，请打开这一版处理。"
        : changed is null ? "数据正在核对，请过一会儿再办。"
        : changed.Count > 0 ? $"生成以后{string.Join("、", changed)}有变化，请重新生成。"
        : null;
}

/// <summary>A step on an edition's way.</summary>
public enum EditionStep
{
    /// <summary>送审.</summary>
    Submit,

    /// <summary>审定.</summary>
    Approve,

    /// <summary>公开.</summary>
    Publish,
}

/// <summary>An edition that could take a step.</summary>
/// <param name="Obstacle">Why it cannot without somebody looking at it; null when it can.</param>
public sealed record StepCandidate(EditionSummary Edition, string? Obstacle);

/// <summary>What became of it.</summary>
/// <param name="Refusal">Why not, and what to do; null when it happened.</param>
public sealed record StepOutcome(EditionSummary Edition, string? Refusal);
