using FinalAccounts.Import;
using FinalAccounts.Service.Audit;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using Hangfire;

namespace FinalAccounts.Service.Deliveries;

/// <summary>Hand-ins of many units at once.</summary>
public sealed class DeliveryDesk(FinalAccountsDb db, Reach reach, Artifacts artifacts, Imports imports, NameBook names, IBackgroundJobClient queue, TimeProvider time)
{
    /// <summary>The units that whoever asks may hand in for.</summary>
    public IQueryable<Unit> Register => reach.Within(Rights.EditData, db.Units.Where(unit => unit.Active));

    /// <summary>Keeps the files and has them read in the background.</summary>
    public async Task<Guid> TakeAsync(int year, IAsyncEnumerable<ImportFile> files, string by, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var delivery = new Delivery { Id = Guid.CreateVersion7(now), Year = year, By = by, At = now, Units = reach.Of(Rights.EditData).ToText() };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await foreach (var file in files.WithCancellation(cancellation))
        {
            var refusal = IsArchive(file) ? null : DeliverySorting.Refusal(file);
            delivery.Files.Add(new DeliveredFile { Name = file.Name, Problem = refusal, Sha256 = refusal is null ? await artifacts.PutAsync(file.Content.ToArray(), cancellation) : null });
        }

        db.Deliveries.Add(delivery);
        db.Record(now, by, "delivery.received", $"{year}", $"{delivery.Files.Count} 个文件");
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await EnqueueAsync(delivery, cancellation);
        return delivery.Id;
    }

    /// <summary>Says whose a file is, which nobody could tell; it is handed in then. A message when it cannot be.</summary>
    public async Task<string?> AssignAsync(Delivery delivery, long fileId, string code, CancellationToken cancellation)
    {
        if (await Register.SingleOrDefaultAsync(unit => unit.Code == code, cancellation) is not { } unit)
        {
            return $"没有代码为“{code}”的单位。请从列出的单位里选。";
        }

        var taken = await db.Set<DeliveredFile>().Where(file => file.Id == fileId && file.DeliveryId == delivery.Id && file.Kind != null && file.ImportId == null && file.Problem != null)
            .ExecuteUpdateAsync(set => set.SetProperty(file => file.UnitId, unit.Id).SetProperty(file => file.Problem, (string?)null), cancellation);
        if (taken == 0)
        {
            return "这个文件已经处理过了。";
        }

        await db.Deliveries.Where(other => other.Id == delivery.Id).ExecuteUpdateAsync(set => set.SetProperty(other => other.ReadAt, (DateTimeOffset?)null), cancellation);
        await EnqueueAsync(delivery, cancellation);
        return null;
    }

    /// <summary>Has the rest read, should it have been given up.</summary>
    public Task ResumeAsync(Delivery delivery, CancellationToken cancellation) => EnqueueAsync(delivery, cancellation);

    /// <summary>Puts these hand-ins of a delivery into force; those that cannot be, with the reason.</summary>
    public async Task<(int Accepted, IReadOnlyList<string> Refused)> AcceptAsync(Delivery delivery, IReadOnlyCollection<long> ids, string by, CancellationToken cancellation)
    {
        var units = reach.Within(Rights.EditData, db.Units).Select(unit => unit.Id);
        var waiting = await db.Set<DeliveredFile>()
            .Where(file => file.DeliveryId == delivery.Id && ids.Contains(file.ImportId!.Value) && units.Contains(file.UnitId!.Value)).Select(file => file.Import!).Distinct()
            .Include(import => import.Unit).AsNoTracking().OrderBy(import => import.Unit!.Code).ToListAsync(cancellation);
        var accepted = 0;
        var refused = new List<string>();
        foreach (var import in waiting)
        {
            if (await imports.AcceptAsync(import.Unit!, import, by, cancellation) is { } message)
            {
                refused.Add($"{import.Unit!.Name}：{message}");
            }
            else
            {
                accepted++;
            }

            db.ChangeTracker.Clear();
        }

        return (accepted, refused);
    }

    /// <summary>Has what is not read yet read; a queue in memory forgets it when the service ends.</summary>
    public async Task ResumeAllAsync(CancellationToken cancellation)
    {
        foreach (var delivery in await db.Deliveries.AsNoTracking().Where(delivery => delivery.ReadAt == null).OrderBy(delivery => delivery.At).ToListAsync(cancellation))
        {
            await EnqueueAsync(delivery, cancellation);
        }
    }

    private static bool IsArchive(ImportFile file) => file.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    // The dashboard says who: by the name that people call them.
    private async Task EnqueueAsync(Delivery delivery, CancellationToken cancellation)
    {
        var who = await names.OfAsync(delivery.By, cancellation);
        queue.Enqueue<DeliveryJob>(DeliveryJob.Queue, job => job.RunAsync(delivery.Id, delivery.Year, who, CancellationToken.None));
    }
}
