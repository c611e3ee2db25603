using FinalAccounts.Accounts;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;

namespace FinalAccounts.Service.Pages.Data;

/// <summary>One cell or fact gets another value, with reason.</summary>
[Authorize(Rights.EditData)]
public sealed class CorrectModel(FinalAccountsDb db, CorrectionDesk corrections) : UnitYearPage(db)
{
    // An empty field of a form comes back as none.
    private const string Sign = "=";

    /// <summary>表01, or a fact sheet's name.</summary>
    [BindProperty(SupportsGet = true)]
    public string Sheet { get; set; } = "";

    /// <summary>See <see cref="CorrectionEntry.Row"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Row { get; set; }

    /// <summary>Column key or field name.</summary>
    [BindProperty(SupportsGet = true)]
    public string Column { get; set; } = "";

    /// <summary>Whether it is a fact.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Fact { get; set; }

    /// <summary>The new value as typed.</summary>
    [BindProperty]
    public string? Value { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The value that the form has asked about, behind a sign.</summary>
    [BindProperty]
    public string? Confirmed { get; set; }

    /// <summary>The value that the form shows as the present one, behind a sign.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>What is odd about the new value; with any the form asks again.</summary>
    public IReadOnlyList<string> Doubts { get; private set; } = [];

    /// <summary>What is corrected.</summary>
    public CorrectionTarget Target { get; private set; } = null!;

    /// <summary>Shows the form with the value as it is.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        (Value, Seen) = (Target.Typed, Sign + Target.Current);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        var outcome = await corrections.CorrectAsync(Unit, Year, Entry(), By, Cancellation);
        foreach (var problem in outcome.Problems)
        {
            ModelState.AddModelError(FieldOf(problem), problem);
        }

        if (outcome.Correction is not { } made)
        {
            Doubts = outcome.Doubts;
            if (!await FindAsync())
            {
                return NotFound();
            }

            ModelState.Remove(nameof(Seen));
            Seen = Sign + Target.Current;
            ModelState.Remove(nameof(Confirmed));
            Confirmed = Doubts.Count > 0 ? Sign + outcome.Value : null;
            return Page();
        }

        this.Done($"{Target.Name} 已更正：{Target.Print(made.OldValue)} → {Target.Print(made.NewValue)}。{outcome.Effect!.Sentence}");
        return LocalRedirect(Fact ? $"{Home}/facts/{Uri.EscapeDataString(Sheet)}" : $"{Home}/tables/{Uri.EscapeDataString(Sheet)}");
    }

    // What was typed is told at its field, what happened meanwhile above the form.
    private string FieldOf(string problem) => problem == CorrectionDesk.NoReason ? nameof(Reason)
        : problem == CorrectionDesk.Same || Target.Parse(Value, MoneyUnit.TenThousandYuan).Problems.Contains(problem) ? nameof(Value)
        : "";

    private CorrectionEntry Entry() => new()
    {
        Sheet = Sheet, Row = Row ?? "", Column = Column, IsFact = Fact, Value = Value, Unit = MoneyUnit.TenThousandYuan, Reason = Reason, Asks = true, Seen = Seen?[Sign.Length..], Confirmed = Confirmed?[Sign.Length..],
    };

    private async Task<bool> FindAsync()
    {
        if (await corrections.ViewAsync(Unit, Year, Cancellation) is not { } data || CorrectionTarget.Find(data, Sheet, Row ?? "", Column, Fact) is not { } target)
        {
            return false;
        }

        Target = target;
        return true;
    }
}
