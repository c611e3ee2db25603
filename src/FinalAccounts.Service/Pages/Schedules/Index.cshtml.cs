using System.ComponentModel.DataAnnotations;
using FinalAccounts.Service.Generation;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Pages.Schedules;

/// <summary>When batches start by themselves; the administrator adds and switches.</summary>
[Authorize(Rights.Read)]
public sealed class SchedulesModel(FinalAccountsDb db, Generation.Schedules schedules, IAuthorizationService authorization, TimeProvider time) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    internal IReadOnlyList<ScheduleView> Schedules { get; private set; } = [];

    public bool MayChange { get; private set; }

    /// <summary>The schedule that is being changed; null while one is added.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Edit { get; set; }

    /// <summary>The list, and the form with what is to be changed.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await FindAsync(cancellation);
        if (Edit is { } id)
        {
            if (Schedules.FirstOrDefault(schedule => schedule.Id == id) is not { } schedule)
            {
                return NotFound();
            }

            Input = Form.Of(schedule);
        }

        return Page();
    }

    /// <summary>Adds one, or changes the one that is being changed.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await FindAsync(cancellation);
        if (!MayChange)
        {
            return Forbid();
        }

        if (ModelState.IsValid)
        {
            var by = User.Identity!.Name!;
            var problem = Edit is { } id
                ? await schedules.ChangeAsync(id, Input.Name, Input.Moment, Input.YearsBack, by, cancellation)
                : (await schedules.AddAsync(Input.Name, Input.Moment, Input.YearsBack, by, cancellation)).Problem;
            if (problem is null)
            {
                this.Done($"已{(Edit is null ? "新增" : "修改")}“{Input.Name.Trim()}”。");
                return LocalRedirect("/schedules");
            }

            ModelState.AddModelError(string.IsNullOrEmpty(Input.Cron) ? "Input.Day" : "Input.Cron", problem);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostSwitchAsync(long id, bool enabled, CancellationToken cancellation)
    {
        if (!(await authorization.AuthorizeAsync(User, null, Rights.Administer)).Succeeded)
        {
            return Forbid();
        }

        return await schedules.SwitchAsync(id, enabled, User.Identity!.Name!, cancellation) ? LocalRedirect("/schedules") : NotFound();
    }

    public async Task<IActionResult> OnPostDeleteAsync(long id, CancellationToken cancellation)
    {
        if (!(await authorization.AuthorizeAsync(User, null, Rights.Administer)).Succeeded)
        {
            return Forbid();
        }

        if (!await schedules.DeleteAsync(id, User.Identity!.Name!, cancellation))
        {
            return NotFound();
        }

        this.Done("已删除。以前按它生成的批次保留。");
        return LocalRedirect("/schedules");
    }

    public async Task<IActionResult> OnPostRunAsync(long id, CancellationToken cancellation)
    {
        if (!(await authorization.AuthorizeAsync(User, null, Rights.Administer)).Succeeded)
        {
            return Forbid();
        }

        if (!await schedules.TriggerAsync(id, User.Identity!.Name!, cancellation))
        {
            return NotFound();
        }

        this.Done("已开始，见“批量生成”。");
        return LocalRedirect("/schedules");
    }

    private async Task FindAsync(CancellationToken cancellation)
    {
        MayChange = (await authorization.AuthorizeAsync(User, null, Rights.Administer)).Succeeded;
        Schedules = (await db.Schedules.AsNoTracking().OrderBy(schedule => schedule.Id).ToListAsync(cancellation)).ConvertAll(schedule => ScheduleView.Of(schedule, time.GetUtcNow()));
    }

    /// <summary>The form.</summary>
    public sealed class Form
    {
        internal static Form Of(ScheduleView schedule) => ScheduleClock.YearlyParts(schedule.Cron) is var (month, day, time)
            ? new Form { Name = schedule.Name, YearsBack = schedule.YearsBack, Month = month, Day = day, Time = time }
            : new Form { Name = schedule.Name, YearsBack = schedule.YearsBack, Cron = schedule.Cron };

        /// <summary>For people.</summary>
        [Required(ErrorMessage = "请填写名称。"), StringLength(100)]
        public string Name { get; set; } = "";

        /// <summary>Of the date each year.</summary>
        [Range(1, 12, ErrorMessage = "月份请填写 1 到 12。")]
        public int Month { get; set; } = 9;

        /// <summary>Of the date each year.</summary>
        [Range(1, 31, ErrorMessage = "日期请填写 1 到 31。")]
        public int Day { get; set; } = 20;

        /// <summary>Of the date each year.</summary>
        public TimeOnly Time { get; set; } = new(9, 0);

        /// <summary>Five fields, in place of a date each year; null for that.</summary>
        [StringLength(100)]
        public string? Cron { get; set; }

        /// <summary>What was meant, as a cron expression.</summary>
        internal string Moment => string.IsNullOrWhiteSpace(Cron) ? ScheduleClock.Yearly(Month, Day, Time) : Cron;

        /// <summary>1 for last year's accounts.</summary>
        [Range(0, 10, ErrorMessage = "请填写 0 到 10。")]
        public int YearsBack { get; set; } = 1;
    }
}
