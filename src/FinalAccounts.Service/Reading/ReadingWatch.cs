using System.Diagnostics;

namespace FinalAccounts.Service.Reading;

/// <summary>Watches what this process spends while it reads a workbook itself, and calls for the end when that is too much.</summary>
public sealed class ReadingWatch : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(200);

    private readonly ReadingLimits limits;
    private readonly TimeSpan processor = Environment.CpuUsage.TotalTime;
    private readonly long memory = Environment.WorkingSet;
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly Timer timer;

    /// <summary>Begins to watch.</summary>
    /// <param name="end">Is told why, in Chinese, without the full stop; ends the process.</param>
    public ReadingWatch(ReadingLimits limits, Action<string> end)
    {
        this.limits = limits;
        timer = new Timer(
            _ =>
            {
                if (Problem() is { } why)
                {
                    end(why);
                }
            },
            null, Every, Every);
    }

    public void Dispose() => timer.Dispose();

    private string? Problem() =>
        Environment.CpuUsage.TotalTime - processor > TimeSpan.FromSeconds(limits.Seconds) || Stopwatch.GetElapsedTime(started) > limits.Longest ? limits.TooLong
        : Environment.WorkingSet - memory > (long)limits.Megabytes * 1024 * 1024 ? limits.TooLarge
        : null;
}
