using FinalAccounts.Service.Notices;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Editions;

/// <summary>Who is told of a step of an edition.</summary>
public sealed class EditionNotices(NoticeBoard board)
{
    /// <summary>Adds the notices of a step, saved with it; most steps that are taken back tell nobody.</summary>
    /// <param name="action">As the audit log names it.</param>
    internal Task TellAsync(Edition edition, string action, string by, CancellationToken cancellation)
    {
        Happening Of(NoticeKind kind, string done) => new(kind, edition.UnitId, edition.Year, $"第{edition.Number}版{done}", EditionPaths.Of(edition), by)
        {
            Detail = edition.Events[^1].Comment,
            Hands = [edition.By, EditionStates.Sender(edition)],
        };
        var what = action switch
        {
            "edition.submitted" => Of(NoticeKind.Submitted, "已送审") with { Hands = [], Right = Rights.Review },
            "edition.returned" => Of(NoticeKind.Returned, "已退回"),
            "edition.approved" => Of(NoticeKind.Approved, "已审定") with { Right = Rights.Publish },
            "edition.published" => Of(NoticeKind.Published, "已公开") with { Hands = [edition.By, EditionStates.Sender(edition), Approver(edition)] },
            _ => null,
        };
        return what is null ? Task.CompletedTask : board.TellAsync(what, cancellation);
    }

    private static string? Approver(Edition edition) => edition.Events.LastOrDefault(change => change.State == EditionState.Approved)?.By;
}
