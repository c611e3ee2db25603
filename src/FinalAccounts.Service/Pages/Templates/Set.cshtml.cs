using FinalAccounts.Service.InForce;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Templates.Proposals;
using FinalAccounts.Service.Units;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Pages.Templates;

/// <summary>A set as a whole: what it has of its own, what it inherits, what others have differently; copied, taken out and in; new shipped texts.</summary>
[Authorize(Rights.Read)]
[RequestSizeLimit(SetArchive.MaxBytes + 64 * 1024), RequestFormLimits(MultipartBodyLengthLimit = SetArchive.MaxBytes + 64 * 1024)]
public sealed class SetModel(PublishedTemplates published, CompiledSets sets, ShippedChanges shipped, SetExchange exchange, IAuthorizationService authorization) : PageModel
{
    /// <summary>The set's head.</summary>
    public SetSummary Summary { get; private set; } = null!;

    /// <summary>Its files, inherited ones included.</summary>
    public IReadOnlyList<SetFileRow> Files { get; private set; } = [];

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>The sets that inherit from it, with the files that they have differently.</summary>
    public IReadOnlyList<(SetSummary Set, IReadOnlyList<string> Overrides)> Heirs { get; private set; } = [];

    /// <summary>Files whose shipped text is new.</summary>
    public IReadOnlyList<ShippedChange> Changes { get; private set; } = [];

    /// <summary>What is wrong with a ZIP that was handed in.</summary>
    public IReadOnlyList<Finding> Refused { get; private set; } = [];

    public bool MayPropose { get; private set; }

    /// <summary>The key suggested for a copy.</summary>
    public string NextKey => Summary.Key.Replace(Summary.FiscalYear.ToString(), (Summary.FiscalYear + 1).ToString(), StringComparison.Ordinal);

    public async Task<IActionResult> OnGetAsync(string set, CancellationToken cancellation) => await LoadAsync(set, cancellation) ? Page() : NotFound();

    public Task<IActionResult> OnPostCopyAsync(string set, string? key, int year, CancellationToken cancellation) =>
        DoAsync(set, by => exchange.CopyAsync(set, key?.Trim() ?? "", year, by, cancellation), cancellation);

    /// <summary>Prepares what a ZIP brings.</summary>
    public async Task<IActionResult> OnPostImportAsync(string set, IFormFile? file, CancellationToken cancellation)
    {
        if (file is null or { Length: 0 })
        {
            this.Failed("请选择一个 ZIP 文件。");
            return LocalRedirect($"/templates/{set}/set");
        }

        var read = await UploadedFile.ReadAsync(file, cancellation);
        return await DoAsync(set, by => exchange.ImportAsync(read.Name, read.Content.ToArray(), by, cancellation), cancellation);
    }

    /// <summary>Prepares to give way to the new shipped text.</summary>
    public Task<IActionResult> OnPostTakeAsync(string set, string path, CancellationToken cancellation) =>
        DoAsync(set, by => Incoming(shipped.TakeAsync(set, path, by, cancellation)), cancellation);

    /// <summary>Prepares both changes in one.</summary>
    public Task<IActionResult> OnPostMergeAsync(string set, string path, CancellationToken cancellation) =>
        DoAsync(set, by => Incoming(shipped.MergeAsync(set, path, by, cancellation)), cancellation);

    public async Task<IActionResult> OnPostKeepAsync(string set, string path, CancellationToken cancellation)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        this.Tell((await shipped.KeepAsync(set, path, User.Identity!.Name!, cancellation)).Refusal, $"{path} 保留自己的文本。");
        return LocalRedirect($"/templates/{set}/set");
    }

    private static async Task<Incoming> Incoming(Task<Prepared> preparing)
    {
        var prepared = await preparing;
        return new Incoming(prepared.Id, prepared.Refusal, []);
    }

    private async Task<IActionResult> DoAsync(string set, Func<string, Task<Incoming>> prepare, CancellationToken cancellation)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        var incoming = await prepare(User.Identity!.Name!);
        if (incoming.Proposal is { } id)
        {
            return LocalRedirect($"/templates/proposals/{id}");
        }

        if (incoming.Refusal is { } refusal)
        {
            ModelState.AddModelError("", refusal);
        }

        Refused = incoming.Findings;
        return await LoadAsync(set, cancellation) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(string set, CancellationToken cancellation)
    {
        var layers = await published.LayersAsync(cancellation);
        var summaries = new TemplateSetReader(layers.InForce).Summaries();
        if (summaries.FirstOrDefault(summary => summary.Key == set) is not { } found)
        {
            return false;
        }

        Summary = found;
        var loaded = sets.Load(layers.InForce, set);
        Findings = loaded.Findings;
        Files = [.. (loaded.Set?.Set.Files ?? []).Select(file => new SetFileRow(file, layers.Published(set, file.Path) is { Content: not null } version ? version.Number : null))];
        Heirs =
        [
            .. summaries.Where(summary => summary.Key != set && layers.Lineage(summary.Key).Contains(set))
                .Select(summary => (summary, (IReadOnlyList<string>)[.. layers.InForce.List(summary.Key).Where(path => path != TemplateFileKinds.Head && layers.Find(set, path) is not null)])),
        ];
        Changes = await shipped.OfAsync(set, cancellation);
        MayPropose = await MayAsync();
        return true;
    }

    private async Task<bool> MayAsync() => (await authorization.AuthorizeAsync(User, null, Rights.EditTemplates)).Succeeded;
}

/// <summary>A file of a set as listed.</summary>
/// <param name="File">It, and whose it is.</param>
/// <param name="Version">The published version that counts; null for the shipped text.</param>
public sealed record SetFileRow(SetFile File, int? Version);
