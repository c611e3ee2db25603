using System.Net;
using FinalAccounts.Service.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace FinalAccounts.Service.Shell;

/// <summary>
/// Answers only under the names that <c>FinalAccounts:Hosts</c> lists (*.example.cn for all below), or, where none is set, under those that it listens on:
/// links in answers are made of the name that was asked for, and somebody else's name must not get into them.
/// </summary>
internal static class Hosts
{
    private const string Setting = $"{ServiceOptions.Section}:Hosts";

    private const string Reason = "这个服务没有设置这个主机名。请用管理员告诉您的地址；管理员可以用 FinalAccounts__Hosts 写明主机名，多个用逗号分开。";

    public static void UseHosts(this WebApplication app)
    {
        var listed = (app.Configuration[Setting] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var server = app.Services.GetRequiredService<IServer>();
        app.Use((context, next) =>
        {
            var host = context.Request.Host.Host;
            var known = listed.Length > 0 ? listed.Any(name => Matches(host, name)) : IsBound(host, server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [], context.Connection.LocalIpAddress);
            return known ? next(context) : Problems.WriteAsync(context, StatusCodes.Status400BadRequest, Reason);
        });
    }

    /// <summary>Whether a name is the listed one, or below it.</summary>
    internal static bool Matches(string host, string listed) => listed.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(listed[1..], StringComparison.OrdinalIgnoreCase) && host.Length > listed.Length - 1
        : host.Equals(listed, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the service listens under this name: on all addresses it is this machine's name and the address that was connected to.</summary>
    internal static bool IsBound(string host, IEnumerable<string> addresses, IPAddress? local)
    {
        var plain = host.Trim('[', ']');
        var asked = IPAddress.TryParse(plain, out var address) ? address : null;
        foreach (var bound in addresses.Select(BindingAddress.Parse))
        {
            var name = bound.Host.Trim('[', ']');
            var isAll = name is "*" or "+" or "0.0.0.0" or "::";
            var isLoopback = name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(name, out var own) && IPAddress.IsLoopback(own));
            if (plain.Equals(name, StringComparison.OrdinalIgnoreCase)
                || ((isAll || isLoopback) && (plain.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (asked is not null && IPAddress.IsLoopback(asked))))
                || (isAll && (plain.Equals(Environment.MachineName, StringComparison.OrdinalIgnoreCase) || (asked is not null && local is not null && asked.Equals(local.IsIPv4MappedToIPv6 ? local.MapToIPv4() : local)))))
            {
                return true;
            }
        }

        return false;
    }
}
