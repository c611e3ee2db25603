using System.Data.Common;

namespace FinalAccounts.Service.Store;

/// <summary>Reads a column of an open row; closes the reader and its connection with itself.</summary>
internal sealed class ArtifactStream(Stream content, DbDataReader reader, DbCommand command, FinalAccountsDb db) : OneWayStream
{
    public override bool CanRead => true;

    public override int Read(byte[] buffer, int offset, int count) => content.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => content.Read(buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => content.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        content.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask DisposeAsync()
    {
        await content.DisposeAsync();
        await reader.DisposeAsync();
        await command.DisposeAsync();
        await db.Database.CloseConnectionAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
            reader.Dispose();
            command.Dispose();
            db.Database.CloseConnection();
        }

        base.Dispose(disposing);
    }
}
