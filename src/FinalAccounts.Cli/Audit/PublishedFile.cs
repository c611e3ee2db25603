using FinalAccounts.Import;
using FinalAccounts.Reading;
using FinalAccounts.Service.Reviewing;

namespace FinalAccounts.Cli.Audit;

/// <summary>A published document on the disk.</summary>
internal static class PublishedFile
{
    /// <summary>Audits it, with the workbooks that it names and that lie beside it.</summary>
    public static async Task<AuditedFile> AuditAsync(AuditJob job, string path, CancellationToken cancellation) =>
        await job.RunAsync(path, await Content(path, cancellation), link => Beside(path, link), cancellation);

    // A file over the limit is refused by the reader, which needs no more of it than that it is.
    private static async Task<byte[]> Content(string path, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(path);
        var content = new byte[Math.Min(stream.Length, DocumentLimits.FileBytes + 1)];
        await stream.ReadExactlyAsync(content, cancellation);
        return content;
    }

    // Only files in the page's own folder: a page may name anything.
    private static ImportFile? Beside(string path, string link)
    {
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(Uri.UnescapeDataString(link)));
        return File.Exists(file) && new FileInfo(file).Length <= ImportLimits.FileBytes ? new ImportFile(Path.GetFileName(file), File.ReadAllBytes(file)) : null;
    }
}
