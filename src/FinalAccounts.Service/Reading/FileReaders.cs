using System.Collections.Concurrent;
using FinalAccounts.Import;
using FinalAccounts.Reading;

namespace FinalAccounts.Service.Reading;

/// <summary>Reads workbooks and published documents from outside in processes of their own, within limits; a process that has read one is kept for the next.</summary>
public sealed class FileReaders(ReadingLimits limits) : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    // A process that has read many has memory in pieces.
    private const int FilesOfAProcess = 200;

    private readonly SemaphoreSlim gate = new(limits.Processes);
    private readonly ConcurrentStack<ReadingProcess> idle = new();
    private volatile bool disposed;

    /// <summary>Keeps a process ready, so that the next file does not wait for one to start.</summary>
    public void Warm()
    {
        if (idle.IsEmpty && !disposed)
        {
            Keep(ReadingProcess.Start(limits));
        }
    }

    /// <summary>The request with all its workbooks read.</summary>
    public async Task<ImportRequest> ReadAsync(ImportRequest request, CancellationToken cancellation)
    {
        var files = await Task.WhenAll(new[] { request.Tables, request.Facts, request.PriorTables }.Select(file => file is null ? Task.FromResult<ImportFile?>(null) : Any(file)));
        return request with { Tables = files[0], Facts = files[1], PriorTables = files[2] };

        async Task<ImportFile?> Any(ImportFile file) => await ReadAsync(file, cancellation);
    }

    /// <summary>The file with its sheets; one that took too much has a finding in their place. Cancellation ends the reading.</summary>
    public async Task<ImportFile> ReadAsync(ImportFile file, CancellationToken cancellation)
    {
        if (file.Sheets is not null || file.Content.Length > ImportLimits.FileBytes)
        {
            // A file over the size limit is refused before anything looks into it.
            return file;
        }

        var (answer, refusal) = await WithinLimitsAsync(ForeignKind.Workbook, file.Name, file.Content, cancellation);
        return answer is null ? ForeignFile.Refused(file, refusal) : file with { Sheets = answer };
    }

    /// <summary>A published document as it was read; one that took too much has a fatal problem. Cancellation ends the reading.</summary>
    public async Task<PublishedDocument> ReadDocumentAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var (answer, refusal) = await WithinLimitsAsync(ForeignKind.Document, name, content, cancellation);
        return answer is null ? DocumentWire.Refused(name, refusal) : DocumentWire.Open(answer);
    }

    /// <summary>The files in a ZIP, or why there are none. Cancellation ends the reading.</summary>
    public async Task<ArchiveFiles> ReadArchiveAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var (answer, refusal) = await WithinLimitsAsync(ForeignKind.Archive, name, content, cancellation);
        return answer is null ? new ArchiveFiles([], $"{refusal}，没有读完。请解压后直接选择里面的文件。") : ArchiveFiles.Open(answer);
    }

    public void Dispose()
    {
        disposed = true;
        while (idle.TryPop(out var process))
        {
            process.Dispose();
        }
    }

    private async Task<(byte[]? Answer, string Refusal)> WithinLimitsAsync(ForeignKind kind, string name, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            return await WithinAsync(limits.For(kind), kind, name, content, cancellation);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<(byte[]? Answer, string Refusal)> WithinAsync(ReadingLimits own, ForeignKind kind, string name, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var process = Take();
        var processor = process.ProcessorTime;
        time.CancelAfter(own.Longest);
        await using var watch = new Timer(
            _ =>
            {
                if (process.ProcessorTime - processor > TimeSpan.FromSeconds(own.Seconds))
                {
                    time.Cancel();
                }
            },
            null, LookEvery, LookEvery);
        try
        {
            var answer = await process.ReadAsync(kind, name, content, time.Token);
            Keep(process);
            return (answer, "");
        }
        catch (EndOfStreamException)
        {
            process.Dispose();
            return (null, own.TooLarge);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            process.Dispose();
            return (null, own.TooLong);
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    private ReadingProcess Take()
    {
        while (idle.TryPop(out var kept))
        {
            if (kept.IsAlive)
            {
                return kept;
            }

            kept.Dispose();
        }

        return ReadingProcess.Start(limits);
    }

    private void Keep(ReadingProcess process)
    {
        if (disposed || process.Files >= FilesOfAProcess || idle.Count >= limits.Processes)
        {
            process.Dispose();
        }
        else
        {
            idle.Push(process);
        }
    }
}
