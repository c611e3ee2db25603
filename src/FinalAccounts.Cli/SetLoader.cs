using FinalAccounts.Formulas;
using FinalAccounts.Templates;
using Spectre.Console;

namespace FinalAccounts.Cli;

/// <summary>Loads a template set by key, or says what is wrong with it.</summary>
internal static class SetLoader
{
    /// <summary>The set; null after its mistakes have been printed.</summary>
    public static CompiledSet? Load(Workspace workspace, string key, IAnsiConsole console)
    {
        var source = new FolderTemplateSource(workspace.Templates);
        if (!source.Sets.Contains(key))
        {
            throw new UsageException($"没有模板集 {key}。现有：{string.Join("、", source.Sets)}");
        }

        var result = new TemplateSetReader(source).ReadCompiled(key);
        if (!result.Succeeded)
        {
            console.MarkupLineInterpolated($"[red]模板集 {key} 有错误，不能使用：[/]");
            FindingsPrinter.Print(console, result.Findings);
        }

        return result.Value;
    }
}
