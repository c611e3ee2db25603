using FinalAccounts.Documents;
using FinalAccounts.Linting;
using FinalAccounts.Rendering;
using FinalAccounts.Rendering.Foundations;
using FinalAccounts.Rendering.Html;
using FinalAccounts.Samples;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Printing;
using FinalAccounts.Service.Templates.Workbench;

namespace FinalAccounts.Service.Templates.Designs;

/// <summary>What a set that is being put together prints: documents of made-up units, and everything that is wrong with it. Two at a time; nothing is stored.</summary>
public sealed class DesignDocuments(CompiledSets sets, Printers printers) : IDisposable
{
    /// <summary>How long one may take.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim turns = new(2);

    private string TooLong => $"没有在 {TimeLimit.TotalSeconds:0} 秒内完成，已终止。";

    /// <summary>The units that it can be tried with.</summary>
    public static IReadOnlyList<Supposition> Units { get; } = [.. Supposition.All.Where(one => one.MadeUpOf is not null)];

    /// <summary>The document as a web page, or why there is none.</summary>
    public Task<(string? Page, string? Problem)> PageAsync(DesignState state, string unit, CancellationToken cancellation) => MakeAsync<string>(
        state, unit, (document, theme, _) => Task.FromResult(HtmlRenderer.Render(document, theme)), cancellation);

    /// <summary>The document as a PDF, or why there is none.</summary>
    public Task<(byte[]? Pdf, string? Problem)> PdfAsync(DesignState state, string unit, CancellationToken cancellation) => MakeAsync<byte[]>(
        state, unit,
        async (document, theme, limit) => (await printers.RenderAsync(document, theme, OutputFormats.Pdf, null, limit)).Files.Single().Bytes,
        cancellation);

    /// <summary>What is wrong with the set: its files, templates and tables, and what made-up units of every kind print.</summary>
    public async Task<IReadOnlyList<Finding>> CheckAsync(DesignState state, CancellationToken cancellation)
    {
        var loaded = Load(state);
        if (loaded.Set is not { } set)
        {
            return loaded.Findings;
        }

        var findings = (IReadOnlyList<Finding>)[.. loaded.Findings, .. SetLint.Of(set)];
        if (findings.Any(finding => finding.Severity >= Severity.Error))
        {
            return findings;
        }

        try
        {
            return [.. findings, .. await InTurnAsync(limit => Task.FromResult(SetTrial.Of(set, limit)), cancellation)];
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return [.. findings, new Finding(Severity.Warning, "TPL-18", $"试印{TooLong}请过一会儿再打开这一步。", [new Place(state.Design!.Key)])];
        }
    }

    public void Dispose() => turns.Dispose();

    private LoadedSet Load(DesignState state) => sets.Load(state.Templates, state.Design!.Key);

    private async Task<(T? Made, string? Problem)> MakeAsync<T>(DesignState state, string unit, Func<Document, Theme, CancellationToken, Task<T>> make, CancellationToken cancellation)
        where T : class
    {
        var loaded = Load(state);
        if (loaded.Set is not { } set)
        {
            return (null, $"模板集有错误，不能预览。{InputGatherer.First(loaded.Findings)}");
        }

        if (Units.FirstOrDefault(one => one.Key == unit) is not { MadeUpOf: { } options })
        {
            return (null, "没有这种虚构单位。");
        }

        try
        {
            return await InTurnAsync(
                async limit =>
                {
                    var disclosure = Pipeline.Run(SampleUnit.Create(set, options), [], set, null, limit);
                    return disclosure.Document is { } document
                        ? (await make(document with { Metadata = document.Metadata with { DraftNotice = "新模板集，虚构单位，不得公开" } }, set.Set.Theme, limit), (string?)null)
                        : ((T?)null, $"没有生成文档。{InputGatherer.First(disclosure.Findings)}");
                },
                cancellation);
        }
        catch (Exception exception) when (exception is RenderingException or InvalidDataException)
        {
            return (null, exception.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, TooLong);
        }
    }

    private async Task<T> InTurnAsync<T>(Func<CancellationToken, Task<T>> make, CancellationToken cancellation)
    {
        await turns.WaitAsync(cancellation);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(TimeLimit);
            return await Task.Run(() => make(limit.Token), limit.Token);
        }
        finally
        {
            turns.Release();
        }
    }
}
