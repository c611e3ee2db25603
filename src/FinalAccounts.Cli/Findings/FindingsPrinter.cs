using Spectre.Console;

namespace FinalAccounts.Cli;

/// <summary>Prints findings for people as a table: the gravest first, each with place, expected, actual, difference and what to do.</summary>
internal static class FindingsPrinter
{
    private const int MostPlaces = 3;

    /// <summary>Prints all of them, or says that there are none.</summary>
    public static void Print(IAnsiConsole console, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            console.MarkupLine("[green]没有发现问题。[/]");
            return;
        }

        var table = new Table().Border(TableBorder.Horizontal).AddColumns("级别", "规则", "问题", "位置", "应为", "实为", "差额", "处理");
        foreach (var column in (int[])[0, 1])
        {
            table.Columns[column].NoWrap();
        }

        foreach (var column in (int[])[4, 5, 6])
        {
            table.Columns[column].RightAligned();
        }

        foreach (var finding in findings.OrderByDescending(finding => finding.Severity))
        {
            table.AddRow(
                new Markup($"[{Colour(finding.Severity)}]{FindingWords.Name(finding.Severity)}[/]"),
                new Text(finding.Rule), new Text(finding.Message), new Text(Places(finding)),
                new Text(finding.Expected ?? ""), new Text(finding.Actual ?? ""), new Text(finding.Difference ?? ""), new Text(FindingWords.Remedy(finding)));
        }

        console.Write(table);
        console.WriteLine(FindingWords.Summary(findings));
    }

    private static string Places(Finding finding) => string.Join('\n', finding.Places.Take(MostPlaces).Select(place => place.ToString()))
        + (finding.Places.Count > MostPlaces ? $"\n……共{finding.Places.Count}处" : "");

    private static string Colour(Severity severity) => severity switch
    {
        Severity.Fatal or Severity.Error => "red",
        Severity.Warning => "yellow",
        Severity.Rounding => "blue",
        _ => "grey",
    };
}
