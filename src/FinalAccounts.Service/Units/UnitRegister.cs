using System.Text.RegularExpressions;
using FinalAccounts.Service.Audit;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Units;

/// <summary>The register of budget units: adds and changes them, each change with its audit entry.</summary>
public sealed partial class UnitRegister(FinalAccountsDb db, PublishedTemplates published, ServiceOptions options, TimeProvider time)
{
    /// <summary>The template sets that a unit may name: shipped, copied or imported.</summary>
    public async Task<IReadOnlyList<SetSummary>> TemplateSetsAsync(CancellationToken cancellation) => (await published.TakeAsync(cancellation)).Summaries;

    /// <summary>The set that a year's rule finds for units that name none; null where somebody must choose.</summary>
    public async Task<SetSummary?> SetOfYearAsync(int year, CancellationToken cancellation)
    {
        var templates = await published.TakeAsync(cancellation);
        var key = SetOfUnit.ByRule(year, templates, options).Key;
        return templates.Summaries.FirstOrDefault(set => set.Key == key);
    }

    /// <summary>The unit with this code; null when there is none.</summary>
    public Task<Unit?> FindAsync(string code, CancellationToken cancellation) =>
        db.Units.Include(unit => unit.Parent).SingleOrDefaultAsync(unit => unit.Code == code, cancellation);

    /// <summary>Adds a unit (<paramref name="code"/> null) or changes one; what is wrong with the entry, or nothing and it is saved.</summary>
    public async Task<IReadOnlyList<EntryProblem>> SaveAsync(string? code, UnitEntry entry, string by, CancellationToken cancellation)
    {
        var problems = Stage(await LoadAsync(cancellation), code, entry, by);
        return problems.Count > 0 ? problems : await db.TrySaveAsync(cancellation) ? [] : [Taken(entry.Code)];
    }

    /// <summary>Adds and changes all of a list or, when anything is wrong with any, none. Problems carry the place of their row.</summary>
    public async Task<(int Added, int Changed, IReadOnlyList<Finding> Findings)> SaveAllAsync(
        IReadOnlyList<UnitRow> rows, string by, CancellationToken cancellation)
    {
        var known = await LoadAsync(cancellation);
        var changed = rows.Count(row => known.Units.ContainsKey(row.Entry.Code.Trim()));
        var findings = new List<Finding>();

        // Parents first, whatever the order of the sheet.
        foreach (var row in ParentsFirst(rows))
        {
            var code = row.Entry.Code.Trim();
            findings.AddRange(Stage(known, known.Units.ContainsKey(code) ? code : null, row.Entry, by)
                .Select(problem => new Finding(Severity.Error, "UNIT-02", problem.Message, [row.Place])));
        }

        if (findings.Count > 0)
        {
            db.ChangeTracker.Clear();
            return (0, 0, findings);
        }

        await db.SaveChangesAsync(cancellation);
        return (rows.Count - changed, changed, []);
    }

    // All units, tracked, so that parents are at hand; the sets: each asked for once, however many rows follow.
    private async Task<Known> LoadAsync(CancellationToken cancellation) =>
        new(await db.Units.ToDictionaryAsync(unit => unit.Code, cancellation), await published.TakeAsync(cancellation), options);

    private List<EntryProblem> Stage(Known known, string? code, UnitEntry entry, string by)
    {
        entry = entry with { Code = entry.Code.Trim(), Name = entry.Name.Trim(), Parent = Blank(entry.Parent), TemplateSet = Blank(entry.TemplateSet) };
        var parent = entry.Parent is null ? null : known.Units.GetValueOrDefault(entry.Parent);
        var unit = code is null ? null : known.Units[code];
        var problems = Check(known, code, entry, parent).ToList();
        if (unit is not null && parent is not null && IsBelow(parent, unit))
        {
            problems.Add(new EntryProblem(nameof(UnitEntry.Parent), "上级单位不能是它自己或它的下级。"));
        }

        if (problems.Count > 0)
        {
            return problems;
        }

        if (unit is null)
        {
            unit = new Unit { Code = entry.Code, Name = entry.Name };
            db.Units.Add(unit);
            known.Units.Add(unit.Code, unit);
        }

        var before = $"{unit.Name}，{unit.Level}，上级 {unit.ParentId}，{unit.TemplateSet}，{(unit.Active ? "公开" : "停用")}";
        (unit.Name, unit.Level, unit.Parent, unit.TemplateSet, unit.Active) = (entry.Name, entry.Level, parent, entry.TemplateSet, entry.Active);
        db.Record(time.GetUtcNow(), by, code is null ? "unit.added" : "unit.changed", unit.Code, code is null ? unit.Name : $"原为：{before}");
        return [];
    }

    private static IEnumerable<EntryProblem> Check(Known known, string? code, UnitEntry entry, Unit? parent)
    {
        if (!CodePattern().IsMatch(entry.Code))
        {
            yield return new EntryProblem(nameof(UnitEntry.Code), "单位代码用 1 至 40 个字母、数字、点、横线。");
        }
        else if (code is not null && code != entry.Code)
        {
            yield return new EntryProblem(nameof(UnitEntry.Code), "单位代码建立后不能改。");
        }
        else if (code is null && known.Units.ContainsKey(entry.Code))
        {
            yield return Taken(entry.Code);
        }

        if (entry.Name.Length is 0 or > 200)
        {
            yield return new EntryProblem(nameof(UnitEntry.Name), "请填写公开名称（200 字以内），与公开表里“部门：”后面的一致。");
        }

        if (entry.Parent is not null && parent is null)
        {
            yield return new EntryProblem(nameof(UnitEntry.Parent), $"没有代码为“{entry.Parent}”的上级单位。");
        }

        if (code is null && entry is { Year: { } year, TemplateSet: null } && known.ByRule(year).Problem is { } unclear)
        {
            yield return new EntryProblem(nameof(UnitEntry.TemplateSet), $"{unclear}请选一个。");
        }

        if (entry.TemplateSet is { } set && !known.Sets.Contains(set))
        {
            yield return new EntryProblem(nameof(UnitEntry.TemplateSet), $"没有模板集“{set}”。可用：{string.Join("、", known.Sets)}。");
        }
    }

    private static bool IsBelow(Unit candidate, Unit unit)
    {
        for (var current = candidate; current is not null; current = current.Parent)
        {
            if (current == unit)
            {
                return true;
            }
        }

        return false;
    }

    private static List<UnitRow> ParentsFirst(IReadOnlyList<UnitRow> rows)
    {
        var byCode = rows.GroupBy(row => row.Entry.Code).ToDictionary(group => group.Key, group => group.First());
        int Depth(UnitRow row, int guard) =>
            guard < byCode.Count && row.Entry.Parent is { } parent && byCode.TryGetValue(parent, out var above) ? 1 + Depth(above, guard + 1) : 0;
        return [.. rows.Select(row => (row, depth: Depth(row, 0))).OrderBy(pair => pair.depth).Select(pair => pair.row)];
    }

    private static EntryProblem Taken(string code) => new(nameof(UnitEntry.Code), $"单位代码“{code}”已经有了。");

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9.\-]{0,39}$")]
    private static partial Regex CodePattern();

    private sealed record Known(Dictionary<string, Unit> Units, TemplateSnapshot Templates, ServiceOptions Options)
    {
        public IReadOnlyList<string> Sets => Templates.Sets;

        public SetOfUnit ByRule(int year) => SetOfUnit.ByRule(year, Templates, Options);
    }
}
