using FinalAccounts.Service.Data;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;

namespace FinalAccounts.Service.Pages.Data;

/// <summary>Accepts a hand-in or turns it down.</summary>
[Authorize(Rights.EditData)]
public sealed class DecideModel(FinalAccountsDb db, Imports imports, UnitChecks checks) : UnitYearPage(db)
{
    /// <summary>Back to the hand-in.</summary>
    public IActionResult OnGet(int number) => LocalRedirect($"{Home}/imports/{number}");

    public async Task<IActionResult> OnPostAsync(int number, bool accept, bool chosen, long[] keep)
    {
        if (await imports.FindAsync(Unit.Id, Year, number, Cancellation) is not { } import)
        {
            return NotFound();
        }

        var before = accept ? await checks.OfAsync(Unit, Year, Cancellation) : null;
        var problem = accept ? await imports.AcceptAsync(Unit, import, chosen ? keep.ToHashSet() : null, By, Cancellation) : await imports.RejectAsync(Unit, import, By, Cancellation);
        if (problem is not null)
        {
            this.Failed(problem);
            return LocalRedirect($"{Home}/imports/{number}");
        }

        this.Done(accept ? $"第 {number} 次提交已采用。{await EffectAsync(before)}" : $"第 {number} 次提交没有采用，数据不变。");
        return LocalRedirect(Home);
    }

    // The first data settle nothing: there is only what is wrong with them.
    private async Task<string> EffectAsync(IReadOnlyList<Finding>? before)
    {
        var after = await checks.OfAsync(Unit, Year, Cancellation) ?? [];
        return before is null ? $"核对结果：{FindingWords.Summary(after)}。" : FindingsChange.Between(before, after).Sentence;
    }
}
