using Microsoft.EntityFrameworkCore.Design;

namespace FinalAccounts.Service.Store;

/// <summary>Lets <c>dotnet ef</c> see the PostgreSQL model without a server.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=localhost;Database=design").Options);
}

/// <summary>Lets <c>dotnet ef</c> see the SQLite model without a file.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options);
}
