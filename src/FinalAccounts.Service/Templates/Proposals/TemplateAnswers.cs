using FinalAccounts.Service.InForce;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Templates.Proposals;

/// <summary>A template set.</summary>
/// <param name="Parent">The set it inherits from.</param>
public sealed record TemplateSetAnswer(string Key, string Name, int FiscalYear, string Region, string? Parent)
{
    internal static TemplateSetAnswer Of(SetSummary set) => new(set.Key, set.Name, set.FiscalYear, set.Region, set.Parent);
}

/// <summary>A template set with its files.</summary>
/// <param name="Usable">Whether it can be compiled.</param>
/// <param name="Hash">SHA-256 over its files and those of its parents.</param>
internal sealed record TemplateSetDetail(TemplateSetAnswer Set, bool Usable, string Hash, IReadOnlyList<SetFileAnswer> Files, IReadOnlyList<Finding> Findings);

/// <summary>A file of a set.</summary>
/// <param name="Set">The set it comes from.</param>
/// <param name="Overrides">The set whose file it replaces.</param>
/// <param name="Version">The published version in force; null for the shipped text.</param>
internal sealed record SetFileAnswer(string Path, string Set, string? Overrides, int? Version);

/// <summary>A version of a file.</summary>
/// <param name="Number">0 for the shipped or inherited text.</param>
/// <param name="By">Who, by the name that they sign in with.</param>
/// <param name="ByName">Who, as people call them.</param>
internal sealed record FileVersionAnswer(
    int Number, bool InForce, TemplateVersionState? State, string? Message, string? By, string? ByName, DateTimeOffset? At,
    string? DecidedBy, string? DecidedByName, DateTimeOffset? DecidedAt, string? Decision, Guid? Proposal, string? Text)
{
    public static FileVersionAnswer Of(FileVersion version, PersonNames names) => new(
        version.Number, version.InForce, version.Version?.State, version.Version?.Message, version.Version?.By, names.OfAny(version.Version?.By), version.Version?.At,
        version.Version?.DecidedBy, names.OfAny(version.Version?.DecidedBy), version.Version?.DecidedAt, version.Version?.Decision, version.Version?.ProposalId, version.Text);
}

/// <summary>A proposed change.</summary>
/// <param name="By">Who, by the name that they sign in with.</param>
/// <param name="ByName">Who, as people call them.</param>
internal sealed record ProposalAnswer(
    Guid Id, string Set, TemplateProposalKind Kind, TemplateProposalState State, string Message, IReadOnlyList<string> Files,
    string By, string ByName, DateTimeOffset At, string? DecidedBy, string? DecidedByName, DateTimeOffset? DecidedAt, string? Decision)
{
    public static ProposalAnswer Of(TemplateProposal proposal, PersonNames names) => new(
        proposal.Id, proposal.Set, proposal.Kind, proposal.State, proposal.Message, [.. ProposedFile.Read(proposal.Files).Select(file => file.Path)],
        proposal.By, names.Of(proposal.By), proposal.At, proposal.DecidedBy, names.OfAny(proposal.DecidedBy), proposal.DecidedAt, proposal.Decision);
}

/// <summary>A proposed change with its texts and its trial.</summary>
/// <param name="Units">How many units were tried; null before the end.</param>
/// <param name="Changed">How many would read differently.</param>
/// <param name="Failing">How many would have new errors.</param>
internal sealed record ProposalDetail(ProposalAnswer Proposal, IReadOnlyList<ProposedFile> Files, TrialState Trial, int? Units, int? Changed, int? Failing)
{
    public static ProposalDetail Of(TemplateProposal proposal, PersonNames names)
    {
        var result = TrialResult.Read(proposal.TrialResult);
        return new ProposalDetail(
            ProposalAnswer.Of(proposal, names), ProposedFile.Read(proposal.Files), proposal.Trial, result?.Units, result?.Changed, result?.Failing);
    }
}
