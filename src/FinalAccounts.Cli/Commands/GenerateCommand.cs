using System.CommandLine;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Rendering;
using FinalAccounts.Rendering.Typst;
using FinalAccounts.Rendering.Typefaces;
using FinalAccounts.Manifests;
using FinalAccounts.Templates;

namespace FinalAccounts.Cli.Commands;

/// <summary><c>generate</c>: workbooks in, the whole disclosure out.</summary>
internal static class GenerateCommand
{
    private static readonly InputOptions Input = new(several: true);

    private static readonly Option<string> Formats = new("--formats")
    {
        Description = "要生成的格式，用逗号分开", DefaultValueFactory = _ => "docx,pdf,html,xlsx",
    };

    private static readonly Option<string?> Output = new("--output") { Description = "输出文件夹（默认 output）" };
    private static readonly Option<string?> Standard = new("--pdf-standard")
    {
        Description = $"PDF 声明的标准，一个文件一个：{PdfStandard.Known}（默认按模板集的 theme.yaml，没有写时是 ua-1）",
    };

    private static readonly Option<string?> Styles = StylesOption.Create();
    private static readonly Option<bool> Publish = new("--publish") { Description = "生成正式公开稿：有错误时不生成" };
    private static readonly Option<string?> OverrideBy = new("--override-by") { Description = "有错误仍要公开时：决定人姓名" };
    private static readonly Option<string?> OverrideReason = new("--override-reason") { Description = "有错误仍要公开时：理由，记入 manifest.json" };
    private static readonly Option<bool> Timings = new("--timings") { Description = "显示每个阶段的用时和内存" };

    private static readonly Option<int> Repeat = new("--repeat")
    {
        Description = "在同一进程内重复生成的次数，用来看热身后的用时", DefaultValueFactory = _ => 1,
    };

    public static Command Create()
    {
        var command = Input.Command("generate", "由工作簿生成整套决算公开文档", Formats, Standard, Styles, Output, Publish, OverrideBy, OverrideReason, Timings, Repeat);
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var console = Terminal.Create();
        var workspace = Workspace.Find();
        var formats = ParseFormats(parsed.GetValue(Formats)!);
        var standard = ParseStandard(parsed.GetValue(Standard));
        var styles = StylesOption.Load(parsed.GetValue(Styles));
        var exception = Override(parsed.GetValue(OverrideBy), parsed.GetValue(OverrideReason));
        if (UnitInputs.Read(Input, parsed, workspace, console, cancellation) is not { } units)
        {
            return ExitCode.BrokenInput;
        }

        await using var pdf = new PdfRenderer(new PrintOptions(), FontCatalog.ReadInstalled());
        var worst = ExitCode.Done;
        foreach (var (request, set) in units)
        {
            worst = Math.Max(worst, await Generate(request, set));
        }

        return worst;

        async Task<int> Generate(ImportRequest request, CompiledSet set)
        {
            var code = ExitCode.Done;
            for (var round = 0; round < Math.Max(1, parsed.GetValue(Repeat)) && code == ExitCode.Done; round++)
            {
                var reporter = new StageReporter(console, TimeProvider.System, parsed.GetValue(Timings));
                var job = new GenerateJob(console, reporter, new FolderTemplateSource(workspace.Templates), set, formats, standard, parsed.GetValue(Publish), exception) { Styles = styles };
                code = await job.Run(request, pdf, parsed.GetValue(Output) ?? workspace.Output, cancellation);
            }

            return code;
        }
    }

    /// <summary>The decision to publish over errors; null when there is none.</summary>
    public static PublishOverride? Override(string? by, string? why) =>
        (by, why) switch
        {
            (null, null) => null,
            ({ Length: > 0 } person, { Length: > 0 } reason) => new PublishOverride(person, reason),
            _ => throw new UsageException("--override-by 和 --override-reason 必须同时给出，且不能为空。"),
        };

    private static PdfStandard? ParseStandard(string? name) => name is null
        ? null
        : PdfStandard.Find(name) ?? throw new UsageException($"--pdf-standard：没有标准“{name}”。可用：{PdfStandard.Known}");

    private static OutputFormats ParseFormats(string text) =>
        OutputFormatNames.TryParse(text, out var formats, out var message) ? formats : throw new UsageException("--formats：" + message);
}
