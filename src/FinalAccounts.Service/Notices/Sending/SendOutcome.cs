using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Notices.Sending;

/// <summary>What became of a message.</summary>
/// <param name="State">Sent; Waiting: it has not arrived and may be tried again; Failed: the receiver will never take it; Unknown: it may have arrived.</param>
/// <param name="Problem">Why it was not sent, in Chinese, without secrets; null when it was.</param>
public sealed record SendOutcome(NoticeState State, string? Problem)
{
    public static readonly SendOutcome Sent = new(NoticeState.Sent, null);

    public static SendOutcome Later(string problem) => new(NoticeState.Waiting, problem);

    public static SendOutcome Refused(string problem) => new(NoticeState.Failed, problem);

    public static SendOutcome Unknown(string problem) => new(NoticeState.Unknown, problem);
}
