using System.Net;
using FinalAccounts.Service.Settings;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;

namespace FinalAccounts.Service.Shell;

/// <summary>The reverse proxy that ends TLS: who asks, by which scheme and under which name comes from its X-Forwarded headers. Only one on this machine is believed, or those that FinalAccounts:Proxies names.</summary>
internal static class Proxies
{
    private const string Setting = $"{ServiceOptions.Section}:Proxies";

    public static void AddTo(IServiceCollection services, IConfiguration configuration) => services.Configure<ForwardedHeadersOptions>(options =>
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        foreach (var name in (configuration[Setting] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            options.KnownProxies.Add(IPAddress.TryParse(name, out var address)
                ? address
                : throw new StartupException($"{Setting.Replace(":", "__", StringComparison.Ordinal)}：“{name}”不是 IP 地址。请写反向代理的 IP，多个用逗号分开。"));
        }
    });
}
