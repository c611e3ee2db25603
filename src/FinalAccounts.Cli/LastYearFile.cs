using FinalAccounts.Cli.Audit;
using FinalAccounts.Import;
using FinalAccounts.Import.Json;
using FinalAccounts.Reading;
using FinalAccounts.Service.Reading;
using FinalAccounts.Service.Reviewing;
using FinalAccounts.Templates;
using Spectre.Console;

namespace FinalAccounts.Cli;

/// <summary>What <c>--last-year</c> names: 文字资料, canonical JSON, or a published document, which is read as an audit reads it.</summary>
internal static class LastYearFile
{
    /// <summary>The request with it; null where nothing could be read, which is then told.</summary>
    public static async Task<ImportRequest?> ReadAsync(string path, IAnsiConsole console, CancellationToken cancellation)
    {
        var extension = Path.GetExtension(path);
        if (!DocumentReader.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase))
        {
            var file = NamedFiles.Load(path);
            return extension.Equals(".json", StringComparison.OrdinalIgnoreCase) ? new ImportRequest { Json = file } : new ImportRequest { Facts = file };
        }

        if (!File.Exists(path))
        {
            throw new UsageException($"没有这个文件：{path}");
        }

        using var readers = new FileReaders(ReadingLimits.FromEnvironment());
        var audited = await PublishedFile.AuditAsync(new AuditJob(new FolderTemplateSource(Workspace.Find().Templates), readers), path, cancellation);
        if (audited.Result is not { } result)
        {
            FindingsPrinter.Print(console, audited.Findings);
            return null;
        }

        var recovered = result.Recovered;
        console.MarkupLineInterpolated(
            $"从 {audited.Name} 读出：{recovered.UnitName}，{recovered.FiscalYear}年度，{result.TablesFound}/{result.Tables.Count} 张表，{recovered.Facts.Sheets.Count} 张文字资料。没有写在文档里的留空，请对照原文核对。");
        return new ImportRequest { Json = new ImportFile(audited.Name, AccountsJson.Write(recovered)) };
    }
}
