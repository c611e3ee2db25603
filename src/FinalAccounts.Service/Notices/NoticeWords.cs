using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Notices;

/// <summary>Notices in words.</summary>
public static class NoticeWords
{
    /// <summary>What people choose between, in this order.</summary>
    public static readonly IReadOnlyList<NoticeKind> Kinds = Enum.GetValues<NoticeKind>();

    /// <summary>What concerns a bureau and no single person: what robots may get.</summary>
    public static readonly IReadOnlyList<NoticeKind> OfAll = [.. Kinds.Where(kind => kind is not (NoticeKind.Mentioned or NoticeKind.Answered))];

    /// <summary>What a kind is called.</summary>
    public static string Of(NoticeKind kind) => kind switch
    {
        NoticeKind.Submitted => "送审",
        NoticeKind.Returned => "退回",
        NoticeKind.Approved => "审定",
        NoticeKind.Published => "公开",
        NoticeKind.Late => "逾期",
        NoticeKind.Failed => "生成失败",
        NoticeKind.Mentioned => "提到我",
        NoticeKind.Answered => "答复我",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind"),
    };

    /// <summary>When somebody gets one.</summary>
    public static string When(NoticeKind kind) => kind switch
    {
        NoticeKind.Submitted => "有版本等您审核",
        NoticeKind.Returned => "您生成或送审的版本被退回",
        NoticeKind.Approved => "您生成或送审的版本已审定；有版本等您公开",
        NoticeKind.Published => "您生成、送审或审定的版本已公开",
        NoticeKind.Late => "单位过了公开截止日还没有公开，每个截止日一次",
        NoticeKind.Failed => "您要的生成没有成功",
        NoticeKind.Mentioned => "有人在意见里提到您",
        _ => "有人答复您参加的意见",
    };

    /// <summary>What a robot's form is called.</summary>
    public static string Of(RobotForm form) => form == RobotForm.WeCom ? "企业微信" : "钉钉";

    /// <summary>All that leaves the service of a notice: unit and year where it has them, what happened. 某某局 2023年度：第2版已退回.</summary>
    public static string Line(Notice notice) => notice.Unit is { } unit ? $"{unit.Name} {notice.Year}年度：{notice.Text}" : notice.Text;
}
