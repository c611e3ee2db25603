using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace FinalAccounts.TestSupport;

/// <summary>For servers that stand in for others.</summary>
public static class QuietBuilder
{
    public static WebApplicationBuilder Quiet(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Logging.ClearProviders();
        return builder;
    }
}
