using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FinalAccounts.TestSupport;

/// <summary>A robot's server on this machine.</summary>
public sealed class RobotServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private RobotServer(WebApplication app) => this.app = app;

    /// <summary>What it was asked, address and body, in order.</summary>
    public ConcurrentQueue<(string Address, string Body)> Asked { get; } = [];

    /// <summary>How it answers.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = context => context.Response.WriteAsync("""{"errcode":0,"errmsg":"ok"}""");

    public string Address => app.Urls.Single() + "/send?key=geheim";

    public static async Task<RobotServer> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new RobotServer(app);
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            server.Asked.Enqueue(($"{context.Request.Path}{context.Request.QueryString}", await reader.ReadToEndAsync()));
            await server.Answer(context);
        });
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
