using Spectre.Console;

namespace FinalAccounts.Cli;

/// <summary>Prints findings for people: the gravest first, each with place, expected, actual and difference.</summary>
internal static class FindingsPrinter
{
    /// <summary>Prints all of them, or says that there are none.</summary>
    public static void Print(IAnsiConsole console, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            console.MarkupLine("[green]没有发现问题。[/]");
            return;
        }

        foreach (var finding in findings.OrderByDescending(finding => finding.Severity))
        {
            var (name, colour) = Describe(finding.Severity);
            console.MarkupLineInterpolated($"[{colour}]{name}[/] {finding.Rule}　{finding.Message}");
            foreach (var place in finding.Places.Take(4))
            {
                console.MarkupLineInterpolated($"      [grey]位置：{place.ToString()}[/]");
            }

            if (finding.Places.Count > 4)
            {
                console.MarkupLineInterpolated($"      [grey]……共{finding.Places.Count}处[/]");
            }

            if (finding.Expected is not null || finding.Actual is not null)
            {
                var difference = finding.Difference is null ? string.Empty : $"，差 {finding.Difference}";
                console.MarkupLineInterpolated($"      [grey]应为 {finding.Expected ?? "—"}，实为 {finding.Actual ?? "—"}{difference}[/]");
            }
        }

        console.WriteLine(Summary(findings));
    }

    /// <summary>错误 2，提醒 1，尾差 3.</summary>
    public static string Summary(IReadOnlyList<Finding> findings) =>
        findings.Count == 0 ? "没有发现问题" : string.Join("，", findings
            .GroupBy(finding => finding.Severity)
            .OrderByDescending(group => group.Key)
            .Select(group => $"{Describe(group.Key).Name} {group.Count()}"));

    private static (string Name, string Colour) Describe(Severity severity) => severity switch
    {
        Severity.Fatal => ("无法读取", "red"),
        Severity.Error => ("错误", "red"),
        Severity.Warning => ("提醒", "yellow"),
        Severity.Rounding => ("尾差", "blue"),
        _ => ("说明", "grey"),
    };
}
