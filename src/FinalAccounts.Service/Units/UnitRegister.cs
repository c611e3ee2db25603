using System.Text.RegularExpressions;
using FinalAccounts.Service.Audit;
using FinalAccounts.Service.Hosting;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Units;

/// <summary>The register of budget units: adds and changes them, each change with its audit entry.</summary>
public sealed partial class UnitRegister(FinalAccountsDb db, ServiceOptions options, TimeProvider time)
{
    /// <summary>The template sets that a unit may name.</summary>
    public IReadOnlyList<string> TemplateSets => new FolderTemplateSource(options.TemplateFolder).Sets;

    /// <summary>The unit with this code; null when there is none.</summary>
    public Task<Unit?> FindAsync(string code, CancellationToken cancellation) =>
        db.Units.Include(unit => unit.Parent).SingleOrDefaultAsync(unit => unit.Code == code, cancellation);

    /// <summary>Adds a unit (<paramref name="code"/> null) or changes one; what is wrong with the entry, or nothing and it is saved.</summary>
    public async Task<IReadOnlyList<EntryProblem>> SaveAsync(string? code, UnitEntry entry, string by, CancellationToken cancellation)
    {
        var problems = await StageAsync(code, entry, by, cancellation).ConfigureAwait(false);
        if (problems.Count > 0)
        {
            return problems;
        }

        try
        {
            await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            db.ChangeTracker.Clear();
            return [Taken(entry.Code)];
        }

        return [];
    }

    /// <summary>Adds and changes all of a list or, when anything is wrong with any, none. Problems carry the place of their row.</summary>
    public async Task<(int Added, int Changed, IReadOnlyList<Finding> Findings)> SaveAllAsync(
        IReadOnlyList<UnitRow> rows, string by, CancellationToken cancellation)
    {
        var known = (await db.Units.Select(unit => unit.Code).ToListAsync(cancellation).ConfigureAwait(false)).ToHashSet();
        var findings = new List<Finding>();
        var changed = 0;

        // Parents first, whatever the order of the sheet.
        foreach (var row in ParentsFirst(rows))
        {
            var exists = known.Contains(row.Entry.Code);
            changed += exists ? 1 : 0;
            foreach (var problem in await StageAsync(exists ? row.Entry.Code : null, row.Entry, by, cancellation).ConfigureAwait(false))
            {
                findings.Add(new Finding(Severity.Error, "UNIT-02", problem.Message, [row.Place]));
            }
        }

        if (findings.Count > 0)
        {
            db.ChangeTracker.Clear();
            return (0, 0, findings);
        }

        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        return (rows.Count - changed, changed, []);
    }

    private async Task<IReadOnlyList<EntryProblem>> StageAsync(string? code, UnitEntry entry, string by, CancellationToken cancellation)
    {
        entry = entry with { Code = entry.Code.Trim(), Name = entry.Name.Trim(), Parent = Blank(entry.Parent), TemplateSet = Blank(entry.TemplateSet) };
        var parent = entry.Parent is null ? null : Local(entry.Parent) ?? await db.Units.SingleOrDefaultAsync(unit => unit.Code == entry.Parent, cancellation).ConfigureAwait(false);
        var unit = code is null ? null : await db.Units.SingleAsync(unit => unit.Code == code, cancellation).ConfigureAwait(false);
        var problems = Check(code, entry, parent).ToList();
        if (code is null && problems.Count == 0 && (Local(entry.Code) is not null || await db.Units.AnyAsync(other => other.Code == entry.Code, cancellation).ConfigureAwait(false)))
        {
            problems.Add(Taken(entry.Code));
        }

        if (unit is not null && parent is not null && await IsBelowAsync(parent, unit, cancellation).ConfigureAwait(false))
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
        }

        var before = $"{unit.Name}，{unit.Level}，上级 {unit.ParentId}，{unit.TemplateSet}，{(unit.Active ? "公开" : "停用")}";
        (unit.Name, unit.Level, unit.Parent, unit.TemplateSet, unit.Active) = (entry.Name, entry.Level, parent, entry.TemplateSet, entry.Active);
        unit.ParentId = parent is null ? null : unit.ParentId;
        db.Record(time.GetUtcNow(), by, code is null ? "unit.added" : "unit.changed", unit.Code, code is null ? unit.Name : $"原为：{before}");
        return [];
    }

    private IEnumerable<EntryProblem> Check(string? code, UnitEntry entry, Unit? parent)
    {
        if (!CodePattern().IsMatch(entry.Code))
        {
            yield return new EntryProblem(nameof(UnitEntry.Code), "单位代码用 1 至 40 个字母、数字、点、横线。");
        }
        else if (code is not null && code != entry.Code)
        {
            yield return new EntryProblem(nameof(UnitEntry.Code), "单位代码建立后不能改。");
        }

        if (entry.Name.Length is 0 or > 200)
        {
            yield return new EntryProblem(nameof(UnitEntry.Name), "请填写公开名称（200 字以内），与公开表里“部门：”后面的一致。");
        }

        if (entry.Parent is not null && parent is null)
        {
            yield return new EntryProblem(nameof(UnitEntry.Parent), $"没有代码为“{entry.Parent}”的上级单位。");
        }

        if (entry.TemplateSet is { } set && !TemplateSets.Contains(set))
        {
            yield return new EntryProblem(nameof(UnitEntry.TemplateSet), $"没有模板集“{set}”。可用：{string.Join("、", TemplateSets)}。");
        }
    }

    private async Task<bool> IsBelowAsync(Unit candidate, Unit unit, CancellationToken cancellation)
    {
        for (var current = candidate; current is not null; current = current.ParentId is { } id ? await db.Units.FindAsync([id], cancellation).ConfigureAwait(false) : null)
        {
            if (current.Id == unit.Id)
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

    private Unit? Local(string code) => db.Units.Local.FirstOrDefault(unit => unit.Code == code);

    private static EntryProblem Taken(string code) => new(nameof(UnitEntry.Code), $"单位代码“{code}”已经有了。");

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9.\-]{0,39}$")]
    private static partial Regex CodePattern();
}
