using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;

namespace FinalAccounts.Templates;

/// <summary>Template sets as folders below one root: templates/hubei-2023/….</summary>
/// <param name="root">The folder that holds the sets' folders.</param>
public sealed class FolderTemplateSource(string root) : ITemplateSource
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <inheritdoc/>
    public IReadOnlyList<string> Sets =>
        !Directory.Exists(root)
            ? []
            : Directory.EnumerateDirectories(root)
                .Where(folder => File.Exists(Path.Combine(folder, TemplateFileKinds.Head)))
                .Select(folder => Path.GetFileName(folder)!)
                .Order(StringComparer.Ordinal)
                .ToList();

    /// <summary>Another one as soon as a file below the root is: by names, sizes and times, nothing is read.</summary>
    public string Stamp()
    {
        if (!Directory.Exists(root))
        {
            return "";
        }

        var files = new FileSystemEnumerable<string>(root, StampOf, new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = default })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
        };
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files.Order(StringComparer.Ordinal)))));
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> List(string set)
    {
        if (Folder(set) is not { } folder)
        {
            return [];
        }

        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal)
            .ToList();
    }

    /// <inheritdoc/>
    public string? Read(string set, string path)
    {
        if (Folder(set) is not { } folder || path.Split('/').Any(part => !IsName(part)))
        {
            return null;
        }

        var file = new FileInfo(Path.Combine(folder, path));
        if (!file.Exists)
        {
            return null;
        }

        if (file.Length > TemplateSetReader.MaxFileBytes)
        {
            throw new InvalidDataException($"文件有 {file.Length:N0} 字节，超过上限 {TemplateSetReader.MaxFileBytes:N0} 字节");
        }

        try
        {
            return Strict.GetString(File.ReadAllBytes(file.FullName)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException("文件不是 UTF-8 编码，请用 UTF-8 保存");
        }
    }

    // A link says nothing about the file that it leads to.
    private static string StampOf(ref FileSystemEntry entry)
    {
        var file = entry.Attributes.HasFlag(FileAttributes.ReparsePoint) ? File.ResolveLinkTarget(entry.ToFullPath(), returnFinalTarget: true) as FileInfo : null;
        return file is { Exists: true }
            ? $"{entry.Directory}/{entry.FileName} {file.Length} {file.LastWriteTimeUtc.Ticks}"
            : $"{entry.Directory}/{entry.FileName} {entry.Length} {entry.LastWriteTimeUtc.UtcTicks}";
    }

    private string? Folder(string set)
    {
        var folder = Path.Combine(root, set);
        return IsName(set) && Directory.Exists(folder) ? folder : null;
    }

    // A path stays inside its set: no empty part, no "..", no separator of any system.
    private static bool IsName(string part) =>
        part.Length > 0 && part is not ("." or "..") && part.IndexOfAny(['/', '\\', ':', '\0']) < 0;
}
