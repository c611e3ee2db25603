using FinalAccounts.Formulas;
using FinalAccounts.Manifests;
using FinalAccounts.Rendering;
using FinalAccounts.Rendering.Foundations;
using FinalAccounts.Service.Audit;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Printing;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Templates.Workbench;

/// <summary>The whole document with one's own drafts over the set in force, to be looked at in Word or PDF. It says on every page that it is a draft, and is stored nowhere.</summary>
internal sealed class DraftDocuments(FinalAccountsDb db, PreviewSources sources, TemplateDrafts drafts, Printers printers, TimeProvider time)
{
    /// <summary>The file, or why there is none.</summary>
    public async Task<DraftFile> MakeAsync(string key, string unit, int year, string by, OutputFormats format, CancellationToken cancellation)
    {
        var answer = await sources.OfAsync(key, unit, year, cancellation);
        if (answer.Source is not { } source)
        {
            return new DraftFile("", [], answer.Problem);
        }

        var mine = (await drafts.OfSetAsync(key, cancellation)).Where(draft => draft.By == by).ToList();
        var set = mine.Count == 0
            ? source.Set.Loaded.Set!
            : new TemplateSetReader(TemplateSnapshot.Take(source.Set.Templates, mine.Select(draft => (draft.Set, draft.Path, draft.Content)))).ReadCompiled(key).Value!;
        var disclosure = Pipeline.Run(source.Accounts, [], set, null, cancellation);
        if (disclosure.Document is not { } document)
        {
            return new DraftFile("", [], $"没有生成文档。{InputGatherer.First(disclosure.Findings)}");
        }

        var now = time.GetUtcNow();
        document = document with { Metadata = document.Metadata with { DraftNotice = $"模板草稿，{ShanghaiTime.Of(now)}，未经审核，不得公开" } };
        try
        {
            var rendered = await printers.RenderAsync(document, set.Set.Theme, format, null, cancellation);
            var file = rendered.Files.Single();
            db.Record(now, by, "template.draft-downloaded", $"{key} {unit} {year}", $"{file.Extension.TrimStart('.')}，草稿 {mine.Count} 份：{string.Join("、", mine.Select(draft => draft.Path))}");
            await db.SaveChangesAsync(cancellation);
            return new DraftFile(SafeFileName.Of(document.Metadata.FileName ?? document.Metadata.Title) + "（模板草稿）" + file.Extension, file.Bytes, null);
        }
        catch (RenderingException exception)
        {
            return new DraftFile("", [], exception.Message);
        }
    }
}

/// <summary>A file, or in Chinese why there is none.</summary>
internal sealed record DraftFile(string Name, byte[] Bytes, string? Problem);
