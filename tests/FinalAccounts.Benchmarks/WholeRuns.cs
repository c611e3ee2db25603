using System.Diagnostics;
using System.Globalization;
using FinalAccounts.Assembly;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Narration;
using FinalAccounts.Rendering.Typefaces;
using FinalAccounts.Rendering.Typst;
using FinalAccounts.Rendering.Word;
using FinalAccounts.Samples;
using Microsoft.Playwright;

namespace FinalAccounts.Benchmarks;

/// <summary>Whole documents in one process, round after round; each round's time is printed as a line.</summary>
internal static class WholeRuns
{
    /// <summary>Workbooks to the Word file, without page numbers: what other ways to Word leave out as well. The first round reads the template set.</summary>
    public static void Word(int rounds, string output)
    {
        var clock = Stopwatch.StartNew();
        var unit = BenchmarkUnit.Load(BenchmarkUnit.Sample);
        for (var round = 0; round < rounds; round++)
        {
            var imported = Importer.Import(unit.Files, unit.Set.Set, CancellationToken.None);
            var document = Pipeline.Run(imported.Value!, imported.Findings, unit.Set, null, CancellationToken.None).Document!;
            using (var file = File.Create(output))
            {
                WordRenderer.Render(document, unit.Set.Set.Theme, null, file);
            }

            Report(clock);
            clock.Restart();
        }
    }

    /// <summary>A data file to the Word file, without checks: as templating libraries begin and end.</summary>
    public static void Fill(int rounds, string output)
    {
        var clock = Stopwatch.StartNew();
        var unit = BenchmarkUnit.Load(BenchmarkUnit.Sample);
        var data = output + ".json";
        File.WriteAllBytes(data, UnitFiles.Json(Importer.Import(unit.Files, unit.Set.Set, CancellationToken.None).Value!));
        clock.Restart();
        for (var round = 0; round < rounds; round++)
        {
            var request = new ImportRequest { Json = new ImportFile(data, File.ReadAllBytes(data)) };
            var accounts = Importer.Import(request, unit.Set.Set, CancellationToken.None).Value!;
            var outline = UnitOutline.Of(unit.Set, accounts).Value!;
            var sections = Narrator.Narrate(accounts, unit.Set, outline, CancellationToken.None).ToDictionary(section => section.File, section => section.Blocks);
            var document = Assembler.Assemble(accounts, unit.Set.Set with { Outline = outline }, sections, DateTimeOffset.UnixEpoch, null, CancellationToken.None).Value!;
            using (var file = File.Create(output))
            {
                WordRenderer.Render(document, unit.Set.Set.Theme, null, file);
            }

            Report(clock);
            clock.Restart();
        }
    }

    /// <summary>Workbooks to the PDF by a warm typesetter that remembers nothing of the round before, as if each were another unit's.</summary>
    public static async Task Pdf(int rounds, string output)
    {
        var clock = Stopwatch.StartNew();
        var unit = BenchmarkUnit.Load(BenchmarkUnit.Sample);
        await using var printer = new PdfRenderer(new PrintOptions(), FontCatalog.ReadInstalled()) { Keep = 0 };
        for (var round = 0; round < rounds; round++)
        {
            var imported = Importer.Import(unit.Files, unit.Set.Set, CancellationToken.None);
            var document = Pipeline.Run(imported.Value!, imported.Findings, unit.Set, null, CancellationToken.None).Document!;
            var printed = await printer.PrintAsync(document, unit.Set.Set.Theme);
            await File.WriteAllBytesAsync(output, printed.Pdf);
            Report(clock);
            clock.Restart();
        }
    }

    /// <summary>An HTML file printed as it is by a warm browser, a page of its own for each round.</summary>
    public static async Task Bare(string browser, string html, int rounds, string output)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var warm = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = browser, ChromiumSandbox = !Environment.IsPrivilegedProcess });
        var text = await File.ReadAllTextAsync(html);
        for (var round = 0; round < rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            var page = await warm.NewPageAsync(new() { JavaScriptEnabled = false });
            await page.SetContentAsync(text);
            await page.PdfAsync(new() { Path = output, PreferCSSPageSize = true, Tagged = true, Outline = true });
            await page.CloseAsync();
            Report(clock);
        }
    }

    private static void Report(Stopwatch clock) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {clock.Elapsed.TotalMilliseconds:0}"));
}
