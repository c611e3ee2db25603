using FinalAccounts.Service.Deliveries;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Mvc.Filters;

namespace FinalAccounts.Service.Pages.Deliveries;

/// <summary>One delivery: how far it is, what each unit got, what nobody got; adopting some or all.</summary>
[Authorize(Rights.EditData)]
public sealed class DeliveryModel(FinalAccountsDb db, DeliveryDesk desk) : PageModel
{
    private const int MostRefusals = 5;

    public Delivery Delivery { get; private set; } = null!;

    public DeliveryProgress Progress { get; private set; } = null!;

    /// <summary>What each unit got.</summary>
    public IReadOnlyList<DeliveredUnit> Units { get; private set; } = [];

    /// <summary>What nobody got.</summary>
    public IReadOnlyList<DeliveredFile> Problems { get; private set; } = [];

    /// <summary>Code and name of all units, to choose from; empty when there is nothing to choose.</summary>
    public IReadOnlyList<(string Code, string Name)> Register { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        if (await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(delivery => delivery.Id == id, HttpContext.RequestAborted) is not { } delivery)
        {
            context.Result = NotFound();
            return;
        }

        Delivery = delivery;
        await next();
    }

    public async Task OnGetAsync(CancellationToken cancellation) => await FillAsync(cancellation);

    /// <summary>Only what changes, for the live page.</summary>
    public async Task<IActionResult> OnGetStatusAsync(CancellationToken cancellation)
    {
        await FillAsync(cancellation);
        return Partial("_DeliveryStatus", this);
    }

    /// <summary>Puts hand-ins into force: those without errors, the chosen ones or all.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(string? which, long[] ids, CancellationToken cancellation)
    {
        await FillAsync(cancellation);
        var pending = Units.Where(unit => unit.State == ImportState.Pending).ToList();
        List<long> chosen = which switch
        {
            "clean" => [.. pending.Where(unit => unit.Errors == 0).Select(unit => unit.ImportId)],
            "all" => [.. pending.Select(unit => unit.ImportId)],
            _ => [.. ids],
        };
        if (chosen.Count == 0)
        {
            this.Failed("没有选中单位。");
            return Back();
        }

        var (accepted, refused) = await desk.AcceptAsync(Delivery, chosen, User.Identity!.Name!, cancellation);
        if (refused.Count == 0)
        {
            this.Done($"采用了 {accepted} 个单位的提交。");
        }
        else
        {
            this.Warn($"采用了 {accepted} 个单位的提交，{refused.Count} 个没有采用：{string.Join("；", refused.Take(MostRefusals))}{(refused.Count > MostRefusals ? "；其余见各单位" : "")}");
        }

        return Back();
    }

    /// <summary>Says whose a file is.</summary>
    public async Task<IActionResult> OnPostAssignAsync(long file, string? code, CancellationToken cancellation)
    {
        if (await desk.AssignAsync(Delivery, file, code?.Trim() ?? "", cancellation) is { } message)
        {
            this.Failed(message);
        }

        return Back();
    }

    /// <summary>Has the rest read.</summary>
    public async Task<IActionResult> OnPostResumeAsync(CancellationToken cancellation)
    {
        await desk.ResumeAsync(Delivery, cancellation);
        return Back();
    }

    private LocalRedirectResult Back() => LocalRedirect($"/deliveries/{Delivery.Id}");

    private async Task FillAsync(CancellationToken cancellation)
    {
        Progress = (await DeliveryProgress.OfAsync(db, Delivery.Id, cancellation))!;
        Units = await DeliveredUnit.OfAsync(db, Delivery, cancellation);
        Problems = await db.Set<DeliveredFile>().AsNoTracking().Where(file => file.DeliveryId == Delivery.Id && file.Problem != null).OrderBy(file => file.Name).ToListAsync(cancellation);
        if (Problems.Any(file => file.Kind is not null))
        {
            Register = [.. (await desk.Register.OrderBy(unit => unit.Code).Select(unit => new { unit.Code, unit.Name }).ToListAsync(cancellation)).Select(unit => (unit.Code, unit.Name))];
        }
    }
}
