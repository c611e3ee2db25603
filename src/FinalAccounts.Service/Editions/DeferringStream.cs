using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Editions;

/// <summary>Writes to a stream that may only be written asynchronously. <see cref="System.IO.Compression.ZipArchive"/> ends its entries with a few synchronous bytes; they are kept back until the next asynchronous write or flush.</summary>
internal sealed class DeferringStream(Stream output) : OneWayStream
{
    private readonly MemoryStream kept = new();

    public override bool CanWrite => true;

    public override void Write(byte[] buffer, int offset, int count) => kept.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => kept.Write(buffer);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await PassOnAsync(cancellationToken);
        await output.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await PassOnAsync(cancellationToken);
        await output.FlushAsync(cancellationToken);
    }

    private async ValueTask PassOnAsync(CancellationToken cancellation)
    {
        if (kept.Length > 0)
        {
            await output.WriteAsync(kept.GetBuffer().AsMemory(0, (int)kept.Length), cancellation);
            kept.SetLength(0);
        }
    }
}
