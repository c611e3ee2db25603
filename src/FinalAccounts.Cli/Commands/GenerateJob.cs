using FinalAccounts.Accounts;
using FinalAccounts.Checks;
using FinalAccounts.Import;
using FinalAccounts.Rendering;
using FinalAccounts.Rendering.Typst;
using FinalAccounts.Manifests;
using FinalAccounts.Templates;
using FinalAccounts.Formulas;
using Spectre.Console;
using PdfStandard = FinalAccounts.Documents.PdfStandard;

namespace FinalAccounts.Cli.Commands;

/// <summary>One run of <c>generate</c>: import, pipeline, gate, render, store, in this order.</summary>
internal sealed class GenerateJob(
    IAnsiConsole console, StageReporter reporter, ITemplateSource templates, CompiledSet set, OutputFormats formats, PdfStandard? standard, bool publish, PublishOverride? exception)
{
    /// <summary>The office's own styles; null for those of the set.</summary>
    public ImportFile? Styles { get; init; }

    /// <summary>Told what was generated, once its files are written; null for nobody.</summary>
    public Action<FinalAccounts.Documents.Document, RenderedDisclosure>? Done { get; init; }

    public async Task<int> Run(ImportRequest request, PdfRenderer pdf, string output, CancellationToken cancellation)
    {
        reporter.Enter(Stage.Import);
        var look = StylesOption.Over(set.Set.Theme, Styles);
        var imported = DrawnText.Of(Importer.Import(request, set.Set, cancellation), pdf.Draws(look));
        if (imported.Value is not { } accounts)
        {
            return Refuse(imported.Findings, ExitCode.BrokenInput, "数据不能读取，没有生成任何文件。请按上面的提示修改后再试。");
        }

        var disclosure = Pipeline.Run(accounts, imported.Findings, set, reporter.Enter, cancellation);
        if (disclosure.Document is not { } document)
        {
            return Refuse(disclosure.Findings, ExitCode.BrokenInput, "模板有错误，没有生成任何文件。");
        }

        if (publish && !disclosure.Publishable && exception is null)
        {
            return Refuse(disclosure.Findings, ExitCode.Findings,
                "有错误，不能生成公开稿。改正后再试；确需公开的，用 --override-by 和 --override-reason 写明决定人和理由。");
        }

        if (publish)
        {
            document = document with { Metadata = document.Metadata with { DraftNotice = null } };
        }

        var theme = standard is null ? look : look with { PdfStandard = standard };
        var rendered = await new DisclosureRenderer(pdf).RenderAsync(document, theme, formats, reporter.Enter, cancellation);

        reporter.Enter(Stage.Store);
        var name = SafeFileName.Of(document.Metadata.FileName ?? document.Metadata.Title);
        var files = rendered.Files.Select(file => (Name: name + file.Extension, file.Bytes)).ToList();
        var manifest = Describe(request, accounts, disclosure, rendered, name);
        var paths = new OutputFolder(output, accounts.FiscalYear, accounts.UnitName).Write(files, manifest);
        Done?.Invoke(document, rendered);
        reporter.Done();
        Report(disclosure, rendered, paths, document.Metadata.DraftNotice);
        return ExitCode.Done;
    }

    private int Refuse(IReadOnlyList<Finding> findings, int code, string message)
    {
        FindingsPrinter.Print(console, findings);
        console.MarkupLineInterpolated($"[red]{message}[/]");
        return code;
    }

    private Manifest Describe(
        ImportRequest request, DepartmentAccounts accounts, Disclosure disclosure, RenderedDisclosure rendered, string name) =>
        new(
            accounts.UnitName, accounts.FiscalYear, set.Set.Key, TemplateSetHash.Of(templates, set.Set),
            $"finalaccounts {typeof(GenerateJob).Assembly.GetName().Version?.ToString(3)}",
            [.. new[] { request.Tables, request.Facts, request.PriorTables, request.PriorJson, request.Json, Styles }.OfType<ImportFile>().Select(file => ManifestFile.Of(file.Name, file.Content.Span))],
            [.. rendered.Files.Select(file => ManifestFile.Of(name + file.Extension, file.Bytes, file.Pages))],
            disclosure.Findings.GroupBy(finding => finding.Severity).OrderBy(group => group.Key)
                .ToDictionary(group => group.Key.ToString().ToLowerInvariant(), group => group.Count()),
            rendered.Warnings,
            Draft: !disclosure.Publishable && !publish)
        {
            Override = publish && !disclosure.Publishable ? exception : null,
        };

    private void Report(Disclosure disclosure, RenderedDisclosure rendered, IReadOnlyList<string> paths, string? notice)
    {
        var table = new Table().AddColumns("文件", "大小", "页数").Border(TableBorder.Simple);
        table.Columns[1].RightAligned();
        table.Columns[2].RightAligned();
        foreach (var (path, file) in paths.Zip(rendered.Files))
        {
            table.AddRow(
                Markup.Escape(Path.GetRelativePath(Directory.GetCurrentDirectory(), path)),
                Size(file.Bytes.Length),
                file.Pages?.ToString() ?? "—");
        }

        console.Write(table);
        foreach (var warning in rendered.Warnings)
        {
            console.MarkupLineInterpolated($"[yellow]提醒[/]　{warning}");
        }

        console.WriteLine($"核对结果：{FindingWords.Summary(disclosure.Findings)}（详见 finalaccounts check）");
        if (notice is not null)
        {
            console.MarkupLineInterpolated($"[yellow]{notice}[/]");
        }
    }

    private static string Size(int bytes) => bytes < 1024 * 1024 ? $"{bytes / 1024.0:0} KB" : $"{bytes / 1024.0 / 1024:0.0} MB";
}
