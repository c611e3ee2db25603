using FinalAccounts.Service.Editions;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace FinalAccounts.Service.Hosting;

/// <summary>One serving process from start to stop.</summary>
public static class Serving
{
    /// <summary>Builds, prepares, says where it listens, and runs until it is stopped.</summary>
    /// <param name="args">As ASP.NET Core has them.</param>
    /// <param name="home">Where templates/ and samples/ stand.</param>
    /// <param name="say">Prints a line for the person at the console; the one-time password goes nowhere else.</param>
    /// <param name="more">Adds services, as tests do; null for none.</param>
    /// <exception cref="StartupException">It cannot start.</exception>
    public static async Task RunAsync(string[] args, string home, Action<string> say, CancellationToken cancellation, Action<IServiceCollection>? more = null)
    {
        await using var app = ServiceHost.Build(args, home, more);
        var options = app.Services.GetRequiredService<ServiceOptions>();
        options.Validate();
        EditionSignatures.Validate(options);
        var embedded = app.Services.GetRequiredService<IConfiguration>().Postgres() is null;
        if (embedded && !(options.IsWeb && options.IsWorker))
        {
            throw new StartupException("内嵌数据库只能由一个进程使用，不能分开 web 和 worker。请去掉 --roles，或用 ConnectionStrings__FinalAccounts 改用 PostgreSQL（见 docs/service.md）。");
        }

        using var folder = embedded ? DataFolder.Take(options.Data) : null;
        folder?.ReceiveUploads();
        var password = await app.Services.PrepareAsync(cancellation);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException exception)
        {
            throw new StartupException($"不能监听：{exception.Message} 请用 --urls 换一个地址。", exception);
        }

        if (password is not null)
        {
            say($"管理员：{FirstStart.AdministratorName}　一次性密码：{password}（只显示这一次，首次登录时必须更改）");
        }

        foreach (var address in app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            say($"FinalAccounts 已启动：{address}");
        }

        say($"角色：{options.Roles}　按 Ctrl+C 停止。");
        await app.WaitForShutdownAsync(cancellation);
    }
}
