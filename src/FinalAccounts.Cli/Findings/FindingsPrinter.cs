using Spectre.Console;

namespace FinalAccounts.Cli;

/// <summary>Prints findings for people: the gravest first, each with its numbers, places and what to do; the rounding differences of a table on one line.</summary>
internal static class FindingsPrinter
{
    private const int MostPlaces = 12;

    /// <summary>Prints all of them, or says that there are none.</summary>
    public static void Print(IAnsiConsole console, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            console.MarkupLine("[green]没有发现问题。[/]");
            return;
        }

        foreach (var line in FoldedFindings.Of(findings))
        {
            Print(console, line.Finding);
        }

        console.WriteLine(FindingWords.Summary(findings) + (findings.Count(finding => finding.Severity == Severity.Rounding) > 1 ? "（逐处的尾差见 --json、--html 或 --xlsx）" : ""));
    }

    private static void Print(IAnsiConsole console, Finding finding)
    {
        var colour = Colour(finding.Severity);
        console.MarkupLineInterpolated($"[{colour}]{FindingWords.Name(finding.Severity)}[/] {finding.Rule}　{finding.Message}");
        var numbers = new[] { ("应为", finding.Expected), ("实为", finding.Actual), ("相差", finding.Difference) }
            .Where(number => number.Item2 is { Length: > 0 } printed && !finding.Message.Contains(printed, StringComparison.Ordinal))
            .Select(number => $"{number.Item1} {number.Item2}").ToList();
        if (numbers.Count > 0)
        {
            console.MarkupLineInterpolated($"     {string.Join("　", numbers)}");
        }

        if (finding.Places.Count > 0)
        {
            var rest = finding.Places.Count > MostPlaces ? $"……共{finding.Places.Count}处" : "";
            console.MarkupLineInterpolated($"     [grey]位置[/] {PlaceRun.Printed(finding.Places.Take(MostPlaces))}{rest}");
        }

        // What is to be done about all of a severity is not said of each.
        if (finding.Remedy is { Length: > 0 } remedy)
        {
            console.MarkupLineInterpolated($"     [grey]处理[/] {remedy}");
        }
    }

    private static string Colour(Severity severity) => severity switch
    {
        Severity.Fatal or Severity.Error => "red",
        Severity.Warning => "yellow",
        Severity.Rounding => "blue",
        _ => "grey",
    };
}
