using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;
using FinalAccounts.Rendering;
using FinalAccounts.Service.Settings;
using Microsoft.Extensions.Logging;

namespace FinalAccounts.Service.Generation;

/// <summary>Beside a run at work: renews its claim, writes the stage for people to see, and ends the work when it is cancelled, too long or lost.</summary>
internal sealed partial class RunProgress : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly Claim claim;
    private readonly ServiceOptions options;
    private readonly IServiceScopeFactory scopes;
    private readonly IEnumerable<IStageProbe> probes;
    private readonly ILogger logger;
    private readonly CancellationTokenSource work;
    private readonly CancellationTokenSource ended = new();
    private readonly SemaphoreSlim changed = new(0);
    private readonly Dictionary<string, long> timings = [];
    private readonly Task beating;
    private Stage? stage;
    private long entered = Stopwatch.GetTimestamp();
    private volatile int stop = (int)StopReason.None;

    public RunProgress(Claim claim, ServiceOptions options, IServiceScopeFactory scopes, IEnumerable<IStageProbe> probes, ILogger logger, CancellationToken shutdown)
    {
        (this.claim, this.options, this.scopes, this.probes, this.logger) = (claim, options, scopes, probes, logger);
        work = CancellationTokenSource.CreateLinkedTokenSource(shutdown);
        beating = Task.Run(BeatAsync, CancellationToken.None);
    }

    public CancellationToken Token => work.Token;

    /// <summary>Why the work was ended; none when the process itself is stopping.</summary>
    public StopReason Stop => (StopReason)stop;

    public Stage? Stage => stage;

    /// <summary>Milliseconds by stage as a JSON object.</summary>
    public string Timings
    {
        get
        {
            lock (timings)
            {
                return JsonSerializer.Serialize(timings);
            }
        }
    }

    public void Enter(Stage next)
    {
        Leave();
        stage = next;
        changed.Release();
        foreach (var probe in probes)
        {
            probe.Entering(next, Token);
        }

        Token.ThrowIfCancellationRequested();
    }

    /// <summary>The same for a format.</summary>
    public void Enter(OutputFormats format) => Enter(format switch
    {
        OutputFormats.Pdf => FinalAccounts.Stage.Print,
        OutputFormats.Word => FinalAccounts.Stage.Word,
        OutputFormats.Html => FinalAccounts.Stage.Html,
        _ => FinalAccounts.Stage.Excel,
    });

    /// <summary>The last stage ends.</summary>
    public void Leave()
    {
        lock (timings)
        {
            if (stage is { } current)
            {
                var name = JsonNamingPolicy.CamelCase.ConvertName(current.ToString());
                timings[name] = timings.GetValueOrDefault(name) + (long)Stopwatch.GetElapsedTime(entered).TotalMilliseconds;
            }

            entered = Stopwatch.GetTimestamp();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await beating;
        work.Dispose();
        ended.Dispose();
        changed.Dispose();
    }

    private async Task BeatAsync()
    {
        var limit = Stopwatch.StartNew();
        while (!ended.IsCancellationRequested)
        {
            try
            {
                if (limit.Elapsed > options.RunTimeLimit)
                {
                    await EndWorkAsync(StopReason.TooLong);
                }

                await using (var scope = scopes.CreateAsyncScope())
                {
                    var state = await scope.ServiceProvider.GetRequiredService<Claims>().RenewAsync(claim, stage, ended.Token);
                    if (state != ClaimState.Held)
                    {
                        await EndWorkAsync(state == ClaimState.Lost ? StopReason.ClaimLost : StopReason.Cancelled);
                    }
                }

                await changed.WaitAsync(Beat, ended.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception exception) when (exception is DbException or InvalidOperationException or TimeoutException)
            {
                // The database is away. The work goes on; whether the claim still holds shows when it is back.
                LogBeatFailed(exception, claim.RunId);
                await Task.Delay(Beat, CancellationToken.None);
            }
        }
    }

    private async Task EndWorkAsync(StopReason reason)
    {
        if (Interlocked.CompareExchange(ref stop, (int)reason, (int)StopReason.None) == (int)StopReason.None)
        {
            await work.CancelAsync();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {RunId}: its claim could not be renewed")]
    private partial void LogBeatFailed(Exception exception, Guid runId);
}

/// <summary>Why a run's work was ended from outside.</summary>
internal enum StopReason
{
    /// <summary>It was not, or the process is stopping.</summary>
    None,

    /// <summary>Somebody asked.</summary>
    Cancelled,

    /// <summary>Its time limit.</summary>
    TooLong,

    /// <summary>Another worker has the run.</summary>
    ClaimLost,
}
