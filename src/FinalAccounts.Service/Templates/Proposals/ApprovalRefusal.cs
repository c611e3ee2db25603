using FinalAccounts.Service.Editions;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Templates.Proposals;

/// <summary>What keeps a proposal from being put in force: its author, a text that has moved, a trial that did not end, a set that could not be used with it.</summary>
internal static class ApprovalRefusal
{
    /// <summary>Why not; null when nothing does.</summary>
    public static Decision? Of(TemplateProposal proposal, string by, TemplateLayers layers, CompiledSets sets)
    {
        if (proposal.By == by)
        {
            return Decision.Invalid("自己提出的修改不能自己审定，请另一位审核人员来做。");
        }

        if (MovedFile.In(proposal, layers) is [var moved, ..])
        {
            return Decision.InTheWay($"{moved.Path} 的在用文本在提出之后已经变了，直接发布会盖掉别人的改动。请作者点“以在用文本重新起草”，再提出。");
        }

        return proposal.Trial != TrialState.Done
            ? Decision.InTheWay("试排没有完成。请先重新试排，看过结果再审定。")
            : OfSet(proposal.Set, ProposedFile.Read(proposal.Files), layers, sets);
    }

    /// <summary>Why the set could not be used with these texts; null when it could.</summary>
    public static Decision? OfSet(string set, IReadOnlyList<ProposedFile> files, TemplateLayers layers, CompiledSets sets) =>
        SetCheck.Of(sets, layers.InForce, layers.With(set, files), set, files) is [var broken, ..]
            ? Decision.InTheWay($"改动有错误，模板集不能使用。{(broken.Places is [var place, ..] ? $"{place}：" : "")}{broken.Message}")
            : null;
}
