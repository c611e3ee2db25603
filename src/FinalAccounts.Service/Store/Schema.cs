using FinalAccounts.Service.Settings;

namespace FinalAccounts.Service.Store;

/// <summary>The form of the database, which the program brings up to date when it starts.</summary>
internal static class Schema
{
    /// <summary>Migrates; chains the audit log of a program that did not. Whoever calls sees to it that one process does this at a time.</summary>
    /// <exception cref="StartupException">A newer program has changed the database: this one would not know what it writes.</exception>
    public static async Task BringUpToDateAsync(FinalAccountsDb db, CancellationToken cancellation)
    {
        var known = db.Database.GetMigrations().ToList();
        if ((await db.Database.GetAppliedMigrationsAsync(cancellation)).Except(known).LastOrDefault() is { } newer)
        {
            throw new StartupException(
                $"数据库已由更新的程序更新（{newer}），这个版本不认识它，没有启动，数据库没有改动。请换回更新的程序；一定要用这个版本的，先建空库，再恢复升级前的备份（finalaccounts restore）。");
        }

        await db.Database.MigrateAsync(cancellation);
        await AuditChain.SealAsync(db, cancellation);
    }

    /// <summary>20261125032310_Initial without its time: the name that both databases have in common.</summary>
    public static string NameOf(string migration) => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];
}
