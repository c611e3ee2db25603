using FinalAccounts.Accounts;
using FinalAccounts.Import;
using FinalAccounts.Import.FactSheets;
using FinalAccounts.Import.Json;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Pages.Data;

/// <summary>A sheet of facts as a form made from the facts' schema. Saving makes a new hand-in, which goes the way of an uploaded one.</summary>
[Authorize(Rights.EditData)]
[RequestFormLimits(ValueCountLimit = 100_000)]
[RequestSizeLimit(16 * 1024 * 1024)]
public sealed class FactsEditModel(FinalAccountsDb db, CorrectionDesk corrections, Imports imports, TimeProvider time) : UnitYearPage(db)
{
    /// <summary>The sheet's name.</summary>
    [BindProperty(SupportsGet = true)]
    public string Sheet { get; set; } = "";

    /// <summary>The hand-in that the form was filled from; somebody else's newer one is not overwritten unseen.</summary>
    [BindProperty]
    public int Base { get; set; }

    /// <summary>The sheet's form.</summary>
    public FactSheetSchema Schema { get; private set; } = null!;

    /// <summary>Record by record, field to text.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string?>> Records { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var (data, inForce) = await FindAsync();
        if (data is null || inForce is null)
        {
            return NotFound();
        }

        Base = inForce.Number;
        Records = [.. data.Accounts.Facts.Records(Sheet).Select(record => (IReadOnlyDictionary<string, string?>)Schema.Fields
            .ToDictionary(field => field.Name, field => (string?)FactText.Write(record.Values.GetValueOrDefault(field.Name), field)))];
        return Page();
    }

    /// <summary>Saves it as a new hand-in.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var (data, inForce) = await FindAsync();
        if (data is null || inForce is null)
        {
            return NotFound();
        }

        Records = Typed();
        if (Base != inForce.Number)
        {
            ModelState.AddModelError("", $"填写期间，别人采用了第 {inForce.Number} 次提交。您填的内容还在这里；请先核对新的数据，需要时再次保存。");
            ModelState.Remove(nameof(Base));
            Base = inForce.Number;
            return Page();
        }

        var facts = FactsForm.With(data.Accounts.Facts, Schema, Records);
        var import = await imports.HandInAsync(Unit, Year, await HandInAsync(data, inForce, facts), ImportSource.FactsForm, By, Cancellation);
        return LocalRedirect($"{Home}/imports/{import.Number}");
    }

    private async Task<HandIn> HandInAsync(DataView data, DataImport inForce, Facts facts)
    {
        if (!inForce.Files.Exists(file => file.Kind == ImportedFileKind.Json))
        {
            return new HandIn { Facts = new ImportFile("文字资料（网页填写）.xlsx", FactsForm.Xlsx(data.Set.Set.Facts, data.Set.Set.Name, facts, time.GetUtcNow())) };
        }

        // Data that came as JSON stay JSON; corrections of tables go on lying over it.
        var whole = await imports.AccountsAsync(Unit, inForce, Cancellation);
        return new HandIn { Json = new ImportFile("数据（网页填写）.json", AccountsJson.Write(whole! with { Facts = facts })) };
    }

    private async Task<(DataView? Data, DataImport? InForce)> FindAsync()
    {
        var data = await corrections.ViewAsync(Unit, Year, Cancellation);
        if (data?.Set.Set.Facts.Sheet(Sheet) is not { } schema)
        {
            return (null, null);
        }

        Schema = schema;
        return (data, await imports.InForceAsync(Unit.Id, Year, Cancellation));
    }

    // r[3].金额: the third record's field; the order on the page is the order that is saved.
    private List<IReadOnlyDictionary<string, string?>> Typed() =>
        [.. Request.Form.Where(pair => pair.Key.StartsWith("r[", StringComparison.Ordinal) && pair.Key.Contains("].", StringComparison.Ordinal))
            .Select(pair => (Row: int.TryParse(pair.Key.AsSpan(2, pair.Key.IndexOf(']') - 2), out var row) ? row : -1, Field: pair.Key[(pair.Key.IndexOf("].", StringComparison.Ordinal) + 2)..], Text: (string?)pair.Value))
            .Where(value => value.Row >= 0)
            .GroupBy(value => value.Row).OrderBy(group => group.Key)
            .Select(group => (IReadOnlyDictionary<string, string?>)group.DistinctBy(value => value.Field).ToDictionary(value => value.Field, value => value.Text))];
}
