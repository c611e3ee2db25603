using FinalAccounts.Rendering.Typst.Worker;

namespace FinalAccounts.Rendering.Typst;

/// <summary>Turns what the compiler refuses, or does otherwise than it was told, into an error.</summary>
internal static class Refusal
{
    // The pages would differ from what the theme says.
    private static readonly string[] Serious = ["unknown font family", "did not converge"];

    /// <exception cref="RenderingException">There is no file, or not the one that was asked for.</exception>
    public static void Check(WorkerAnswer answer)
    {
        if (answer.Error is { } errors)
        {
            throw new RenderingException(errors.All(error => error.Contains("could not be displayed", StringComparison.Ordinal))
                ? $"有字符在所选字体中没有字形，不能排印：{string.Join("；", errors)}。请改用其他写法，或安装含有这些字符的字体并写入 theme.yaml。"
                : $"不能排版：{string.Join("；", errors)}");
        }

        var found = answer.Warnings.Where(warning => Serious.Any(sign => warning.Contains(sign, StringComparison.Ordinal))).Distinct().ToList();
        if (found.Count > 0)
        {
            throw new RenderingException($"排版结果与主题不符：{string.Join("；", found)}。请检查 theme.yaml 的字体。");
        }
    }
}
