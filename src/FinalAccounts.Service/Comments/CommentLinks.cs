using FinalAccounts.Service.Data;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Comments;

/// <summary>The page where something is said about a place, and how many open threads there are.</summary>
/// <param name="Home">The unit's year.</param>
/// <param name="Open">Open threads by place.</param>
public sealed record CommentLinks(string Home, IReadOnlyDictionary<(CommentOn On, string Key), int> Open)
{
    public string To(CommentOn on, string key, int? edition = null) => $"{Home}/comments?on={on}&key={Uri.EscapeDataString(key)}{(edition is null ? "" : $"&edition={edition}")}#new";

    /// <summary>How many open threads.</summary>
    public int Count(CommentOn on, string key) => Open.GetValueOrDefault((on, key));

    /// <summary>The words and the address for a finding.</summary>
    public (string Text, string Address) Of(Finding finding, PlaceIndex? places)
    {
        var key = CommentKeys.Of(finding, places);
        return (Text(CommentOn.Finding, key), To(CommentOn.Finding, key));
    }

    /// <summary>意见, or 意见（2）.</summary>
    public string Text(CommentOn on, string key) => Count(on, key) is > 0 and var count ? $"意见（{count}）" : "意见";
}
