using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;

namespace FinalAccounts.Service.Reading;

/// <summary>A process that reads workbooks and published documents, one after the other, with a limit on its memory (<see cref="ReadingServer"/> is its other end).</summary>
internal sealed class ReadingProcess : IDisposable
{
    // Sheets of a workbook at the limits of cells stay far below.
    private const int LongestAnswer = 256 * 1024 * 1024;

    private static readonly string[] Kept = ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot", "DOTNET_ROOT", "LD_LIBRARY_PATH"];

    private readonly Process process;

    private ReadingProcess(Process process) => this.process = process;

    /// <summary>How many files it has read.</summary>
    public int Files { get; private set; }

    /// <summary>Whether it can be given a file.</summary>
    public bool IsAlive => !process.HasExited;

    /// <summary>What it has used of the processors so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            try
            {
                process.Refresh();
                return process.TotalProcessorTime;
            }
            catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                // It has ended.
                return TimeSpan.Zero;
            }
        }
    }

    /// <summary>Starts the program that runs here as one.</summary>
    public static ReadingProcess Start(ReadingLimits limits)
    {
        var (program, arguments) = Program();
        var start = new ProcessStartInfo(program, [.. arguments, ReadingServer.Verb])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath(),
        };

        // It needs none of the service's settings: a file must not come near the database's password.
        var kept = Kept.Select(name => (name, value: Environment.GetEnvironmentVariable(name))).Where(pair => pair.value is not null).ToList();
        start.Environment.Clear();
        kept.ForEach(pair => start.Environment[pair.name] = pair.value);
        start.Environment["DOTNET_GCHeapHardLimit"] = $"0x{(long)limits.Megabytes * 1024 * 1024:X}";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment[ReadingServer.SecondsVariable] = limits.Seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var process = Process.Start(start)!;

        // What the runtime says when memory ends is of no use to anybody.
        process.BeginErrorReadLine();
        return new ReadingProcess(process);
    }

    /// <summary>What is in a file, as the reader of its kind writes it. Whatever goes wrong, cancellation included, the process is of no more use.</summary>
    /// <exception cref="EndOfStreamException">The process ended.</exception>
    public async Task<byte[]> ReadAsync(ForeignKind kind, string file, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        // A blocked pipe does not hear of cancellation; the end of the process ends the pipe.
        await using var killing = cancellation.Register(Kill);
        try
        {
            var name = Encoding.UTF8.GetBytes(file);
            var input = process.StandardInput.BaseStream;
            await input.WriteAsync(Number((int)kind), cancellation);
            await input.WriteAsync(Number(name.Length), cancellation);
            await input.WriteAsync(name, cancellation);
            await input.WriteAsync(Number(content.Length), cancellation);
            await input.WriteAsync(content, cancellation);
            await input.FlushAsync(cancellation);
            var output = process.StandardOutput.BaseStream;
            var length = new byte[4];
            await output.ReadExactlyAsync(length, cancellation);
            var answer = new byte[BinaryPrimitives.ReadInt32LittleEndian(length) is var size and > 0 and <= LongestAnswer ? size : throw new EndOfStreamException()];
            await output.ReadExactlyAsync(answer, cancellation);
            Files++;
            return answer;
        }
        catch (IOException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (IOException exception) when (exception is not EndOfStreamException)
        {
            throw new EndOfStreamException(null, exception);
        }
    }

    public void Kill()
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }

    private static byte[] Number(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }

    // Either the program's own executable runs here, or dotnet (or a test) with the program beside.
    private static (string Program, string[] Arguments) Program()
    {
        var host = Environment.ProcessPath ?? "dotnet";
        var name = Path.GetFileNameWithoutExtension(host);
        if (name == "finalaccounts")
        {
            return (host, []);
        }

        var program = Path.Combine(AppContext.BaseDirectory, "finalaccounts.dll");
        return File.Exists(program) ? (name == "dotnet" ? host : "dotnet", [program]) : throw new FileNotFoundException("the program that reads workbooks", program);
    }
}
