using FinalAccounts.Import;

namespace FinalAccounts.Cli;

/// <summary>Files that a command line names.</summary>
internal static class NamedFiles
{
    /// <summary>Several as one workbook, those of a folder by name; null for none.</summary>
    /// <param name="name">What several are called together.</param>
    public static ImportFile? Load(string name, IReadOnlyList<string> paths)
    {
        List<ImportFile> files = [.. paths.SelectMany(path => Directory.Exists(path) ? Of(path) : [path]).Select(Load)];
        if (files.Sum(file => (long)file.Content.Length) > ImportLimits.FileBytes)
        {
            throw new UsageException($"{name}的文件一共超过 {ImportLimits.FileBytes / 1024 / 1024} MB，不像公开表或文字资料。");
        }

        return files.Count > 0 ? ImportFile.Together(name, files) : paths.Count == 0 ? null : throw new UsageException($"文件夹 {paths[0]} 里没有表格文件（{string.Join("、", ImportFile.Extensions)}）。");
    }

    /// <summary>One file as it is.</summary>
    public static ImportFile Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new UsageException($"没有这个文件：{path}");
        }

        return new FileInfo(path).Length > ImportLimits.FileBytes
            ? throw new UsageException($"{path} 超过 {ImportLimits.FileBytes / 1024 / 1024} MB，不像公开表或文字资料。")
            : new ImportFile(Path.GetFileName(path), File.ReadAllBytes(path));
    }

    /// <summary>The files of a folder that are workbooks by their names, in order.</summary>
    public static List<string> Of(string folder) =>
    [
        .. Directory.EnumerateFiles(folder)
            .Where(path => !Path.GetFileName(path).StartsWith("~$", StringComparison.Ordinal) && ImportFile.Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal),
    ];
}
