using FinalAccounts.Rendering;
using Spectre.Console;

namespace FinalAccounts.Cli;

/// <summary>Shows which stage is at work and how long each took.</summary>
internal sealed class StageReporter(IAnsiConsole console, TimeProvider time, bool timings)
{
    private readonly List<(Stage Stage, TimeSpan Elapsed)> finished = [];
    private Stage? current;
    private long started;

    /// <summary>A stage begins; the one before ends.</summary>
    public void Enter(Stage stage)
    {
        Finish();
        (current, started) = (stage, time.GetTimestamp());
        console.MarkupLineInterpolated($"[grey]{StageNames.Of(stage)}……[/]");
    }

    /// <summary>The same for a format of the render stage.</summary>
    public void Enter(OutputFormats format) => Enter(format switch
    {
        OutputFormats.Pdf => Stage.Print,
        OutputFormats.Word => Stage.Word,
        OutputFormats.Html => Stage.Html,
        _ => Stage.Excel,
    });

    /// <summary>The last stage ends; with --timings the table of times is printed.</summary>
    public void Done()
    {
        Finish();
        current = null;
        if (!timings)
        {
            return;
        }

        var table = new Table().AddColumns("阶段", "用时").Border(TableBorder.Simple);
        table.Columns[1].RightAligned();
        foreach (var (stage, elapsed) in finished)
        {
            table.AddRow(StageNames.Of(stage), $"{elapsed.TotalMilliseconds:0} 毫秒");
        }

        table.AddRow("合计", $"{finished.Sum(entry => entry.Elapsed.TotalMilliseconds):0} 毫秒");
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        table.AddRow("本进程内存峰值", $"{process.PeakWorkingSet64 / 1024.0 / 1024:0} MB");
        console.Write(table);
    }

    private void Finish()
    {
        if (current is { } stage)
        {
            finished.Add((stage, time.GetElapsedTime(started)));
        }
    }
}
