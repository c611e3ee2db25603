using FinalAccounts.Service.People;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;

namespace FinalAccounts.Service.Pages;

/// <summary>What waits for who has signed in, what is due, what they did last.</summary>
[Authorize(Rights.Read)]
public sealed class HomeModel(FinalAccountsDb db, Reach reach, Disclosures disclosures, ServiceOptions options, IAuthorizationService authorization) : PageModel
{
    /// <summary>Units shown of each kind of work; a link leads to the rest.</summary>
    public const int Most = 6;

    private const int MostDone = 8;
    private Dictionary<string, string> names = [];

    // The steps of each right, the most pressing first.
    private static readonly (string Right, NextStep[] Steps)[] Work =
    [
        (Rights.EditData, [NextStep.Correct, NextStep.Accept, NextStep.Retry, NextStep.HandIn, NextStep.Generate, NextStep.SendToReview]),
        (Rights.Review, [NextStep.Review]),
        (Rights.Publish, [NextStep.Publish]),
    ];

    /// <summary>决算年度.</summary>
    public int Year { get; private set; }

    /// <summary>The units that wait for this person, by what is to be done.</summary>
    public IReadOnlyList<(NextStep Step, IReadOnlyList<UnitProgress> Units)> Waiting { get; private set; } = [];

    /// <summary>Units whose day is over or near, the latest first.</summary>
    public IReadOnlyList<UnitProgress> Due { get; private set; } = [];

    /// <summary>How many units there are, and how many are public.</summary>
    public (int All, int Published) Units { get; private set; }

    /// <summary>Changes of templates that wait for this person's decision.</summary>
    public int Proposals { get; private set; }

    /// <summary>Their own drafts of templates.</summary>
    public IReadOnlyList<TemplateDraft> Drafts { get; private set; } = [];

    /// <summary>What this person did last.</summary>
    public IReadOnlyList<AuditEntry> Done { get; private set; } = [];

    /// <summary>What an entry is about, a unit by its name.</summary>
    public string Said(string subject)
    {
        var code = subject.Split(' ')[0];
        return names.TryGetValue(code, out var name) ? name + subject[code.Length..] : subject;
    }

    /// <summary>What a new installation needs, until something of its own is public: whether it is done, what, where. Empty for whoever does not administer.</summary>
    public IReadOnlyList<(bool Done, string Text, string Path)> FirstSteps { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var by = User.Identity!.Name!;
        Year = RememberedYear.Of(Request) ?? (await disclosures.YearsAsync(cancellation)).Current;
        var units = await db.Units.AsNoTracking().Where(unit => unit.Active).OrderBy(unit => unit.Code).ToListAsync(cancellation);
        var states = await disclosures.OfAsync([.. units.Select(unit => unit.Id)], Year, cancellation);
        var rows = units.ConvertAll(unit => new UnitProgress(unit, states[unit.Id]));
        names = units.ToDictionary(unit => unit.Code, unit => unit.Name, StringComparer.Ordinal);
        Units = (rows.Count, rows.Count(row => row.State.PublishedNumber is not null));
        Due = [.. UnitProgress.Sorted(rows.Where(row => row.Due is Service.Units.Due.Late or Service.Units.Due.Soon), UnitOrder.Deadline)];
        Waiting = await WaitingAsync(rows);
        if ((await authorization.AuthorizeAsync(User, AskedUnits.Everywhere, Rights.Review)).Succeeded)
        {
            Proposals = await db.TemplateProposals.CountAsync(proposal => proposal.State == TemplateProposalState.Proposed && proposal.By != by, cancellation);
        }

        if (await MayAsync(Rights.EditTemplates))
        {
            Drafts = await db.TemplateDrafts.AsNoTracking().Where(draft => draft.By == by).OrderBy(draft => draft.Set).ThenBy(draft => draft.Path).ToListAsync(cancellation);
        }

        if (await MayAsync(Rights.Administer))
        {
            FirstSteps = await FirstStepsAsync(cancellation);
        }

        Done = await db.Audit.AsNoTracking().Where(entry => entry.By == by && entry.Action != "person.signed-in").OrderByDescending(entry => entry.Id).Take(MostDone).ToListAsync(cancellation);
    }

    private async Task<IReadOnlyList<(NextStep Step, IReadOnlyList<UnitProgress> Units)>> WaitingAsync(IReadOnlyList<UnitProgress> all)
    {
        var waiting = new List<(NextStep, IReadOnlyList<UnitProgress>)>();
        foreach (var (right, steps) in Work)
        {
            if (await MayAsync(right))
            {
                var rows = all.Where(row => reach.Of(right).Contains(row.Unit.Id)).ToList();
                waiting.AddRange(steps.Select(step => (step, (IReadOnlyList<UnitProgress>)[.. UnitProgress.Sorted(rows.Where(row => Waits(row.State, step)), UnitOrder.Deadline)])).Where(work => work.Item2.Count > 0));
            }
        }

        return waiting;
    }

    // An edition waits for its reviewer whatever the office hands in meanwhile.
    private static bool Waits(DisclosureState state, NextStep step) => step switch
    {
        NextStep.Review => state.EditionState == EditionState.InReview,
        NextStep.Publish => state.EditionState == EditionState.Approved,
        _ => state.Next == step,
    };

    // The sample that came with the program is nobody's own.
    private async Task<IReadOnlyList<(bool Done, string Text, string Path)>> FirstStepsAsync(CancellationToken cancellation)
    {
        var own = db.Units.Where(unit => !db.Imports.Any(import => import.UnitId == unit.Id && import.By == "system"));
        if (await db.Editions.AnyAsync(edition => edition.State == EditionState.Published && own.Any(unit => unit.Id == edition.UnitId), cancellation))
        {
            return [];
        }

        var staffed = await (from link in db.UserRoles join role in db.Roles on link.RoleId equals role.Id select role.Name).Distinct().ToListAsync(cancellation);
        return
        [
            (await own.AnyAsync(cancellation), "列出单位：从表格导入（有样表），或逐个新增", "/units/import"),
            (staffed.Contains(Roles.Finance) && staffed.Contains(Roles.Reviewer), "登记人员：至少一位财务、一位审核，不要是同一个人", "/people"),
            (options.PublicAddress is not null, "在配置里写上网址和邮件服务器，通知才带链接、发得出邮件", "/help/service#通知"),
            (await db.Imports.AnyAsync(import => own.Any(unit => unit.Id == import.UnitId), cancellation), "提交公开表和文字资料：逐个单位，或批量提交", "/help/web#提交工作簿"),
            (await db.Editions.AnyAsync(edition => own.Any(unit => unit.Id == edition.UnitId), cancellation), "生成，送审，审定，公开", "/help/web#生成"),
        ];
    }

    private async Task<bool> MayAsync(string right) => (await authorization.AuthorizeAsync(User, null, right)).Succeeded;
}
