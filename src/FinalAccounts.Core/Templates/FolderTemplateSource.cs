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
                .Where(folder => File.Exists(Path.Combine(folder, "set.yaml")))
                .Select(folder => Path.GetFileName(folder)!)
                .Order(StringComparer.Ordinal)
                .ToList();

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

    private string? Folder(string set)
    {
        var folder = Path.Combine(root, set);
        return IsName(set) && Directory.Exists(folder) ? folder : null;
    }

    // A path stays inside its set: no empty part, no "..", no separator of any system.
    private static bool IsName(string part) =>
        part.Length > 0 && part is not ("." or "..") && part.IndexOfAny(['/', '\\', ':', '\0']) < 0;
}
