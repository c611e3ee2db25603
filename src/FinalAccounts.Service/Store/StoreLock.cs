using FinalAccounts.Service.Settings;
using Npgsql;

namespace FinalAccounts.Service.Store;

/// <summary>Held while a process brings the database up to date: an advisory lock of PostgreSQL, which ends with its connection.</summary>
internal sealed class StoreLock : IAsyncDisposable
{
    // Any number, the same in every process.
    private const long Key = 0x46696E41636374;

    private readonly NpgsqlConnection connection;

    private StoreLock(NpgsqlConnection connection) => this.connection = connection;

    /// <summary>Waits until no other process prepares this database.</summary>
    public static async Task<StoreLock> TakeAsync(string postgres, CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(postgres) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock(@key)", connection);
            command.Parameters.AddWithValue("key", Key);
            await command.ExecuteNonQueryAsync(cancellation);
            return new StoreLock(connection);
        }
        catch (NpgsqlException exception)
        {
            await connection.DisposeAsync();
            throw new StartupException($"不能连接 PostgreSQL：{exception.Message} 请检查 ConnectionStrings__FinalAccounts 和数据库服务（见 docs/service.md）。", exception);
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
