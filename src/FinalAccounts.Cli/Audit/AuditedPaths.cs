using FinalAccounts.Reading;

namespace FinalAccounts.Cli.Audit;

/// <summary>The files that <c>audit</c> looks at: those named, and those of a folder and its folders.</summary>
internal static class AuditedPaths
{
    // Documents of these kinds cannot be read; each is listed with what to save it as, none is passed over in silence.
    private static readonly string[] Refused = [".doc", ".wps", ".rtf", ".odt", ".ofd"];

    // Word and WPS keep such a file beside a document that is open.
    private const string OwnerFile = "~$";

    /// <summary>In the order given, those of a folder by name.</summary>
    /// <exception cref="UsageException">Nothing stands there, or nothing that could be a document.</exception>
    public static List<string> Of(IEnumerable<string> given) => [.. given.SelectMany(path =>
        Directory.Exists(path) ? Found(path) : File.Exists(path) ? [path] : throw new UsageException($"没有这个文件或文件夹：{path}"))];

    private static List<string> Found(string folder)
    {
        var found = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(IsDocument).Order(StringComparer.Ordinal).ToList();
        return found.Count > 0 ? found : throw new UsageException($"文件夹 {folder} 里没有能审核的文件（{string.Join("、", DocumentReader.Extensions)}）。");
    }

    private static bool IsDocument(string path)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        return !Path.GetFileName(path).StartsWith(OwnerFile, StringComparison.Ordinal) && (DocumentReader.Extensions.Contains(extension) || Refused.Contains(extension));
    }
}
