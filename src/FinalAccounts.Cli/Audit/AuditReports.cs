using FinalAccounts.Service.Reviewing;

namespace FinalAccounts.Cli.Audit;

/// <summary>Writes what <c>audit</c> reports of each document as soon as it is there, so that of many none has to be kept: pages (<c>--html</c>) and Word files with comments (<c>--docx</c>).</summary>
/// <param name="html">A file for one document, a folder for several; null for none.</param>
/// <param name="docx">The same for Word files.</param>
/// <param name="count">How many documents there are.</param>
internal sealed class AuditReports(string? html, string? docx, int count)
{
    private readonly string?[] links = new string?[count];
    private int commented;

    /// <summary>Writes the reports on one document; several may be written at the same time.</summary>
    /// <exception cref="UsageException">The Word file would overwrite the unit's own.</exception>
    public void Write(int index, AuditedFile file)
    {
        if (html is not null)
        {
            links[index] = $"{index + 1:000}-{Path.GetFileNameWithoutExtension(file.Name)}.html";
            File.WriteAllText(Target(count == 1 ? html : Path.Combine(html, links[index]!)), AuditPage.Write(file));
        }

        if (docx is not null && file.Document.Document.Parts.Count > 0 && Path.GetExtension(file.Name).Equals(".docx", StringComparison.OrdinalIgnoreCase))
        {
            Comment(Target(count == 1 ? docx : Path.Combine(docx, $"{index + 1:000}-{file.Name}")), file);
        }
    }

    /// <summary>Writes the index of several; says when there was nothing to write comments into.</summary>
    /// <exception cref="UsageException">No document was a Word file that could be read.</exception>
    public void Finish(IReadOnlyList<AuditedFile> files)
    {
        if (html is not null && count > 1)
        {
            File.WriteAllText(Path.Combine(html, "index.html"), AuditIndexPage.Write([.. files.Zip(links, (file, link) => (file, link!))]));
        }

        if (docx is not null && commented == 0)
        {
            throw new UsageException("--docx 只能把批注写进读得出的 Word 文档（.docx）；PDF 和网页请用 --html。");
        }
    }

    // Everything else in the file stays as the unit wrote it.
    private void Comment(string target, AuditedFile file)
    {
        if (target == Path.GetFullPath(file.Path))
        {
            throw new UsageException($"--docx 不能写回原来的文件 {file.Path}，请换一个文件名。");
        }

        File.WriteAllBytes(target, FindingComments.Into(File.ReadAllBytes(file.Path), file.Findings, file.Document.Part, DateTimeOffset.Now, CancellationToken.None));
        Interlocked.Increment(ref commented);
    }

    private static string Target(string path)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return full;
    }
}
