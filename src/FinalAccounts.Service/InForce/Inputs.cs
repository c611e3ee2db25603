using System.Security.Cryptography;
using System.Text;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.InForce;

/// <summary>Everything an edition is made from, and the hash that says whether it was made before.</summary>
/// <param name="Hash">SHA-256 over accounts, findings of the import, template set, program version and formats.</param>
internal sealed record Inputs(AccountsInForce Data, string TemplateSet, LoadedSet Templates, string Hash);

/// <summary>Inputs, or why there are none: a Chinese sentence, with the findings behind it.</summary>
internal sealed record GatheredInputs(Inputs? Inputs, string? Failure, IReadOnlyList<Finding> Findings)
{
    public static GatheredInputs Failed(string failure, IReadOnlyList<Finding> findings) => new(null, failure, findings);
}

/// <summary>Gathers the inputs of a run.</summary>
internal sealed class InputGatherer(FinalAccountsDb db, AccountsFinder finder, PublishedTemplates published, CompiledSets sets, ServiceOptions options)
{
    /// <summary>Name and version of the program, part of the hash: another version may write another text.</summary>
    public static readonly string Program = $"finalaccounts {typeof(InputGatherer).Assembly.GetName().Version?.ToString(3)}";

    public async Task<GatheredInputs> GatherAsync(long unitId, int year, CancellationToken cancellation)
    {
        if (await finder.FindImportAsync(unitId, year, cancellation) is not { } import)
        {
            return GatheredInputs.Failed($"没有 {year} 年度的数据。请先上传公开表和文字资料，并确认采用。", []);
        }

        var unit = await db.Units.AsNoTracking().SingleAsync(unit => unit.Id == unitId, cancellation);
        var templates = await published.TakeAsync(cancellation);
        var choice = SetOfUnit.Choose(unit, year, await finder.StatedSetAsync(import.AccountsSha256, cancellation), templates, options);
        if (choice.Key is not { } key)
        {
            return GatheredInputs.Failed(choice.Problem!, []);
        }

        var loaded = sets.Load(templates, key);
        if (loaded.Set is not { } set)
        {
            return GatheredInputs.Failed($"模板集 {key} 有错误，不能使用。{First(loaded.Findings)}", loaded.Findings);
        }

        var data = await finder.CorrectAsync(import, unitId, year, set, cancellation);
        return data.Value is { } accounts
            ? new GatheredInputs(new Inputs(accounts, key, loaded, HashOf(accounts, key, loaded.Hash)), null, [])
            : GatheredInputs.Failed($"数据不能用于模板集 {key}。{First(data.Findings)}", data.Findings);
    }

    internal static string First(IReadOnlyList<Finding> findings) =>
        findings.OrderByDescending(finding => finding.Severity).FirstOrDefault() is not { } worst ? ""
        : worst.Places is [var place, ..] ? $"{place}：{worst.Message}"
        : worst.Message;

    private string HashOf(AccountsInForce data, string key, string templates) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
            '\n', data.Sha256, Artifacts.KeyOf(Encoding.UTF8.GetBytes(FindingsJson.Write(data.Findings))), key, templates, Program, options.Formats))));
}
