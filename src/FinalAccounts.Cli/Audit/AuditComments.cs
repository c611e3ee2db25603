using FinalAccounts.Service.Reviewing;

namespace FinalAccounts.Cli.Audit;

/// <summary>Word files of an audit with its findings as comments; everything else as the unit wrote it.</summary>
internal static class AuditComments
{
    /// <summary>Writes them: one document to a file, several into a folder under their own names.</summary>
    /// <exception cref="UsageException">A document is no Word file that could be read, or the target is the document itself.</exception>
    public static void Write(string target, IReadOnlyList<AuditedFile> files)
    {
        var usable = files.Where(file => file.Document.Document.Parts.Count > 0 && Path.GetExtension(file.Name).Equals(".docx", StringComparison.OrdinalIgnoreCase)).ToList();
        if (usable.Count == 0)
        {
            throw new UsageException("--docx 只能把批注写进读得出的 Word 文档（.docx）；PDF 和网页请用 --html。");
        }

        foreach (var (index, file) in usable.Index())
        {
            var path = Path.GetFullPath(files.Count == 1 ? target : Path.Combine(target, $"{index + 1:000}-{file.Name}"));
            if (path == Path.GetFullPath(file.Path))
            {
                throw new UsageException($"--docx 不能写回原来的文件 {file.Path}，请换一个文件名。");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, FindingComments.Into(File.ReadAllBytes(file.Path), file.Findings, file.Document.Part, DateTimeOffset.Now, CancellationToken.None));
        }
    }
}
