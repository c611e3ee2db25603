using System.CommandLine;
using FinalAccounts.Manifests;
using FinalAccounts.Rendering;
using FinalAccounts.Rendering.Site;
using FinalAccounts.Rendering.Typefaces;
using FinalAccounts.Rendering.Typst;
using FinalAccounts.Templates;
using Spectre.Console;

namespace FinalAccounts.Cli.Commands;

/// <summary><c>publish</c>: final editions into a static site, which is swapped in when it is complete.</summary>
internal static class PublishCommand
{
    private static readonly InputOptions Input = new(several: true);
    private static readonly Option<string> Site = new("--site") { Description = "站点文件夹：没有就新建，有就更新", Required = true };
    private static readonly Option<string?> Title = new("--title") { Description = "站点名称（默认“部门决算公开”；已有的站点不变）" };
    private static readonly Option<string?> Address = new("--address") { Description = "站点将来的网址（https://…/）：用来写 sitemap.xml 和订阅里的网址；不给时都是相对网址，没有 sitemap.xml" };
    private static readonly Option<string[]> Withdraw = new("--withdraw") { Description = "撤下一份：年度/单位名称，可以写几个", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string?> Output = new("--output") { Description = "各单位文件另存的文件夹（默认 output）" };
    private static readonly Option<string?> Styles = StylesOption.Create();
    private static readonly Option<string?> OverrideBy = new("--override-by") { Description = "有错误仍要公开时：决定人姓名" };
    private static readonly Option<string?> OverrideReason = new("--override-reason") { Description = "有错误仍要公开时：理由，记入 manifest.json" };

    public static Command Create()
    {
        var command = Input.Command("publish", "生成正式公开稿，放进一个静态网站", Site, Title, Address, Withdraw, Output, Styles, OverrideBy, OverrideReason);
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var console = Terminal.Create();
        var withdrawn = (parsed.GetValue(Withdraw) ?? []).Select(Withdrawn).ToList();
        var site = new SiteFolder(parsed.GetValue(Site)!, parsed.GetValue(Title), Place(parsed.GetValue(Address)));
        var additions = new List<SiteAddition>();
        var code = withdrawn.Count > 0 && !Input.IsGiven(parsed) ? ExitCode.Done : await Generate(parsed, console, additions, cancellation);
        if (code != ExitCode.Done)
        {
            console.MarkupLine("[red]站点没有改动。[/]");
            return code;
        }

        var catalog = site.Update(additions, withdrawn);
        console.WriteLine($"站点 {parsed.GetValue(Site)} 现有 {catalog.Editions.Count} 份：{additions.Count} 份放入或更新{(withdrawn.Count > 0 ? $"，撤下 {withdrawn.Count} 份" : "")}");
        return ExitCode.Done;
    }

    private static async Task<int> Generate(ParseResult parsed, IAnsiConsole console, List<SiteAddition> additions, CancellationToken cancellation)
    {
        var workspace = Workspace.Find();
        if (UnitInputs.Read(Input, parsed, workspace, console, cancellation) is not { } units)
        {
            return ExitCode.BrokenInput;
        }

        var exception = GenerateCommand.Override(parsed.GetValue(OverrideBy), parsed.GetValue(OverrideReason));
        var styles = StylesOption.Load(parsed.GetValue(Styles));
        await using var pdf = new PdfRenderer(new PrintOptions(), FontCatalog.ReadInstalled());
        foreach (var (request, set) in units)
        {
            var reporter = new StageReporter(console, TimeProvider.System, false);
            var job = new GenerateJob(console, reporter, new FolderTemplateSource(workspace.Templates), set, OutputFormats.All, null, publish: true, exception)
            {
                Styles = styles,
                Done = (document, rendered) => additions.Add(new SiteAddition(
                    SafeFileName.Of(document.Metadata.Unit), SafeFileName.Of(document.Metadata.Title), document, rendered.Files)),
            };
            var code = await job.Run(request, pdf, parsed.GetValue(Output) ?? workspace.Output, cancellation);
            if (code != ExitCode.Done)
            {
                return code;
            }
        }

        return ExitCode.Done;
    }

    private static (string Unit, int Year) Withdrawn(string text) =>
        text.Split('/', 2) is [var year, { Length: > 0 } unit] && int.TryParse(year, out var number)
            ? (unit, number)
            : throw new UsageException($"--withdraw：“{text}”应当写成 年度/单位名称，如 2024/某某局");

    private static Uri? Place(string? text) => text is null ? null
        : Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address
        : throw new UsageException($"--address：“{text}”不是网址，应当以 https:// 开头");
}
