using FinalAccounts.Import;

namespace FinalAccounts.Cli;

/// <summary>Files that a command line names.</summary>
internal static class NamedFiles
{
    /// <summary>Several as one workbook, those of a folder by name; null for none.</summary>
    /// <param name="name">What several are called together.</param>
    public static ImportFile? Load(string name, IReadOnlyList<string> paths)
    {
        // A folder without one beside another that is full is a folder by mistake, and its tables would be missing.
        List<ImportFile> files = [.. paths.SelectMany(path => Directory.Exists(path) ? Filled(path) : [path]).Select(Load)];
        if (files.Sum(file => (long)file.Content.Length) > ImportLimits.FileBytes)
        {
            throw new UsageException($"{name}的文件一共超过 {ImportLimits.FileBytes / 1024 / 1024} MB，不像公开表或文字资料。");
        }

        return files.Count > 0 ? ImportFile.Together(name, files) : null;
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

    private static List<string> Filled(string folder) => Of(folder) is { Count: > 0 } files
        ? files : throw new UsageException($"文件夹 {folder} 里没有表格文件（{string.Join("、", ImportFile.Extensions)}）。请核对是不是这个文件夹；不用它的，从命令里去掉。");

    /// <summary>The files of a folder that are workbooks by their names, in order.</summary>
    public static List<string> Of(string folder) =>
    [
        .. Directory.EnumerateFiles(folder)
            .Where(path => !Path.GetFileName(path).StartsWith("~$", StringComparison.Ordinal) && ImportFile.Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal),
    ];
}
