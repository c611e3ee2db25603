using FinalAccounts.Service.Editions;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Templates.Proposals;

/// <summary>The places of a copied set that speak of the year before, decided one by one before anything is proposed. The copied text stays beside the choices: each can be taken back.</summary>
public sealed class YearRollover(FinalAccountsDb db)
{
    /// <summary>What a place can be replaced with at most.</summary>
    public const int LongestText = 200;

    /// <summary>The places with what was chosen; null where nothing was.</summary>
    public static IReadOnlyList<(YearPlace Place, YearChoice? Choice)> Places(IReadOnlyList<ProposedFile> files)
    {
        var choices = files.ToDictionary(file => file.Path, file => file.Choices ?? [], StringComparer.Ordinal);
        return
        [
            .. YearPlaces.In(files.Where(file => file.Content is not null).ToDictionary(file => file.Path, file => file.Copied ?? file.Content!, StringComparer.Ordinal))
                .Select(place => (place, choices[place.Path].FirstOrDefault(choice => (choice.Line, choice.Column) == (place.Line, place.Column)))),
        ];
    }

    /// <summary>Decides a place of one's own copy that was not sent yet. What was tried no longer counts when the text has changed.</summary>
    /// <param name="text">What is to stand there; null leaves it as it is.</param>
    /// <param name="open">Takes an earlier choice back instead.</param>
    public async Task<Decision> ChooseAsync(Guid id, string by, (string Path, int Line, int Column) at, string? text, bool open, CancellationToken cancellation)
    {
        var proposal = await db.TemplateProposals.SingleOrDefaultAsync(one => one.Id == id && one.By == by, cancellation);
        if (proposal is not { Kind: TemplateProposalKind.Copy, State: TemplateProposalState.Prepared })
        {
            return Decision.Invalid("这里不能改：要是自己复制、还没有提出的模板集。");
        }

        var files = ProposedFile.Read(proposal.Files).ToList();
        if (Places(files).FirstOrDefault(one => (one.Place.Path, one.Place.Line, one.Place.Column) == at).Place is not { } place || text?.Length > LongestText || text?.Contains('\n', StringComparison.Ordinal) == true)
        {
            return Decision.Invalid($"没有这一处，或者写的超过{LongestText}字、分了行。");
        }

        var index = files.FindIndex(file => file.Path == place.Path);
        var changed = Chosen(files[index], place, open ? null : new YearChoice(place.Line, place.Column, place.Written, text));
        if (changed.Content != files[index].Content)
        {
            (proposal.Trial, proposal.TrialNumber, proposal.TrialResult) = (TrialState.Cancelled, proposal.TrialNumber + 1, null);
        }

        files[index] = changed;
        proposal.Files = ProposedFile.Write(files);
        await db.SaveChangesAsync(cancellation);
        return Decision.Done;
    }

    private static ProposedFile Chosen(ProposedFile file, YearPlace place, YearChoice? choice)
    {
        var copied = file.Copied ?? file.Content!;
        var others = (file.Choices ?? []).Where(one => (one.Line, one.Column) != (place.Line, place.Column));
        IReadOnlyList<YearChoice> choices = [.. choice is null ? others : others.Append(choice)];
        return file with { Content = YearPlaces.With(copied, choices), Copied = copied, Choices = choices };
    }
}
