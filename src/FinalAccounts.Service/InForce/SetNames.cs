using FinalAccounts.Service.Store;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.InForce;

/// <summary>What template sets are called, for a page: those in force, and those that are only proposed or begun.</summary>
public sealed class SetNames(FinalAccountsDb db, PublishedTemplates published)
{
    private Dictionary<string, string>? names;

    /// <summary>Whether it is in force, and not only begun or proposed.</summary>
    public async Task<bool> IsInForceAsync(string key, CancellationToken cancellation = default) => (await published.TakeAsync(cancellation)).Sets.Contains(key);

    /// <summary>The set's name; its key where nothing says a name any more.</summary>
    public async Task<string> OfAsync(string key, CancellationToken cancellation = default)
    {
        names ??= (await published.TakeAsync(cancellation)).Summaries.ToDictionary(set => set.Key, set => set.Name, StringComparer.Ordinal);
        if (!names.TryGetValue(key, out var name))
        {
            names[key] = name = await ComingAsync(key, cancellation) ?? key;
        }

        return name;
    }

    private async Task<string?> ComingAsync(string key, CancellationToken cancellation)
    {
        var head = await db.TemplateDrafts.Where(draft => draft.Set == key && draft.Path == TemplateFileKinds.Head).OrderByDescending(draft => draft.At).Select(draft => draft.Content).FirstOrDefaultAsync(cancellation)
            ?? (await db.TemplateProposals.Where(proposal => proposal.Set == key).OrderByDescending(proposal => proposal.At).Select(proposal => proposal.Files).FirstOrDefaultAsync(cancellation) is { } files
                ? ProposedFile.Read(files).FirstOrDefault(file => file.Path == TemplateFileKinds.Head)?.Content : null);
        return head is null ? null : TemplateSnapshot.Take(await published.TakeAsync(cancellation), [(key, TemplateFileKinds.Head, head)]).Summaries.FirstOrDefault(set => set.Key == key)?.Name;
    }
}
