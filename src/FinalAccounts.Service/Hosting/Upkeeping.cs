using FinalAccounts.Service.Audit;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Upkeep;
using Microsoft.Extensions.Configuration;

namespace FinalAccounts.Service.Hosting;

/// <summary>Back-up, restoring and verification from the machine itself, with the settings that <c>serve</c> takes.</summary>
public static class Upkeeping
{
    private const string By = "本机命令";

    /// <summary>Writes a back-up beside a running service: complete, or no file at all. Only the one who writes it may read it.</summary>
    /// <returns>A Chinese sentence that says what is in it.</returns>
    public static Task<string> BackUpAsync(string[] args, string home, string file, CancellationToken cancellation) => Administration.WithStoreAsync(args, home, async services =>
    {
        Exists(services);
        var part = file + ".part";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        BackupContents contents;
        try
        {
            await using var output = new FileStream(part, options);
            contents = await services.GetRequiredService<Backup>().WriteAsync(output, cancellation);
        }
        catch
        {
            File.Delete(part);
            throw;
        }

        File.Move(part, file, overwrite: true);
        return $"已备份到 {file}：{Said(contents)}，{new FileInfo(file).Length / 1024 / 1024.0:0.0} MB。";
    });

    /// <summary>Restores a back-up into the empty database that the settings name; the service must not run.</summary>
    /// <returns>A Chinese sentence that says what there is now.</returns>
    /// <exception cref="StartupException">Nothing was restored.</exception>
    public static Task<string> RestoreAsync(string[] args, string home, string file, CancellationToken cancellation) => Administration.WithStoreAsync(args, home, async services =>
    {
        var postgres = services.GetRequiredService<IConfiguration>().Postgres();
        using var folder = postgres is null ? DataFolder.Take(services.GetRequiredService<ServiceOptions>().Data) : null;
        await using var hold = postgres is null ? null : await StoreLock.TakeAsync(postgres, cancellation);
        try
        {
            await using var backup = File.OpenRead(file);
            var contents = await services.GetRequiredService<Restoring>().RestoreAsync(backup, cancellation);
            var db = services.GetRequiredService<FinalAccountsDb>();
            db.Record(services.GetRequiredService<TimeProvider>().GetUtcNow(), By, "backup.restored", Path.GetFileName(file));
            await db.SaveChangesAsync(cancellation);
            return $"已恢复：{Said(contents)}，每个文件都与校验值相符。备份于 {Shell.ShanghaiTime.Exact(contents.At)}，由 {contents.Program} 写成。";
        }
        catch (BackupException exception)
        {
            throw new StartupException(exception.Message, exception);
        }
    });

    /// <summary>Verifies all that is kept.</summary>
    /// <param name="remake">Whether editions are made again.</param>
    /// <param name="trailHead">A head of the audit log that must be in it; null for none.</param>
    /// <param name="say">Prints a line.</param>
    /// <returns>Whether all is as it was stored.</returns>
    public static Task<bool> VerifyAsync(string[] args, string home, bool remake, string? trailHead, Action<string> say, CancellationToken cancellation) => Administration.WithStoreAsync(args, home, async services =>
    {
        Exists(services);
        var report = await services.GetRequiredService<Verification>().RunAsync(remake, trailHead, cancellation);
        foreach (var line in report.Differences.Select(difference => "不符：" + difference).Concat(report.Notes.Select(note => "说明：" + note)))
        {
            say(line);
        }

        say($"审计记录最后一条的校验值：{report.TrailHead}（记下它，下次用 --audit-head 核对，可知末尾没有少）");
        say($"核对了 {report.TrailEntries} 条审计记录、{report.Artifacts} 个内容的校验值、{report.Editions} 个版本（重新生成了 {report.Remade} 个）：{(report.Differences.Count == 0 ? "全部相符。" : $"{report.Differences.Count} 处不符。")}");
        return report.Differences.Count == 0;
    });

    // Opening SQLite makes the file that is missing.
    private static void Exists(IServiceProvider services)
    {
        var options = services.GetRequiredService<ServiceOptions>();
        if (services.GetRequiredService<IConfiguration>().Postgres() is null && !File.Exists(options.DatabaseFile))
        {
            throw new StartupException($"没有数据库文件 {options.DatabaseFile}。请用与 serve 相同的设置，例如 --FinalAccounts:Data=文件夹。");
        }
    }

    private static string Said(BackupContents contents)
    {
        long Rows(string table) => contents.Tables.FirstOrDefault(other => other.Name == table)?.Rows ?? 0;
        return $"{Rows("Units")} 个单位，{Rows("Editions")} 个版本，{Rows("Artifacts")} 个文件，{Rows("Audit")} 条审计记录";
    }
}
