using FinalAccounts.Import;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Reading;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Deliveries;

/// <summary>Tells what each file of a delivery is and whose, by what stands in it; where it names nobody, by its name.</summary>
internal sealed class DeliverySorting(FinalAccountsDb db, Artifacts artifacts, FileReaders readers, PublishedTemplates published, CompiledSets sets)
{
    /// <summary>Puts the files of archives in the archives' place.</summary>
    public async Task UnpackAsync(Guid id, CancellationToken cancellation)
    {
        var archives = await db.Set<DeliveredFile>()
            .Where(file => file.DeliveryId == id && file.Kind == null && file.Problem == null && EF.Functions.Like(file.Name.ToLower(), "%.zip"))
            .ToListAsync(cancellation);
        foreach (var archive in archives)
        {
            var found = await readers.ReadArchiveAsync(archive.Name, await artifacts.ReadAsync(archive.Sha256!, cancellation), cancellation);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            if (found.Problem is null && found.Files.Count > 0)
            {
                foreach (var file in found.Files)
                {
                    db.Add(new DeliveredFile { DeliveryId = id, Name = file.Name, Sha256 = await artifacts.PutAsync(file.Content.ToArray(), cancellation), Problem = Refusal(file) });
                }

                db.Remove(archive);
            }
            else
            {
                archive.Problem = found.Problem ?? "压缩包里没有文件。";
            }

            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
    }

    /// <summary>Reads one file and tells what it is, or why that cannot be told.</summary>
    public async Task TellAsync(long id, int year, CancellationToken cancellation)
    {
        var file = await db.Set<DeliveredFile>().SingleAsync(file => file.Id == id, cancellation);
        var workbook = await readers.ReadAsync(new ImportFile(file.Name, await artifacts.ReadAsync(file.Sha256!, cancellation)), cancellation);
        var identity = WorkbookIdentity.Of(workbook, await SetsAsync(year, cancellation), cancellation);
        if (identity.Value is { } value)
        {
            await TellAsync(file, value, year, cancellation);
        }
        else
        {
            file.Problem = identity.Findings.FirstOrDefault(finding => finding.Severity == Severity.Fatal)?.Message ?? "这个文件没有读懂。";
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Two files of the same kind for one unit: nobody but who handed them in knows which one counts.</summary>
    public async Task ReportDoublesAsync(Guid id, CancellationToken cancellation)
    {
        var waiting = await db.Set<DeliveredFile>().Include(file => file.Unit).Where(DeliveredFiles.Waiting(id)).ToListAsync(cancellation);
        foreach (var same in waiting.GroupBy(file => (file.UnitId, file.Kind)).Select(same => same.OrderBy(file => file.Id).ToList()).Where(same => same.DistinctBy(file => file.Sha256).Count() > 1))
        {
            foreach (var file in same)
            {
                file.Problem = $"{file.Unit!.Name}的{Data.ImportedFileNames.Of(file.Kind!.Value)}有 {same.Count} 份：{string.Join("、", same.Select(other => other.Name))}。请只留一份，再提交一次。";
            }
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Why a file is not even read; null when it is.</summary>
    public static string? Refusal(ImportFile file)
    {
        var extension = Path.GetExtension(file.Name).ToLowerInvariant();
        return extension == ".zip" ? "压缩包里还有压缩包。请解压后再提交。"
            : extension == ".csv" || !ImportFile.Extensions.Contains(extension) ? $"不是工作簿（{string.Join("、", ImportFile.Extensions.Where(known => known != ".csv"))}），没有读取。"
            : file.Content.Length > ImportLimits.FileBytes ? $"超过 {ImportLimits.FileBytes / 1024 / 1024} MB，没有读取。"
            : null;
    }

    private async Task TellAsync(DeliveredFile file, WorkbookIdentity identity, int year, CancellationToken cancellation)
    {
        var prior = identity.Content == WorkbookContent.Tables && (identity.Year is { } named ? named == year - 1 : IsNamedPrior(file.Name, year));
        if (identity.Year is { } other && other != year && !prior)
        {
            file.Problem = $"写的是 {other} 年度，这一批是 {year} 年度。请换成 {year} 年度的文件，或按 {other} 年度另外提交。";
            return;
        }

        var kind = identity.Content == WorkbookContent.Facts ? ImportedFileKind.Facts : prior ? ImportedFileKind.PriorTables : ImportedFileKind.Tables;
        var may = UnitSet.FromText(await db.Deliveries.Where(delivery => delivery.Id == file.DeliveryId).Select(delivery => delivery.Units).SingleAsync(cancellation));
        var active = db.Units.Where(unit => unit.Active);
        var units = await (may.IsAll ? active : active.Where(unit => may.Ids.Contains(unit.Id))).Select(unit => new { unit.Id, unit.Code, unit.Name }).ToListAsync(cancellation);
        var own = units.Where(unit => identity.UnitNames.Any(name => UnitNames.AreSame(name, unit.Name))).ToList();
        if (own.Count == 0 && identity.UnitNames.Count == 0)
        {
            // It says nothing itself, its path may. 某局（本级）.xlsx has the name of 某局 in it as well; the longest is meant.
            var path = UnitNames.Comparable(file.Name);
            var fitting = units.Where(unit => path.Contains(UnitNames.Comparable(unit.Name), StringComparison.Ordinal) || HasCode(file.Name, unit.Code)).ToList();
            own = fitting.FindAll(unit => unit.Name.Length == fitting.Max(other => other.Name.Length));
        }

        if (own.Count == 0 && identity.UnitNames is [var stranger, ..])
        {
            var near = UnitNames.Nearest(stranger, units.Select(unit => unit.Name));
            file.Problem = $"{(may.IsAll ? "单位清单" : "您的单位")}里没有“{stranger}”{(near is null ? "" : $"，最接近的是“{near}”")}。请改正文件里的名称，或请管理员新增单位、改正清单里的名称，再提交一次。";
            return;
        }

        file.Kind = kind;
        file.UnitId = own is [var only] ? only.Id : null;
        file.Problem = own.Count switch
        {
            0 => "文件里没有写单位名称，文件名里也没有单位的名称或代码。请选择单位。",
            1 => null,
            _ => "有几个单位叫这个名称，不知道是哪一个。请选择单位。",
        };
    }

    // Titles of some provinces name no year; the file's name does.
    private static bool IsNamedPrior(string path, int year)
    {
        var name = DeliveredFiles.ShortName(path);
        return name.Contains("上年", StringComparison.Ordinal) || (name.Contains($"{year - 1}", StringComparison.Ordinal) && !name.Contains($"{year}", StringComparison.Ordinal));
    }

    // A code is a word of its own in the path: 101001_公开表.xlsx, not 1010010.
    private static bool HasCode(string path, string code)
    {
        for (var at = path.IndexOf(code, StringComparison.OrdinalIgnoreCase); at >= 0; at = path.IndexOf(code, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !char.IsAsciiLetterOrDigit(path[at - 1])) && (at + code.Length == path.Length || !char.IsAsciiLetterOrDigit(path[at + code.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<IReadOnlyList<TemplateSet>> SetsAsync(int year, CancellationToken cancellation)
    {
        var templates = await published.TakeAsync(cancellation);
        var all = templates.Sets.Select(key => sets.Load(templates, key).Set?.Set).OfType<TemplateSet>().ToList();
        var ofYear = all.Where(set => set.FiscalYear == year).ToList();
        return ofYear.Count > 0 ? ofYear : all;
    }
}
