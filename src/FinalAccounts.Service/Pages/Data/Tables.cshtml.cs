using FinalAccounts.Service.Comments;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;

namespace FinalAccounts.Service.Pages.Data;

/// <summary>The tables of the data in force as they are printed; a cell leads to its correction.</summary>
[Authorize(Rights.Read)]
public sealed class TablesModel(FinalAccountsDb db, CorrectionDesk corrections, UnitChecks checks, CommentDesk comments) : UnitYearPage(db)
{
    /// <summary>表01 …; null for the first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    /// <summary>The data; null when there are none.</summary>
    public DataView? Data { get; private set; }

    /// <summary>The table shown.</summary>
    public TableView? Table { get; private set; }

    /// <summary>Cells with a correction in force: row, column.</summary>
    public IReadOnlySet<(string Row, string Column)> Corrected { get; private set; } = new HashSet<(string, string)>();

    /// <summary>What findings say of the cells.</summary>
    public GridMarks? Marks { get; private set; }

    /// <summary>What people say about cells.</summary>
    public CommentLinks Talk { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        Data = await corrections.ViewAsync(Unit, Year, Cancellation);
        if (Data is null)
        {
            return Page();
        }

        Talk = new CommentLinks(Home, await comments.OpenAsync(CommentHome.Of(Unit, Year), Cancellation));
        Marks = GridMarks.Of(Data, await checks.OfAsync(Unit, Year, Data, Cancellation));
        var layout = Key is null ? Marks.Sorted(Data.Set.Set.Tables, table => table.Key).First() : Data.Set.Set.Table(Key);
        if (layout is null)
        {
            return NotFound();
        }

        Table = TableView.Of(layout, Data.Accounts.Tables.GetValueOrDefault(layout.Key));
        Corrected = (await corrections.List(Unit.Id, Year).ToListAsync(Cancellation))
            .Where(correction => correction.UndoneAt is null && !correction.IsFact && correction.Sheet == layout.Key)
            .Select(correction => (correction.Row, correction.Column)).ToHashSet();
        return Page();
    }
}
