using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace FinalAccounts.TestSupport;

/// <summary>A real <c>finalaccounts serve</c> process, killed at the end if nothing else ended it.</summary>
public sealed partial class ServeProcess : IAsyncDisposable
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private readonly Process process;
    private readonly StringBuilder said = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServeProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("serve ended"));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    public int Id => process.Id;

    public int ExitCode => process.ExitCode;

    /// <summary>The address that it said it listens on.</summary>
    public Uri Address => new(AddressLine().Match(Said).Groups[1].Value);

    /// <summary>Memory in MB.</summary>
    public double Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1024.0 / 1024;
        }
    }

    /// <summary>Starts one; does not wait.</summary>
    /// <param name="shell">Shell commands before, like limits; null for none.</param>
    public static ServeProcess Launch(IEnumerable<string> arguments, string? shell = null) =>
        Launch(Repository.PathOf("src", "FinalAccounts.Cli", "bin", Configuration, "net10.0", "finalaccounts.dll"), arguments, shell);

    /// <summary>Starts one whose runs stay at this stage until they are stopped or the process is killed, and waits until it serves.</summary>
    public static Task<ServeProcess> StartHeldAsync(IEnumerable<string> arguments, Stage stage) =>
        ServesAsync(Launch(typeof(HeldService).Assembly.Location, arguments.Prepend(stage.ToString()), null));

    private static ServeProcess Launch(string program, IEnumerable<string> arguments, string? shell)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-c", $"{shell ?? ":"}; exec dotnet \"$0\" serve \"$@\"", program, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root,
        };
        start.Environment["FINALACCOUNTS_HOME"] = Repository.Root;
        return new ServeProcess(Process.Start(start)!);
    }

    /// <summary>Starts one and waits until it serves.</summary>
    /// <param name="shell">Shell commands before, like settings; null for none.</param>
    public static Task<ServeProcess> StartAsync(IEnumerable<string> arguments, string? shell = null) => ServesAsync(Launch(arguments, shell));

    private static async Task<ServeProcess> ServesAsync(ServeProcess serving)
    {
        try
        {
            await serving.ready.Task.WaitAsync(TimeSpan.FromSeconds(90));
            return serving;
        }
        catch (Exception exception)
        {
            var words = serving.Said;
            await serving.DisposeAsync();
            throw new InvalidOperationException("serve did not start: " + words, exception);
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as systemd does, and waits.</summary>
    public async Task StopAsync()
    {
        await SignalAsync("TERM");
        await EndedAsync();
    }

    /// <summary>kill -STOP, -CONT …</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public Task EndedAsync() => process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(90));

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private void Hear(string? line)
    {
        lock (said)
        {
            said.AppendLine(line);
        }

        if (line?.Contains("Ctrl+C", StringComparison.Ordinal) == true)
        {
            ready.TrySetResult();
        }
    }

    [GeneratedRegex("已启动：(http\\S+)")]
    private static partial Regex AddressLine();
}
