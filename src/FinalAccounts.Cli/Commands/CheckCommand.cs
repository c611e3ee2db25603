using System.CommandLine;
using FinalAccounts.Checks;
using FinalAccounts.Claims;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Rendering.Excel;
using FinalAccounts.Rendering.Html;
using FinalAccounts.Rendering.Typefaces;
using FinalAccounts.Service.Reviewing;

namespace FinalAccounts.Cli.Commands;

/// <summary><c>check</c>: all findings of a unit's data and text, without making files.</summary>
internal static class CheckCommand
{
    private static readonly InputOptions Input = new();
    private static readonly Option<bool> Json = new("--json") { Description = "以 JSON 输出" };
    private static readonly Option<string?> Html = new("--html") { Description = "另把结果写成网页（文件名），旁边写出文档的网页，位置可以点开" };

    private static readonly Option<string?> Xlsx = new("--xlsx") { Description = "另把结果写成 Excel（文件名），可以筛选、分派" };
    private static readonly Option<string?> Docx = new("--docx") { Description = "另写出文档的 Word 草稿（文件名），问题写成批注" };
    private static readonly Option<bool> Unread = new("--unread") { Description = "另列出有金额或百分数、而没有认出说的是什么的句子" };

    public static Command Create()
    {
        var command = Input.Command("check", "核对数据和文字，列出错误、提醒和尾差", Json, Html, Xlsx, Docx, Unread);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var console = Terminal.Create();
        if (Input.Load(parsed, console) is not var (request, set))
        {
            return ExitCode.BrokenInput;
        }

        var imported = DrawnText.Of(Importer.Import(request, set.Set, CancellationToken.None), FontCatalog.ReadInstalled().Draws(set.Set.Theme.Fonts));
        var disclosure = imported.Value is { } accounts
            ? Pipeline.Run(accounts, imported.Findings, set, null, CancellationToken.None)
            : new Disclosure(null, imported.Findings);
        var findings = disclosure.Findings;
        if (parsed.GetValue(Html) is { } file)
        {
            WriteHtml(file, disclosure, set.Set.Theme);
        }

        if (parsed.GetValue(Xlsx) is { } sheet)
        {
            Write(sheet, WorkbookWriter.Bytes(FindingsSheet.Build(Title(disclosure), findings, disclosure.Document?.Metadata.Created ?? DateTimeOffset.UnixEpoch)));
        }

        if (parsed.GetValue(Docx) is { } draft)
        {
            WriteDraft(draft, disclosure, set.Set.Theme);
        }

        if (parsed.GetValue(Json))
        {
            Console.Out.WriteLine(FindingsJson.Write(findings, indented: true));
        }
        else
        {
            FindingsPrinter.Print(console, findings);
            if (parsed.GetValue(Unread) && disclosure.Document is { } document)
            {
                PrintUnread(ClaimCheck.Unread(set, new MetricBook(set, imported.Value!), document));
            }
        }

        return imported.Value is null ? ExitCode.BrokenInput
            : findings.Any(finding => finding.Severity >= Severity.Error) ? ExitCode.Findings
            : ExitCode.Done;
    }

    private static void PrintUnread(IReadOnlyList<UnreadSentence> sentences)
    {
        Console.Out.WriteLine($"没有认出说的是什么的句子：{sentences.Count}");
        foreach (var sentence in sentences)
        {
            Console.Out.WriteLine($"  {sentence.Section}　{sentence.Text}　{sentence.Place}");
        }
    }

    private static void WriteDraft(string file, Disclosure disclosure, Theme theme)
    {
        if (disclosure.Document is not { } document)
        {
            Console.Error.WriteLine($"数据不能读取，没有文档，没有写 {file}。");
            return;
        }

        Write(file, FindingComments.InDraft(document, theme, disclosure.Findings, CancellationToken.None));
    }

    private static void Write(string file, byte[] content)
    {
        var path = Path.GetFullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    private static string Title(Disclosure disclosure) => disclosure.Document?.Metadata.Title ?? "部门决算公开";

    private static void WriteHtml(string file, Disclosure disclosure, Theme theme)
    {
        var path = Path.GetFullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = $"{Path.GetFileNameWithoutExtension(path)}-文档.html";
        if (disclosure.Document is { } document)
        {
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(path)!, beside), HtmlRenderer.Render(document, theme));
        }

        File.WriteAllText(path, FindingsPage.Write(Title(disclosure), disclosure.Findings, disclosure.Document, beside));
    }
}
