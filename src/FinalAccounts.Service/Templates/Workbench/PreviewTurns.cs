namespace FinalAccounts.Service.Templates.Workbench;

/// <summary>The share of the machine that previews have: so many at a time, each on a thread of its own and within a time limit over everything that is made for it. A draft that never ends costs the others nothing.</summary>
internal sealed class PreviewTurns : IDisposable
{
    /// <summary>How long one preview may run.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(2);

    /// <summary>How long one may wait for its turn.</summary>
    public static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(10);

    /// <summary>What is said when it took too long.</summary>
    public static readonly string TooLong = $"预览超过 {TimeLimit.TotalSeconds:0} 秒，停在这里：请检查循环和句式";

    /// <summary>What is said when it grew too large.</summary>
    public const string TooMuch = "印出的内容太多，没有显示：请检查循环";

    private const string Busy = "正在预览的人太多，请过一会儿再试。";

    private readonly SemaphoreSlim turns = new(Math.Max(2, Environment.ProcessorCount / 2));

    /// <summary>What is made, or in Chinese why it was not.</summary>
    public async Task<Attempt<T>> MakeAsync<T>(Func<CancellationToken, T> make, CancellationToken cancellation)
        where T : class
    {
        if (!await turns.WaitAsync(WaitLimit, cancellation))
        {
            return new Attempt<T>(null, Busy, IsTemplate: false);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeLimit);
        try
        {
            return new Attempt<T>(await Task.Factory.StartNew(() => make(limit.Token), limit.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default), null, false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Attempt<T>(null, TooLong, IsTemplate: true);
        }
        catch (TooMuchException)
        {
            return new Attempt<T>(null, TooMuch, IsTemplate: true);
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose() => turns.Dispose();
}

/// <summary>What became of a preview.</summary>
/// <param name="Made">Null when there is a problem.</param>
/// <param name="Problem">Why there is nothing, in Chinese.</param>
/// <param name="IsTemplate">Whether the template is to blame.</param>
internal sealed record Attempt<T>(T? Made, string? Problem, bool IsTemplate) where T : class;
