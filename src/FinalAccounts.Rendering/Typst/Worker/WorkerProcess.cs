using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace FinalAccounts.Rendering.Typst.Worker;

/// <summary>
/// The typesetting worker: a Node process spoken to through its pipes, one document after the other. No port is open, and when
/// this program ends, however it ends, the pipes close and the worker ends with it.
/// </summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly TimeSpan GoodbyeLimit = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly Task<string> messages;

    private WorkerProcess(Process process)
    {
        this.process = process;
        // Read to the end, or a full pipe would stop the worker.
        messages = process.StandardError.ReadToEndAsync();
    }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <summary>Starts a worker; it is ready when it answers.</summary>
    public static WorkerProcess Start(string node, string script)
    {
        if (!File.Exists(script))
        {
            throw new RenderingException($"找不到排版程序“{script}”。请重新编译或安装本程序。");
        }

        var start = new ProcessStartInfo(node, [script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.Environment["TZ"] = "UTC";
        start.Environment.Remove("NODE_OPTIONS");
        try
        {
            return new WorkerProcess(Process.Start(start)!);
        }
        catch (Win32Exception e)
        {
            throw new RenderingException($"Node“{node}”无法启动：{e.Message}", e);
        }
    }

    /// <summary>Sends a request and waits for its answer. Who gives up waiting has to end the process: its pipes are out of step.</summary>
    /// <exception cref="WorkerGoneException">The worker ended.</exception>
    public async Task<(WorkerAnswer Head, byte[] Body)> AskAsync(WorkerRequest request, string source, CancellationToken cancellation)
    {
        try
        {
            await WriteAsync(JsonSerializer.SerializeToUtf8Bytes(request, WorkerJson.Default.WorkerRequest), Encoding.UTF8.GetBytes(source))
                .WaitAsync(cancellation).ConfigureAwait(false);
            return await ReadAsync().WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or JsonException)
        {
            throw new WorkerGoneException(e);
        }
    }

    /// <summary>Asks the worker to go by closing its pipe, and ends it when it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            process.StandardInput.BaseStream.Close();
            await process.WaitForExitAsync().WaitAsync(GoodbyeLimit).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or IOException)
        {
            await KillAsync().ConfigureAwait(false);
        }

        process.Dispose();
    }

    /// <summary>Ends the worker at once.</summary>
    public async Task KillAsync()
    {
        try
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            // It had ended already.
        }
    }

    /// <summary>The last line that the worker wrote before it ended, for the error message.</summary>
    public async Task<string> LastWordsAsync()
    {
        var text = await messages.WaitAsync(GoodbyeLimit).ConfigureAwait(false);
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";
    }

    private async Task WriteAsync(byte[] head, byte[] body)
    {
        var lengths = new byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(lengths, head.Length);
        BinaryPrimitives.WriteInt32LittleEndian(lengths.AsSpan(4), body.Length);
        var pipe = process.StandardInput.BaseStream;
        await pipe.WriteAsync(lengths).ConfigureAwait(false);
        await pipe.WriteAsync(head).ConfigureAwait(false);
        await pipe.WriteAsync(body).ConfigureAwait(false);
        await pipe.FlushAsync().ConfigureAwait(false);
    }

    private async Task<(WorkerAnswer Head, byte[] Body)> ReadAsync()
    {
        var pipe = process.StandardOutput.BaseStream;
        var lengths = new byte[8];
        await pipe.ReadExactlyAsync(lengths).ConfigureAwait(false);
        var head = new byte[BinaryPrimitives.ReadInt32LittleEndian(lengths)];
        var body = new byte[BinaryPrimitives.ReadInt32LittleEndian(lengths.AsSpan(4))];
        await pipe.ReadExactlyAsync(head).ConfigureAwait(false);
        await pipe.ReadExactlyAsync(body).ConfigureAwait(false);
        return (JsonSerializer.Deserialize(head, WorkerJson.Default.WorkerAnswer)!, body);
    }
}

/// <summary>The worker ended while it was needed.</summary>
internal sealed class WorkerGoneException(Exception cause) : Exception("The typesetting worker ended.", cause);
