using System.CommandLine;
using FinalAccounts.Documents;
using FinalAccounts.Import;
using FinalAccounts.Rendering.Foundations;
using FinalAccounts.Rendering.Word.Office;

namespace FinalAccounts.Cli;

/// <summary>The option <c>--styles</c>: an office's own fonts and sizes, from a Word template.</summary>
internal static class StylesOption
{
    private const int MostBytes = 20 << 20;

    public static Option<string?> Create() => new("--styles") { Description = "本单位的样式文件（Word 模板 .dotx 或 .docx）：只取各样式的字体、字号、行距，所有格式都按它" };

    /// <summary>The file; null when none is named.</summary>
    public static ImportFile? Load(string? path)
    {
        if (path is null)
        {
            return null;
        }

        var file = new FileInfo(path);
        return !file.Exists ? throw new UsageException($"--styles：没有文件 {path}。")
            : file.Length > MostBytes ? throw new UsageException($"--styles：文件 {path} 太大，样式文件不超过 {MostBytes >> 20} MB。")
            : new ImportFile(file.Name, File.ReadAllBytes(path));
    }

    /// <summary>The theme in the file's fonts and sizes.</summary>
    public static Theme Over(Theme theme, ImportFile? file)
    {
        try
        {
            return file is null ? theme : OfficeStyles.Read(file.Content.ToArray()).Over(theme);
        }
        catch (RenderingException exception)
        {
            throw new UsageException($"--styles：{file!.Name}：{exception.Message}");
        }
    }
}
