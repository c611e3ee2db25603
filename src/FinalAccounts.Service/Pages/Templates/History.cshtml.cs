using FinalAccounts.Service.InForce;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Templates;
using FinalAccounts.Service.Templates.Proposals;
using FinalAccounts.Service.Templates.Workbench;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Pages.Templates;

/// <summary>Every version of one file of a set: who, when, why; any two compared; any brought back by a proposal.</summary>
[Authorize(Rights.Read)]
public sealed class HistoryModel(FinalAccountsDb db, TemplateHistory history, PrintedVersions printing, SetsInForce sets, UnitChoices choices, SentenceRestoring restoring, IAuthorizationService authorization) : PageModel
{
    private PersonNames names = PersonNames.None;

    /// <summary>The set's key.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The file's path in the set.</summary>
    [BindProperty(SupportsGet = true)]
    public string Path { get; set; } = "";

    /// <summary>The earlier version of the comparison.</summary>
    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    /// <summary>The later version of the comparison.</summary>
    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    /// <summary>For whom the versions are printed: code and year.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    /// <summary>For whom they can be printed; none for files that are no sections.</summary>
    public IReadOnlyList<UnitChoice> Units { get; private set; } = [];

    /// <summary>For whom they are printed.</summary>
    public UnitChoice? Printed { get; private set; }

    /// <summary>What each version prints for that unit, by its number.</summary>
    public IReadOnlyDictionary<int, string> Texts { get; private set; } = new Dictionary<int, string>();

    /// <summary>The versions, the latest first.</summary>
    public IReadOnlyList<FileVersion> Versions { get; private set; } = [];

    /// <summary>The two compared; null when there is only one.</summary>
    public (FileVersion Before, FileVersion After, DifferenceView Difference, DifferenceView? Source)? Compared { get; private set; }

    /// <summary>The places of the text in force that may be brought back each by itself, in words.</summary>
    public IReadOnlyList<SentenceChoice> Sentences { get; private set; } = [];

    public bool MayPropose { get; private set; }

    /// <summary>The set's year; null when the set cannot be used.</summary>
    public int? FiscalYear { get; private set; }

    /// <summary>When a version that waits begins, in words.</summary>
    public string BeginsAt(Beginning waits) => waits.Day is { } day ? $"等到 {day:yyyy年M月d日}起用" : FiscalYear is { } year ? $"等到 {year + 1} 年度起用" : "等到下一年度起用";

    /// <summary>How it stands on the line: in force, waiting for its day or for approval, gone.</summary>
    public static string LookOf(FileVersion version)
    {
        return version.InForce ? "now" : version.Waits is not null ? "later" : version.Version?.State switch
        {
            TemplateVersionState.Proposed => "asked",
            TemplateVersionState.Rejected => "refused",
            _ => "past",
        };
    }

    public string NameOf(string by) => names.Of(by);

    public async Task<IActionResult> OnGetAsync(string set, CancellationToken cancellation)
    {
        Versions = TemplateFileKinds.Has(Path) ? await history.OfAsync(set, Path, cancellation) : [];
        if (Versions.Count == 0)
        {
            return NotFound();
        }

        Key = set;
        MayPropose = await MayAsync();
        names = await PersonNames.FindAsync(db, Versions.SelectMany(version => new[] { version.Version?.By, version.Version?.DecidedBy }), cancellation);

        var compiled = (await sets.OfAsync(set, now: false, cancellation))?.Loaded.Set;
        FiscalYear = compiled?.Set.FiscalYear;
        if (TemplateWords.Has(Path) && Path != Narration.Narrator.PhrasesFile && compiled is not null)
        {
            Units = await choices.OfAsync(set, compiled.Set.FiscalYear, cancellation);
            Printed = Units.FirstOrDefault(choice => $"{choice.Code} {choice.Year}" == Unit) ?? (Units is [var usual, ..] ? usual : null);
            Texts = Printed is null ? Texts : await printing.OfAsync(set, Path, Printed, Versions, cancellation);
        }

        // The text in force against the one before it, unless somebody chose.
        var inForce = Versions.FirstOrDefault(version => version.InForce) ?? Versions[0];
        var after = Versions.FirstOrDefault(version => version.Number == To) ?? inForce;
        var before = Versions.FirstOrDefault(version => version.Number == From)
            ?? Versions.FirstOrDefault(version => version.Number < after.Number && version.Version?.State != TemplateVersionState.Rejected) ?? after;
        if (before.Number != after.Number)
        {
            Compared = (
                before, after, DifferenceView.OfWords($"{before.Name}与{after.Name}的差异", Path, before.Text, after.Text) with { WhenSame = "措辞没有不同。" },
                TemplateWords.Has(Path) ? DifferenceView.Of($"{before.Name}与{after.Name}源文的差异", before.Text, after.Text) : null);
            Sentences = MayPropose && after.InForce && TemplateWords.Has(Path) ? SentenceRestoring.Choices(before.Text, after.Text) : [];
        }

        return Page();
    }

    /// <summary>What a version changed in what the unit's readers read, against the version before it that counted; null where it was not printed.</summary>
    public DifferenceView? ReadAs(FileVersion version)
    {
        var before = Versions.FirstOrDefault(other => other.Number < version.Number && other.Version?.State != TemplateVersionState.Rejected && Texts.ContainsKey(other.Number));
        return !Texts.TryGetValue(version.Number, out var text) ? null
            : DifferenceView.Of($"{version.Name}为{Printed!.Name}印出的文字", before is null ? text : Texts[before.Number], text) with { WhenSame = before is null ? text : "为这个单位印出的文字没有变。" };
    }

    /// <summary>Prepares to bring a version back.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(string set, int number, CancellationToken cancellation)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        var prepared = await history.RestoreAsync(set, Path, number, User.Identity!.Name!, cancellation);
        if (prepared.Id is { } id)
        {
            return LocalRedirect($"/templates/proposals/{id}");
        }

        this.Failed(prepared.Refusal!);
        return LocalRedirect($"/templates/{set}/history?path={Uri.EscapeDataString(Path)}");
    }

    /// <summary>Brings one place back, in the asker's draft.</summary>
    public async Task<IActionResult> OnPostSentenceAsync(string set, int number, int run, CancellationToken cancellation)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        var outcome = await restoring.RestoreAsync(new DraftOf(set, Path, User.Identity!.Name!), number, run, cancellation);
        if (outcome.Refusal is { } refusal)
        {
            this.Failed(refusal);
            return LocalRedirect($"/templates/{set}/history?path={Uri.EscapeDataString(Path)}&from={number}");
        }

        this.Done("这一句已恢复，存在您的草稿里。");
        return LocalRedirect($"/templates/{set}?path={Uri.EscapeDataString(Path)}&line={outcome.Line}");
    }

    private async Task<bool> MayAsync() => (await authorization.AuthorizeAsync(User, null, Rights.EditTemplates)).Succeeded;
}
