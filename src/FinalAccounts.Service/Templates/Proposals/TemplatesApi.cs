using FinalAccounts.Service.InForce;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Templates.Proposals;

/// <summary><c>/api/v1/templates</c>: sets, their files, versions and proposals, to read. What changes templates is done by people in the pages.</summary>
internal static class TemplatesApi
{
    public static void MapTemplates(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapApiGroup("/templates", "模板");
        api.MapGet("", ListAsync).RequireAuthorization(Rights.Read).WithSummary("模板集清单").Produces<ApiPage<TemplateSetAnswer>>();
        api.MapGet("/{set}", GetAsync).RequireAuthorization(Rights.Read).WithSummary("一个模板集：各文件来自哪里、在用第几版，检查结果").Produces<TemplateSetDetail>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/{set}/files/{**path}", FileAsync).RequireAuthorization(Rights.Read).WithSummary("一个文件在用的文本，text/plain").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/{set}/versions", VersionsAsync).RequireAuthorization(Rights.Read).WithSummary("一个文件的各版本，新的在前；path 是文件").Produces<ApiPage<FileVersionAnswer>>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/{set}/export", ExportAsync).RequireAuthorization(Rights.Read).WithSummary("模板集自己的文件，ZIP").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/proposals", ProposalsAsync).RequireAuthorization(Rights.Read).WithSummary("提出的修改，待审定的在前；set 只要一个模板集的").Produces<ApiPage<ProposalAnswer>>();
        api.MapGet("/proposals/{id:guid}", ProposalAsync).RequireAuthorization(Rights.Read).WithSummary("一个修改：文件和试排结果").Produces<ProposalDetail>().ProducesProblem(StatusCodes.Status404NotFound);
        endpoints.MapGet("/templates/{set}/export", ExportAsync).RequireAuthorization(Rights.Read).ExcludeFromDescription();
    }

    private static async Task<IResult> ListAsync(PublishedTemplates published, int? page, int? size, CancellationToken cancellation) =>
        Results.Ok(Api.PageOf([.. new TemplateSetReader(await published.TakeAsync(cancellation)).Summaries().Select(TemplateSetAnswer.Of)], page, size));

    private static async Task<IResult> GetAsync(string set, PublishedTemplates published, CompiledSets sets, CancellationToken cancellation)
    {
        var layers = await published.LayersAsync(cancellation);
        if (new TemplateSetReader(layers.InForce).Summaries().FirstOrDefault(summary => summary.Key == set) is not { } summary)
        {
            return NoSet(set);
        }

        var loaded = sets.Load(layers.InForce, set);
        return Results.Ok(new TemplateSetDetail(
            TemplateSetAnswer.Of(summary), loaded.Set is not null, loaded.Hash,
            [.. (loaded.Set?.Set.Files ?? []).Select(file => new SetFileAnswer(file.Path, file.Set, file.Overrides, layers.Published(file.Set, file.Path) is { Content: not null } version ? version.Number : null))],
            loaded.Findings));
    }

    private static async Task<IResult> FileAsync(string set, string path, PublishedTemplates published, CancellationToken cancellation) =>
        TemplateFileKinds.Has(path) && (await published.LayersAsync(cancellation)).Find(set, path) is { } found
            ? Results.Text(found.Text, "text/plain; charset=utf-8")
            : Problems.NotFound($"模板集 {set} 里没有“{path}”。");

    private static async Task<IResult> VersionsAsync(string set, string? path, int? page, int? size, TemplateHistory history, NameBook book, CancellationToken cancellation)
    {
        var names = await book.OpenAsync(cancellation);
        return path is not null && TemplateFileKinds.Has(path) && await history.OfAsync(set, path, cancellation) is { Count: > 0 } versions
            ? Results.Ok(Api.PageOf([.. versions.Select(version => FileVersionAnswer.Of(version, names))], page, size))
            : Problems.NotFound($"模板集 {set} 里没有“{path}”。请用 path 写明文件，如 sections/收入.sbn。");
    }

    private static async Task<IResult> ExportAsync(string set, HttpContext context, SetExchange exchange, CancellationToken cancellation) =>
        await exchange.ExportAsync(set, context.User.Identity!.Name!, cancellation) is { } zip
            ? Results.File(zip, "application/zip", $"{set}.zip")
            : NoSet(set);

    private static async Task<IResult> ProposalsAsync(TemplateProposals proposals, NameBook book, string? set, int? page, int? size, CancellationToken cancellation)
    {
        var names = await book.OpenAsync(cancellation);
        return Results.Ok(await Api.PageOfAsync(proposals.Sent(set), proposal => ProposalAnswer.Of(proposal, names), page, size, cancellation));
    }

    private static async Task<IResult> ProposalAsync(Guid id, TemplateProposals proposals, NameBook book, CancellationToken cancellation) =>
        await proposals.FindAsync(id, cancellation) is { State: not TemplateProposalState.Prepared } proposal
            ? Results.Ok(ProposalDetail.Of(proposal, await book.OpenAsync(cancellation)))
            : Problems.NotFound("没有这个修改。");

    private static IResult NoSet(string set) => Problems.NotFound($"没有模板集“{set}”。");
}
