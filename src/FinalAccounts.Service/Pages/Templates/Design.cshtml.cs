using FinalAccounts.Design;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Templates.Designs;
using Microsoft.AspNetCore.RateLimiting;

namespace FinalAccounts.Service.Pages.Templates;

/// <summary>A set that is being put together, step by step: parts, tables, options, then what it prints and what is wrong with it. Every button keeps what was typed.</summary>
[Authorize(Rights.EditTemplates), EnableRateLimiting(RateLimits.Preview)]
public sealed class DesignModel(SetDesigns designs, DesignDocuments documents) : PageModel
{
    /// <summary>The steps: key, title, what is chosen.</summary>
    public static IReadOnlyList<(string Key, string Title, string About)> Steps { get; } =
    [
        ("parts", "一、部分和各节", "要哪些、次序、标题，封面"),
        ("tables", "二、附表", "要哪些、次序、编号"),
        ("options", "三、写法", "数字、用语、预算口径"),
        ("check", "四、预览和提出", "检查、试印、试排"),
    ];

    /// <summary>The set's key.</summary>
    public string Key { get; private set; } = "";

    public string Step { get; private set; } = "";

    /// <summary>What was chosen; null when it can no longer be read.</summary>
    public SetDesign? Design { get; private set; }

    /// <summary>Counts saves.</summary>
    public int Revision { get; private set; }

    /// <summary>What is wrong with it; looked for at the last step.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>The made-up unit that is shown.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>The step before; null at the first.</summary>
    public string? Before => Beside(-1);

    /// <summary>The step after; null at the last.</summary>
    public string? After => Beside(1);

    public async Task<IActionResult> OnGetAsync(string key, string? step, string? unit, CancellationToken cancellation)
    {
        if (await designs.FindAsync(key, User.Identity!.Name!, cancellation) is not { } state)
        {
            return NotFound();
        }

        (Key, Step, Design, Revision, Findings) = (key, StepOf(step), state.Design, state.Revision, state.Findings);
        Unit = DesignDocuments.Units.FirstOrDefault(one => one.Key == unit)?.Key ?? DesignDocuments.Units[0].Key;
        if (Step == "check" && Design is not null)
        {
            Findings = await documents.CheckAsync(state, cancellation);
        }

        return Page();
    }

    /// <summary>Keeps what was typed, does what was asked, and leads to the step.</summary>
    public async Task<IActionResult> OnPostAsync(string key, string? step, int revision, string? act, DesignForm form, CancellationToken cancellation)
    {
        var by = User.Identity!.Name!;
        if (await designs.FindAsync(key, by, cancellation) is not { Design: { } design })
        {
            return NotFound();
        }

        var here = StepOf(step);
        var (changed, anchor) = DesignActs.Done(form.Over(design), act ?? "", form);
        if (!await designs.SaveAsync(changed, revision, by, cancellation))
        {
            this.Failed("别的窗口刚才也改了这个模板集，这一次没有保存。请看现在的样子，再改一遍。");
            return LocalRedirect($"/templates/new/{key}?step={here}");
        }

        if (act == "propose")
        {
            var prepared = await designs.PrepareAsync(key, by, cancellation);
            if (prepared.Id is { } id)
            {
                return LocalRedirect($"/templates/proposals/{id}");
            }

            this.Failed(prepared.Refusal!);
        }

        var next = act?.StartsWith("to:", StringComparison.Ordinal) == true ? StepOf(act[3..]) : here;
        return LocalRedirect($"/templates/new/{key}?step={next}{anchor}");
    }

    public async Task<IActionResult> OnPostDiscardAsync(string key, CancellationToken cancellation)
    {
        await designs.DiscardAsync(key, User.Identity!.Name!, cancellation);
        this.Done($"{key} 已放弃。");
        return LocalRedirect("/templates/new");
    }

    private static string StepOf(string? step) => Steps.Any(one => one.Key == step) ? step! : Steps[0].Key;

    private string? Beside(int by)
    {
        var at = Steps.Index().First(step => step.Item.Key == Step).Index + by;
        return at >= 0 && at < Steps.Count ? Steps[at].Key : null;
    }
}
