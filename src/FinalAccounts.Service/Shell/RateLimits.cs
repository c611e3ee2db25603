using System.Threading.RateLimiting;

namespace FinalAccounts.Service.Shell;

/// <summary>How often one address or one person may do what is dear or can be guessed at.</summary>
public sealed class RateLimits
{
    /// <summary>Policy of the API: by token or person.</summary>
    public const string Api = "api";

    /// <summary>Policy of uploads: by token or person.</summary>
    public const string Upload = "upload";

    /// <summary>Policy of previews: by person, few at a time. The newest go first: what was typed before matters no more.</summary>
    public const string Preview = "preview";

    /// <summary>Wrong passwords per minute and address; right ones do not count.</summary>
    public int SignInPerMinute { get; set; } = 60;

    /// <summary>API requests per minute and token.</summary>
    public int ApiPerMinute { get; set; } = 1200;

    /// <summary>Uploads per minute and person.</summary>
    public int UploadsPerMinute { get; set; } = 60;

    /// <summary>Previews of one person at the same time.</summary>
    public int PreviewsAtOnce { get; set; } = 2;

    internal static void AddTo(IServiceCollection services, RateLimits limits) => services.AddSingleton(limits).AddRateLimiter(options =>
    {
        options.AddPolicy(Api, context => Window(Caller(context), limits.ApiPerMinute));
        options.AddPolicy(Upload, context => Window(Caller(context), limits.UploadsPerMinute));
        options.AddPolicy(Preview, context => RateLimitPartition.GetConcurrencyLimiter(
            Caller(context), _ => new ConcurrencyLimiterOptions { PermitLimit = limits.PreviewsAtOnce, QueueLimit = 4, QueueProcessingOrder = QueueProcessingOrder.NewestFirst }));
        options.OnRejected = async (rejected, cancellation) =>
        {
            var response = rejected.HttpContext.Response;
            response.Headers.RetryAfter = "60";
            await Problems.WriteAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "请求太频繁，请一分钟后再试。");
        };
    });

    private static string Caller(HttpContext context) => context.User.Identity?.Name ?? context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static RateLimitPartition<string> Window(string key, int permits) => RateLimitPartition.GetFixedWindowLimiter(
        key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) });
}
