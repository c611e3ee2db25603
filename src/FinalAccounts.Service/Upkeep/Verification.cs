using System.Security.Cryptography;
using FinalAccounts.Service.Editions;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Upkeep;

/// <summary>What a verification found.</summary>
/// <param name="Differences">What is not as it was stored, a Chinese sentence each.</param>
/// <param name="Notes">What cannot be told, and why.</param>
/// <param name="TrailHead">The hash of the audit log's last entry.</param>
internal sealed record VerificationReport(
    int Artifacts, int Editions, int Remade, int TrailEntries, string TrailHead, IReadOnlyList<string> Differences, IReadOnlyList<string> Notes);

/// <summary>Whether everything that is kept is what was stored: every artifact against its hash, every edition remade from the inputs that it keeps and compared byte by byte, every signature, the chain of the audit log. Reads only.</summary>
internal sealed class Verification(FinalAccountsDb db, Artifacts artifacts, EditionSignatures signatures, IServiceScopeFactory scopes)
{
    private readonly List<string> differences = [];
    private readonly List<string> notes = [];

    /// <summary>Verifies all.</summary>
    /// <param name="remake">Whether editions are made again, which takes as long as it took to make them.</param>
    /// <param name="trailHead">A head of the audit log that must be in it; null for none.</param>
    public async Task<VerificationReport> RunAsync(bool remake, string? trailHead, CancellationToken cancellation)
    {
        var trail = new TrailCheck(db);
        differences.AddRange(await trail.DifferencesAsync(trailHead, cancellation));
        var keys = await ArtifactsAsync(cancellation);
        var editions = await db.Editions.AsNoTracking().Include(edition => edition.Unit).Include(edition => edition.Files).Include(edition => edition.Events).AsSplitQuery()
            .OrderBy(edition => edition.Unit!.Code).ThenBy(edition => edition.Year).ThenBy(edition => edition.Number).Select(edition => edition.Id).ToListAsync(cancellation);
        var remade = 0;
        foreach (var id in editions)
        {
            await using var scope = scopes.CreateAsyncScope();
            var edition = await EditionAsync(scope.ServiceProvider.GetRequiredService<FinalAccountsDb>(), id, cancellation);
            var missing = Missing(edition, keys);
            differences.AddRange(missing.Select(name => $"{EditionNames.Subject(edition)}：{name} 的内容不在数据库里。"));
            if (missing.Count > 0)
            {
                continue;
            }

            await SignatureAsync(edition, cancellation);
            if (remake)
            {
                remade++;
                await RemakeAsync(scope.ServiceProvider.GetRequiredService<EditionRemake>(), edition, cancellation);
            }
        }

        return new VerificationReport(keys.Count, editions.Count, remade, trail.Entries, trail.Head, differences, notes);
    }

    private async Task<HashSet<string>> ArtifactsAsync(CancellationToken cancellation)
    {
        var keys = (await db.Artifacts.OrderBy(artifact => artifact.Sha256).Select(artifact => artifact.Sha256).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            string found;
            var content = await artifacts.OpenAsync(key, cancellation);
            await using (content)
            {
                found = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
            }

            if (found != key)
            {
                differences.Add($"内容 {key} 变了：现在的校验值是 {found}。{await UsedAsync(key, cancellation)}");
            }
        }

        return keys;
    }

    private async Task<string> UsedAsync(string key, CancellationToken cancellation)
    {
        var editions = await db.Editions.AsNoTracking().Include(edition => edition.Unit).Include(edition => edition.Files)
            .Where(edition => edition.AccountsSha256 == key || edition.TemplatesSha256 == key || edition.TextSha256 == key || edition.Files.Any(file => file.Sha256 == key))
            .OrderBy(edition => edition.Id).ToListAsync(cancellation);
        var imports = await db.Imports.Where(import => import.AccountsSha256 == key || import.Files.Any(file => file.Sha256 == key))
            .OrderBy(import => import.Id).Select(import => $"{import.Unit!.Code} {import.Year} 第{import.Number}次提交的数据").ToListAsync(cancellation);
        string[] users = [.. editions.SelectMany(edition => Parts(edition).Where(part => part.Key == key).Select(part => $"{EditionNames.Subject(edition)}的{part.Name}")), .. imports];
        return users.Length == 0 ? "没有版本或数据使用它。" : $"使用它的是：{string.Join("、", users)}。请从备份恢复。";
    }

    private async Task RemakeAsync(EditionRemake remake, Edition edition, CancellationToken cancellation)
    {
        var subject = EditionNames.Subject(edition);
        try
        {
            var found = await remake.DifferencesAsync(edition, cancellation);
            if (found.Count > 0 && edition.Program != InputGatherer.Program)
            {
                notes.Add($"{subject}：由 {edition.Program} 生成，现在的程序是 {InputGatherer.Program}，做出来的{string.Join("、", found)}与保存的不同；不能由此判断保存的是否变过。");
            }
            else if (found.Count > 0)
            {
                differences.Add($"{subject}：由保存的数据和模板重新生成，与保存的不同：{string.Join("、", found)}。{Fonts(edition)}");
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or Rendering.Foundations.RenderingException)
        {
            differences.Add($"{subject}：不能重新生成。{exception.Message}");
        }
    }

    private async Task SignatureAsync(Edition edition, CancellationToken cancellation)
    {
        var current = EditionNames.Current(edition.Files);
        if (current.FirstOrDefault(file => file.Format == EditionSignatures.Format) is not { } signature || current.FirstOrDefault(file => file.Format == "json") is not { } manifest)
        {
            return;
        }

        switch (signatures.Verify(await artifacts.ReadAsync(manifest.Sha256, cancellation), await artifacts.ReadAsync(signature.Sha256, cancellation)))
        {
            case null:
                notes.Add($"{EditionNames.Subject(edition)}：有签名，没有核对：没有配置密钥（FinalAccounts__SigningKey 或 FinalAccounts__FormerKeys）。");
                break;
            case false:
                differences.Add($"{EditionNames.Subject(edition)}：生成清单的签名不对：清单被改过，或签名的密钥不是配置的任何一个（换下的密钥写在 FinalAccounts__FormerKeys）。");
                break;
        }
    }

    // The one cause on another machine that is nobody's fault.
    private static string Fonts(Edition edition) => edition.Warnings.Length > 0 ? $"生成时的提示：{edition.Warnings.ReplaceLineEndings("；")}（字体与生成时不同也会这样）。" : "字体与生成时不同也会这样。";

    private static Task<Edition> EditionAsync(FinalAccountsDb db, long id, CancellationToken cancellation) => db.Editions.AsNoTracking()
        .Include(edition => edition.Unit).Include(edition => edition.Files).Include(edition => edition.Events.OrderBy(change => change.Id)).AsSplitQuery()
        .SingleAsync(edition => edition.Id == id, cancellation);

    private static List<string> Missing(Edition edition, HashSet<string> keys) => [.. Parts(edition).Where(part => !keys.Contains(part.Key)).Select(part => part.Name)];

    private static IEnumerable<(string Name, string Key)> Parts(Edition edition) =>
        edition.Files.Select(file => (file.Name, file.Sha256)).Append(("数据", edition.AccountsSha256)).Append(("模板集", edition.TemplatesSha256)).Append(("文档内容", edition.TextSha256));
}
