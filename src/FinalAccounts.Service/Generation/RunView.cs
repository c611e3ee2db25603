using System.Linq.Expressions;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Generation;

/// <summary>A run as pages and API show it.</summary>
/// <param name="Unit">The unit's code.</param>
/// <param name="Edition">The number of the edition that it made or found; null before.</param>
/// <param name="Errors">How many findings stop that edition's publication; null before.</param>
public sealed record RunView(
    Guid Id, string Unit, string UnitName, int Year, RunState State, Stage? Stage, string By,
    DateTimeOffset RequestedAt, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, int Attempts, bool CancelRequested,
    string? Failure, int? Edition, int? Errors, Guid? Batch)
{
    /// <summary>Who, as people call them; <see cref="By"/> is the name that they sign in with, or a token's.</summary>
    public string ByName { get; init; } = By;

    /// <summary>Whether anything can still change.</summary>
    public bool IsOver => State is RunState.Done or RunState.Failed or RunState.Cancelled;

    internal static readonly Expression<Func<Run, RunView>> Of = run => new RunView(
        run.Id, run.Unit!.Code, run.Unit.Name, run.Year, run.State, run.Stage, run.By,
        run.RequestedAt, run.StartedAt, run.EndedAt, run.Attempts, run.CancelRequested,
        run.Failure, run.Edition!.Number, run.Edition.Errors, run.BatchId);

    internal RunView Named(PersonNames names) => this with { ByName = names.Of(By) };
}

/// <summary>What the stages of a run are called.</summary>
public static class StageLabels
{
    /// <summary>Chinese; 等待 before the first. What a run stores is its edition.</summary>
    public static string Of(Stage? stage) => stage switch
    {
        null => "等待",
        Stage.Store => "保存版本",
        { } other => StageNames.Of(other),
    };
}
