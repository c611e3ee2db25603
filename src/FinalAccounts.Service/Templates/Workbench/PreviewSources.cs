using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;
using Microsoft.Extensions.Caching.Memory;

namespace FinalAccounts.Service.Templates.Workbench;

/// <summary>Keeps what previews need of each unit, year and set, so that a key typed costs no reading of accounts; what is in force is looked at again every two seconds.</summary>
public sealed class PreviewSources(IServiceScopeFactory scopes, SetsInForce sets, TimeProvider time) : IGivenUp, IDisposable
{
    // As many as type at the same moment; each holds a unit's accounts.
    private const int Most = 24;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Most, CompactionPercentage = 0.25 });

    /// <summary>The source, or why there is none.</summary>
    public Task<SourceAnswer> OfAsync(string set, string unit, int year, CancellationToken cancellation) => OfAsync(set, unit, year, null, cancellation);

    /// <summary>The source under a <see cref="Supposition"/>, or why there is none.</summary>
    public async Task<SourceAnswer> OfAsync(string set, string unit, int year, string? supposed, CancellationToken cancellation)
    {
        Entry entry;
        lock (kept)
        {
            entry = kept.GetOrCreate((set, unit, year, supposed), _ => new Entry(), new MemoryCacheEntryOptions { Size = 1 })!;
        }

        await entry.Turn.WaitAsync(cancellation);
        try
        {
            if (entry.Answer is not { } known || time.GetElapsedTime(entry.Read) > SetsInForce.Fresh)
            {
                entry.Answer = supposed is null
                    ? await ReadAsync(set, unit, year, entry.Answer?.Source, cancellation)
                    : Supposed(await OfAsync(set, unit, year, null, cancellation), supposed, entry.Answer?.Source);
                entry.Read = time.GetTimestamp();
            }

            return entry.Answer;
        }
        finally
        {
            entry.Turn.Release();
        }
    }

    public void GiveUp() => kept.Clear();

    public void Dispose() => kept.Dispose();

    private static SourceAnswer Supposed(SourceAnswer answer, string key, PreviewSource? before)
    {
        if (answer.Source is not { } source)
        {
            return answer;
        }

        if (Supposition.Find(key) is not { } supposition)
        {
            return SourceAnswer.Without($"没有“{key}”这种假设。");
        }

        var stamp = $"{source.Stamp} {key}";
        try
        {
            return new SourceAnswer(before?.Stamp == stamp ? before : new PreviewSource(source.Set, supposition.Of(source.Accounts, source.Set.Loaded.Set!), stamp), null);
        }
        catch (InvalidDataException missing)
        {
            return SourceAnswer.Without($"按这个模板集编不出这样的单位：{missing.Message}");
        }
    }

    private async Task<SourceAnswer> ReadAsync(string key, string unitCode, int year, PreviewSource? before, CancellationToken cancellation)
    {
        if (await sets.OfAsync(key, now: false, cancellation) is not { } set)
        {
            return SourceAnswer.Without($"没有模板集“{key}”。");
        }

        if (set.Loaded.Set is not { } compiled)
        {
            return SourceAnswer.Without($"模板集 {key} 有错误，不能预览。{InputGatherer.First(set.Loaded.Findings)}");
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FinalAccountsDb>();
        if (await db.Units.AsNoTracking().SingleOrDefaultAsync(unit => unit.Code == unitCode, cancellation) is not { } unit)
        {
            return SourceAnswer.Without($"没有代码为“{unitCode}”的单位。");
        }

        var (from, stamp) = await StampAsync(db, unit.Id, year, cancellation);
        if (stamp is null)
        {
            return SourceAnswer.Without($"{unit.Name}没有 {year} 年度的数据。请换一个单位或年度，或请财务人员先提交数据。");
        }

        stamp = $"{stamp} {set.Loaded.Hash}";
        if (before?.Stamp == stamp)
        {
            return new SourceAnswer(before, null);
        }

        var found = await scope.ServiceProvider.GetRequiredService<AccountsFinder>().FindAsync(unit.Id, from, compiled, cancellation);
        if (found?.Value is not { } data)
        {
            return SourceAnswer.Without($"{unit.Name} {from} 年度的数据不能用于模板集 {key}。{InputGatherer.First(found?.Findings ?? [])}");
        }

        var accounts = from == year ? data.Accounts : data.Accounts.Prior;
        return accounts is null
            ? SourceAnswer.Without($"{unit.Name}没有 {year} 年度的数据：{from} 年度的提交里也没有上年公开表。")
            : new SourceAnswer(new PreviewSource(set, accounts, stamp), null);
    }

    // Last year's accounts may have come with this year's.
    private static async Task<(int Year, string? Stamp)> StampAsync(FinalAccountsDb db, long unitId, int year, CancellationToken cancellation)
    {
        foreach (var from in new[] { year, year + 1 })
        {
            var import = await db.Imports
                .Where(import => import.UnitId == unitId && import.Year == from && import.State == ImportState.Accepted && import.AccountsSha256 != null)
                .OrderByDescending(import => import.Number).Select(import => new { import.Id, import.AccountsSha256 }).FirstOrDefaultAsync(cancellation);
            if (import is not null)
            {
                var corrections = await db.Corrections.Where(correction => correction.UnitId == unitId && correction.Year == from && correction.UndoneAt == null)
                    .OrderBy(correction => correction.Id).Select(correction => correction.Id).ToListAsync(cancellation);
                return (from, $"{from} {import.Id} {import.AccountsSha256} {string.Join(',', corrections)}");
            }
        }

        return (year, null);
    }

    private sealed class Entry
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public SourceAnswer? Answer { get; set; }

        public long Read { get; set; }
    }
}

/// <summary>A source, or in Chinese why there is none.</summary>
public sealed record SourceAnswer(PreviewSource? Source, string? Problem)
{
    public static SourceAnswer Without(string problem) => new(null, problem);
}
