using System.Security.Cryptography;
using System.Text;
using FinalAccounts.Service.Audit;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Templates;

/// <summary>Template texts being written, one per person and file. A save names the revision that it changes; if another window has saved meanwhile, nothing is overwritten.</summary>
public sealed class TemplateDrafts(FinalAccountsDb db, TimeProvider time)
{
    /// <summary>Characters of a draft; a template may have fewer, and says so itself.</summary>
    public const int MostCharacters = 300_000;

    /// <summary>SHA-256 of a text, as <see cref="TemplateDraft.BaseSha256"/> has it.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Somebody's draft of a file; null when there is none.</summary>
    public Task<TemplateDraft?> FindAsync(string set, string path, string by, CancellationToken cancellation) =>
        db.TemplateDrafts.AsNoTracking().SingleOrDefaultAsync(draft => draft.Set == set && draft.Path == path && draft.By == by, cancellation);

    /// <summary>Everybody's drafts in a set, without order.</summary>
    public async Task<IReadOnlyList<TemplateDraft>> OfSetAsync(string set, CancellationToken cancellation) =>
        await db.TemplateDrafts.AsNoTracking().Where(draft => draft.Set == set).ToListAsync(cancellation);

    /// <summary>Saves; a text that is again the one in force needs no draft, and its draft goes.</summary>
    /// <param name="file">Whose draft of what.</param>
    /// <param name="content">The text.</param>
    /// <param name="revision">The revision that was changed; 0 to begin a draft.</param>
    /// <param name="baseSha256">Hash of the text in force when the draft was begun.</param>
    /// <param name="inForce">The text in force now.</param>
    public async Task<DraftSave> SaveAsync(DraftOf file, string content, int revision, string baseSha256, string? inForce, CancellationToken cancellation)
    {
        var draft = await StoredAsync(file, cancellation);
        if (draft?.Content == content)
        {
            // The same text came twice: the answer to the first was lost.
            return new DraftSave(draft, null, Conflict: false);
        }

        if ((draft?.Revision ?? 0) != revision)
        {
            return new DraftSave(null, draft, Conflict: true);
        }

        var now = time.GetUtcNow();
        if (content == inForce)
        {
            return draft is null ? new DraftSave(null, null, Conflict: false) : await DiscardAsync(draft, "改回了在用的文字", cancellation);
        }

        if (draft is null)
        {
            draft = new TemplateDraft { Set = file.Set, Path = file.Path, By = file.By, Content = content, BaseSha256 = baseSha256 };
            db.TemplateDrafts.Add(draft);
            db.Record(now, file.By, "template.draft-begun", $"{file.Set}/{file.Path}");
        }

        (draft.Content, draft.BaseSha256, draft.Revision, draft.At) = (content, baseSha256, revision + 1, now);
        return await CommitAsync(file, draft, cancellation);
    }

    /// <summary>Drops a draft; its text is lost unless the caller keeps it.</summary>
    public async Task<DraftSave> DiscardAsync(DraftOf file, int revision, CancellationToken cancellation)
    {
        var draft = await StoredAsync(file, cancellation);
        return draft is null ? new DraftSave(null, null, Conflict: false)
            : draft.Revision != revision ? new DraftSave(null, draft, Conflict: true)
            : await DiscardAsync(draft, null, cancellation);
    }

    private Task<TemplateDraft?> StoredAsync(DraftOf file, CancellationToken cancellation) =>
        db.TemplateDrafts.SingleOrDefaultAsync(draft => draft.Set == file.Set && draft.Path == file.Path && draft.By == file.By, cancellation);

    private Task<DraftSave> DiscardAsync(TemplateDraft draft, string? detail, CancellationToken cancellation)
    {
        db.TemplateDrafts.Remove(draft);
        db.Record(time.GetUtcNow(), draft.By, "template.draft-discarded", $"{draft.Set}/{draft.Path}", detail);
        return CommitAsync(new DraftOf(draft.Set, draft.Path, draft.By), null, cancellation);
    }

    private async Task<DraftSave> CommitAsync(DraftOf file, TemplateDraft? saved, CancellationToken cancellation) =>
        await db.TrySaveAsync(cancellation, orChanged: true) ? new DraftSave(saved, null, Conflict: false)
            : new DraftSave(null, await FindAsync(file.Set, file.Path, file.By, cancellation), Conflict: true);
}

/// <summary>Whose draft of which file.</summary>
public sealed record DraftOf(string Set, string Path, string By);

/// <summary>What became of a save.</summary>
/// <param name="Saved">The draft as it is stored now; null when there is none any more, or on a conflict.</param>
/// <param name="Other">On a conflict, what another window has saved; null when it has discarded the draft.</param>
/// <param name="Conflict">Whether nothing was changed because somebody else did.</param>
public sealed record DraftSave(TemplateDraft? Saved, TemplateDraft? Other, bool Conflict);
