using FinalAccounts.Design;
using FinalAccounts.Service.Audit;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Templates.Proposals;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Templates.Designs;

/// <summary>New sets that somebody puts together step by step. They are kept as drafts of the files that they will have, so that one goes on tomorrow where one stopped, and are tried and proposed like any change.</summary>
public sealed class SetDesigns(FinalAccountsDb db, PublishedTemplates published, ProposalPreparation preparation, TimeProvider time)
{
    /// <summary>Characters of a region's name.</summary>
    public const int LongestRegion = 30;

    /// <summary>Begins a set, or goes on with one that this person has begun under the same key.</summary>
    /// <param name="place">The first half of the key: guizhou.</param>
    /// <returns>Its key, or why not.</returns>
    public async Task<(string? Key, string? Refusal)> BeginAsync(string place, int year, string region, string like, string by, CancellationToken cancellation)
    {
        var key = $"{place}-{year}";
        if (region.Length is 0 or > LongestRegion || region.Any(char.IsControl))
        {
            return (null, $"请写地区的名称，如 贵州，最多{LongestRegion}字。");
        }

        if (SetExchange.Taken.Contains(key))
        {
            return (null, $"“{key}”不能作模板集的名字，请换一个。");
        }

        if (await HasAsync(key, by, cancellation))
        {
            return (key, null);
        }

        var templates = await published.TakeAsync(cancellation);
        if (NewTemplateSet.Make(templates, key, like, region) is var made && made.Value is not { } folder)
        {
            return (null, made.Findings[0].Message);
        }

        var read = SetDesign.Read(TemplateSnapshot.Take(templates, folder.Files.Select(file => (key, file.Key, file.Value))), key);
        if (read.Value is not { } design)
        {
            return (null, $"模板集 {like} 现在有错误，不能照着做：{read.Findings[0].Message}");
        }

        Store(design, by, []);
        db.Record(time.GetUtcNow(), by, "template.draft-begun", key);
        await db.SaveChangesAsync(cancellation);
        return (key, null);
    }

    /// <summary>What this person has made of a set so far; null when they have begun none of this key.</summary>
    public async Task<DesignState?> FindAsync(string key, string by, CancellationToken cancellation)
    {
        var drafts = await DraftsAsync(key, by, cancellation);
        if (drafts.Find(draft => draft.Path == TemplateFileKinds.Head) is not { } head)
        {
            return null;
        }

        var templates = await published.TakeAsync(cancellation);
        if (templates.Sets.Contains(key))
        {
            return null;
        }

        var with = TemplateSnapshot.Take(templates, drafts.Select(draft => (key, draft.Path, draft.Content)));
        var read = SetDesign.Read(with, key);
        return new DesignState(read.Value, with, head.Revision, read.Findings);
    }

    /// <summary>Keeps a changed design.</summary>
    /// <param name="revision">The one that was changed.</param>
    /// <returns>False when another window has changed it meanwhile: nothing was kept.</returns>
    public async Task<bool> SaveAsync(SetDesign design, int revision, string by, CancellationToken cancellation)
    {
        var drafts = await DraftsAsync(design.Key, by, cancellation);
        if (drafts.Find(draft => draft.Path == TemplateFileKinds.Head)?.Revision != revision)
        {
            return false;
        }

        Store(design, by, drafts);
        return await db.TrySaveAsync(cancellation, orChanged: true);
    }

    /// <summary>Gives a design up.</summary>
    public async Task DiscardAsync(string key, string by, CancellationToken cancellation)
    {
        db.TemplateDrafts.RemoveRange(await DraftsAsync(key, by, cancellation));
        db.Record(time.GetUtcNow(), by, "template.draft-discarded", key);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Makes the set ready to be proposed.</summary>
    public async Task<Prepared> PrepareAsync(string key, string by, CancellationToken cancellation)
    {
        if (await FindAsync(key, by, cancellation) is not { Design: { } design })
        {
            return new Prepared(null, "没有这个正在新建的模板集，或者它有错误。");
        }

        var files = design.Files().Files.Select(file => (file.Key, (string?)file.Value)).ToList();
        return await preparation.PrepareAsync(key, TemplateProposalKind.New, files, $"新建 {design.Name}，照{design.Like.Name}", by, cancellation);
    }

    private Task<bool> HasAsync(string key, string by, CancellationToken cancellation) =>
        db.TemplateDrafts.AnyAsync(draft => draft.Set == key && draft.Path == TemplateFileKinds.Head && draft.By == by, cancellation);

    private Task<List<TemplateDraft>> DraftsAsync(string key, string by, CancellationToken cancellation) =>
        db.TemplateDrafts.Where(draft => draft.Set == key && draft.By == by).ToListAsync(cancellation);

    // The head counts every save, so that it speaks for all files.
    private void Store(SetDesign design, string by, List<TemplateDraft> drafts)
    {
        var (files, now) = (design.Files().Files, time.GetUtcNow());
        db.TemplateDrafts.RemoveRange(drafts.Where(draft => !files.ContainsKey(draft.Path)));
        foreach (var (path, text) in files)
        {
            var draft = drafts.Find(one => one.Path == path);
            if (draft is null)
            {
                draft = new TemplateDraft { Set = design.Key, Path = path, By = by, Content = text, BaseSha256 = TemplateDrafts.HashOf("") };
                db.TemplateDrafts.Add(draft);
            }

            (draft.Content, draft.Revision, draft.At) = (text, draft.Revision + 1, now);
        }
    }
}

/// <summary>A set that is being put together.</summary>
/// <param name="Design">Null when its files cannot be read any more.</param>
/// <param name="Templates">All sets with it.</param>
/// <param name="Revision">Counts its saves.</param>
/// <param name="Findings">What is wrong with its files.</param>
public sealed record DesignState(SetDesign? Design, TemplateSnapshot Templates, int Revision, IReadOnlyList<Finding> Findings);
