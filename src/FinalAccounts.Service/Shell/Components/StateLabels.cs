using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Shell.Components;

/// <summary>What each state is called, and the look of its badge: good, bad, warn, busy or none.</summary>
public static class StateLabels
{
    /// <summary>The words and the look.</summary>
    public static (string Text, string Look) Of(Enum state) => state switch
    {
        ImportState.Pending => ("待确认", "warn"),
        ImportState.Accepted => ("已采用", "good"),
        ImportState.Rejected => ("未采用", ""),
        RunState.Queued => ("排队中", "busy"),
        RunState.Running => ("生成中", "busy"),
        RunState.Done => ("已完成", "good"),
        RunState.Failed => ("失败", "bad"),
        RunState.Cancelled => ("已取消", ""),
        EditionState.Draft => ("草稿", "warn"),
        EditionState.InReview => ("审核中", "busy"),
        EditionState.Approved => ("已审定", "good"),
        EditionState.Published => ("已公开", "good"),
        EditionState.Superseded => ("已被取代", ""),
        TemplateVersionState.Proposed => ("待审定", "warn"),
        TemplateVersionState.Published => ("已发布", "good"),
        TemplateVersionState.Rejected => ("未采用", ""),
        TemplateProposalState.Prepared => ("未提出", ""),
        TemplateProposalState.Proposed => ("待审定", "warn"),
        TemplateProposalState.Approved => ("已审定，待生效", "busy"),
        TemplateProposalState.Published => ("已发布", "good"),
        TemplateProposalState.Rejected => ("未采用", ""),
        TemplateProposalState.Withdrawn => ("已撤回", ""),
        TrialState.Waiting => ("等待试排", "busy"),
        TrialState.Running => ("试排中", "busy"),
        TrialState.Done => ("试排完成", "good"),
        TrialState.Broken => ("有错误", "bad"),
        TrialState.Cancelled => ("已取消", ""),
        TemplateProposalKind.Draft => ("草稿", ""),
        TemplateProposalKind.Restore => ("恢复旧版", ""),
        TemplateProposalKind.Import => ("导入", ""),
        TemplateProposalKind.Copy => ("复制", ""),
        TemplateProposalKind.New => ("新建", ""),
        TemplateProposalKind.Shipped => ("采用随程序的新文本", ""),
        Severity.Fatal => (FindingWords.Name(Severity.Fatal), "bad"),
        Severity.Error => (FindingWords.Name(Severity.Error), "bad"),
        Severity.Warning => (FindingWords.Name(Severity.Warning), "warn"),
        Severity.Rounding => (FindingWords.Name(Severity.Rounding), "busy"),
        Severity.Note => (FindingWords.Name(Severity.Note), ""),
        UnitLevel.Department => ("部门", ""),
        UnitLevel.OwnLevel => ("本级", ""),
        UnitLevel.Unit => ("单位", ""),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "no label"),
    };
}
