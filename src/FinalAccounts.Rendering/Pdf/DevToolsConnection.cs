using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FinalAccounts.Rendering.Pdf;

/// <summary>The Chrome DevTools Protocol over pipes: JSON messages, each ended by a zero byte.</summary>
internal sealed class DevToolsConnection : IAsyncDisposable
{
    // Chinese text as it is: escaped, a page would be three times as long.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly byte[] End = [0];

    private readonly Stream output;
    private readonly PipeReader input;
    private readonly SemaphoreSlim writing = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> calls = new();
    private readonly ConcurrentDictionary<(string? Session, string Event), TaskCompletionSource> events = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task reading;
    private int lastId;

    public DevToolsConnection(Stream input, Stream output)
    {
        this.output = output;
        this.input = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 1 << 16));
        reading = Task.Run(ReadAsync);
    }

    /// <summary>Completes when the browser closes its end.</summary>
    public Task Ended => ended.Task;

    /// <summary>Calls a method and waits for its result.</summary>
    /// <exception cref="BrowserGoneException">The browser ended.</exception>
    public async Task<JsonElement> CallAsync(string method, JsonObject parameters, string? session, CancellationToken cancellation)
    {
        var id = Interlocked.Increment(ref lastId);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        calls[id] = answer;
        try
        {
            var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
            if (session is not null)
            {
                message["sessionId"] = session;
            }
            await SendAsync(message, cancellation).ConfigureAwait(false);
            await Task.WhenAny(answer.Task, ended.Task).WaitAsync(cancellation).ConfigureAwait(false);
            return answer.Task.IsCompleted ? await answer.Task.ConfigureAwait(false) : throw new BrowserGoneException();
        }
        finally
        {
            calls.TryRemove(id, out _);
        }
    }

    /// <summary>A task that completes when the event is next reported; to be asked for before its cause is set off.</summary>
    public Task Next(string name, string? session)
    {
        var waiting = events.GetOrAdd(
            (session, name), _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        return waiting.Task;
    }

    /// <summary>No more events of this session are waited for.</summary>
    public void Forget(string session)
    {
        foreach (var key in events.Keys.Where(key => key.Session == session))
        {
            events.TryRemove(key, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await output.DisposeAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The other end is gone.
        }
        ended.TrySetResult();
    }

    private async Task SendAsync(JsonObject message, CancellationToken cancellation)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(message, Plain);
        await writing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await output.WriteAsync(bytes, cancellation).ConfigureAwait(false);
            await output.WriteAsync(End, cancellation).ConfigureAwait(false);
            await output.FlushAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            throw new BrowserGoneException();
        }
        finally
        {
            writing.Release();
        }
    }

    private async Task ReadAsync()
    {
        long searched = 0; // of a message whose end has not come yet
        try
        {
            while (true)
            {
                var result = await input.ReadAsync().ConfigureAwait(false);
                var buffer = result.Buffer;
                while (buffer.Slice(searched).PositionOf((byte)0) is { } end)
                {
                    Receive(buffer.Slice(0, end));
                    buffer = buffer.Slice(buffer.GetPosition(1, end));
                    searched = 0;
                }
                searched = buffer.Length;
                input.AdvanceTo(buffer.Start, buffer.End);
                if (result.IsCompleted)
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or JsonException)
        {
            // However the conversation breaks off, it is over.
        }
        finally
        {
            ended.TrySetResult();
            await input.CompleteAsync().ConfigureAwait(false);
        }
    }

    private void Receive(ReadOnlySequence<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        var message = document.RootElement;
        if (message.TryGetProperty("id", out var id))
        {
            if (!calls.TryGetValue(id.GetInt32(), out var call))
            {
                return;
            }
            if (message.TryGetProperty("error", out var error))
            {
                call.TrySetException(new BrowserRefusedException(error.GetProperty("message").GetString() ?? "?"));
            }
            else
            {
                call.TrySetResult(message.GetProperty("result").Clone());
            }
            return;
        }
        var session = message.TryGetProperty("sessionId", out var value) ? value.GetString() : null;
        if (events.TryRemove((session, message.GetProperty("method").GetString()!), out var waiting))
        {
            waiting.TrySetResult();
        }
    }
}

/// <summary>The browser ended while it was needed.</summary>
internal sealed class BrowserGoneException : Exception
{
    public BrowserGoneException()
        : base("The browser ended.")
    {
    }
}

/// <summary>The browser refused a command.</summary>
internal sealed class BrowserRefusedException(string message) : Exception(message);
