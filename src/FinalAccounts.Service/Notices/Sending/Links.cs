using FinalAccounts.Service.Settings;

namespace FinalAccounts.Service.Notices.Sending;

/// <summary>Links from outside into the service.</summary>
internal static class Links
{
    /// <summary>The whole address of a page; null while nobody has said where the service stands.</summary>
    public static string? To(ServiceOptions options, string path) => options.PublicAddress is { } address ? address.TrimEnd('/') + path : null;
}
