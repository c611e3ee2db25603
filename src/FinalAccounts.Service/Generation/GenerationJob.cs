using System.Data.Common;
using FinalAccounts.Rendering.Foundations;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Printing;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;
using Hangfire;
using Microsoft.Extensions.Logging;

namespace FinalAccounts.Service.Generation;

/// <summary>One run from claim to end. Takes an id only; called twice, by the queue or by two workers, it does the work once.</summary>
internal sealed partial class GenerationJob(
    Claims claims, InputGatherer inputs, EditionWriter editions, Printers printers, ServiceOptions options, IServiceScopeFactory scopes,
    Telemetry telemetry, IEnumerable<IStageProbe> probes, ILogger<GenerationJob> logger)
{
    // How long a finished document waits for a database that is away.
    private static readonly TimeSpan StorePatience = TimeSpan.FromMinutes(2);

    /// <summary>Does the work; the run's row tells how it ended, and the queue's job says the same.</summary>
    /// <param name="title">For the dashboard.</param>
    // What the queue tries again is a database that was away before the run was taken; a run that failed has its reason in its row, and people try it again there.
    [AutomaticRetry(Attempts = 10, DelaysInSeconds = [1, 2, 5, 10, 30], ExceptOn = [typeof(RunFailedException)])]
    [JobDisplayName("{1}")]
    public async Task<string> RunAsync(Guid id, string title, CancellationToken shutdown)
    {
        if (await claims.TakeAsync(id, shutdown) is not { } claim)
        {
            return "没有可做的：已经结束，或在别处进行。";
        }

        using var activity = telemetry.Start(claim);
        await using var progress = new RunProgress(claim, options, scopes, probes, logger, shutdown);
        var outcome = await WorkAsync(claim, progress);
        progress.Leave();
        LogEnded(claim.RunId, claim.Attempt, outcome.Kind, progress.Stage, outcome.Failure);
        telemetry.Ended(activity, outcome, progress.Timings);
        try
        {
            await SettleAsync(claim, outcome, progress);
        }
        catch (Exception exception) when ((exception.InnerException ?? exception) is DbException || exception is OperationCanceledException)
        {
            // Its claim runs out, and the sweep takes the run up again.
            LogUnsettled(exception, claim.RunId);
        }

        return outcome switch
        {
            { Kind: OutcomeKind.Failed, Failure: { } failure } => throw new RunFailedException(failure),
            { Kind: OutcomeKind.Again, Failure: { } failure } when claim.Attempt >= options.MaxAttempts => throw new RunFailedException(failure),
            { Kind: OutcomeKind.Done } => "已完成",
            { Kind: OutcomeKind.Cancelled } => "已取消",
            _ => "由下一次接着做",
        };
    }

    private async Task<Outcome> WorkAsync(Claim claim, RunProgress progress)
    {
        try
        {
            return await MakeAsync(claim, progress);
        }
        catch (OperationCanceledException)
        {
            return progress.Stop switch
            {
                StopReason.Cancelled => Outcome.Cancelled,
                StopReason.TooLong => Outcome.Failed($"超过时限 {options.RunTimeLimit.TotalSeconds:0} 秒，已终止。可以重试；数据很大时请管理员延长 FinalAccounts__RunTimeLimit。"),
                StopReason.ClaimLost => Outcome.Lost,
                _ => Outcome.Stopping,
            };
        }
        catch (RenderingException exception)
        {
            return exception.MayPass ? Outcome.Again(exception.Message) : Outcome.Failed(exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogBroken(exception, claim.RunId);
            return Outcome.Failed($"读写文件失败：{exception.Message} 请管理员检查临时文件夹的权限和剩余空间，然后重试。");
        }
        catch (Exception exception) when ((exception.InnerException ?? exception) is DbException database)
        {
            LogBroken(exception, claim.RunId);
            return Outcome.Again($"数据库不能写入：{database.Message} 请管理员检查数据库和剩余空间，然后重试。");
        }
#pragma warning disable CA1031 // The last line of defence: whatever it is, the run ends with a reason and the log has the rest.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogBroken(exception, claim.RunId);
            return Outcome.Failed($"程序内部错误（{exception.GetType().Name}）。请管理员把日志中运行 {claim.RunId} 的记录发给维护人员。");
        }
    }

    private async Task<Outcome> MakeAsync(Claim claim, RunProgress progress)
    {
        progress.Enter(Stage.Import);
        var gathered = await inputs.GatherAsync(claim.UnitId, claim.Year, progress.Token);
        if (gathered.Inputs is not { } found)
        {
            return Outcome.Failed(gathered.Failure!, gathered.Findings);
        }

        if (await editions.EndWithExistingAsync(claim, found, progress.Timings, progress.Token))
        {
            return Outcome.Done;
        }

        var disclosure = Pipeline.Run(found.Data.Accounts, found.Data.Findings, found.Templates.Set!, progress.Enter, progress.Token);
        if (disclosure.Document is not { } document)
        {
            return Outcome.Failed($"模板有错误，没有生成文档。{InputGatherer.First(disclosure.Findings)}", disclosure.Findings);
        }

        var rendered = await printers.RenderAsync(document, found.Templates.Set!.Set.Theme, options.OutputFormats, progress.Enter, progress.Token);
        var made = MadeDisclosure.Of(found, disclosure, rendered);
        progress.Enter(Stage.Store);
        return await StoreAsync(claim, found, made, progress) ? Outcome.Done : Outcome.Lost;
    }

    // Minutes of work are in these bytes: a database that restarts is worth waiting for. Each try in a scope of its own, with a fresh connection.
    private async Task<bool> StoreAsync(Claim claim, Inputs found, MadeDisclosure made, RunProgress progress)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(progress.Token);
        patience.CancelAfter(StorePatience);
        while (true)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                return await scope.ServiceProvider.GetRequiredService<EditionWriter>()
                    .WriteAsync(claim, found, made, progress.Timings, progress.Token);
            }
            catch (Exception exception) when (Transience.Is(exception) && !patience.IsCancellationRequested)
            {
                LogWaiting(exception.Message, claim.RunId);
                await Task.Delay(TimeSpan.FromSeconds(1), progress.Token);
            }
        }
    }

    private async Task SettleAsync(Claim claim, Outcome outcome, RunProgress progress)
    {
        // The process may be stopping; what became of the run is written all the same, within the host's patience.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<Claims>();
        switch (outcome.Kind)
        {
            case OutcomeKind.Again when claim.Attempt < options.MaxAttempts:
                await own.ReleaseAsync(claim, counts: true, patience.Token);
                break;
            case OutcomeKind.Again or OutcomeKind.Failed:
                await own.EndAsync(claim, RunState.Failed, outcome.Failure, outcome.FindingsJson, progress.Timings, patience.Token);
                break;
            case OutcomeKind.Cancelled:
                await own.EndAsync(claim, RunState.Cancelled, null, null, progress.Timings, patience.Token);
                break;
            case OutcomeKind.Stopping:
                await own.ReleaseAsync(claim, counts: false, patience.Token);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Run {RunId} attempt {Attempt}: {Outcome} in stage {Stage}; {Failure}")]
    private partial void LogEnded(Guid runId, int attempt, OutcomeKind outcome, Stage? stage, string? failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {RunId} broke")]
    private partial void LogBroken(Exception exception, Guid runId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {RunId}: how it ended could not be written; it is taken up again when its claim has run out")]
    private partial void LogUnsettled(Exception exception, Guid runId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {RunId} waits for the database to store its edition: {Problem}")]
    private partial void LogWaiting(string problem, Guid runId);
}
