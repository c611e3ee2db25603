using System.Diagnostics;
using System.Globalization;
using FinalAccounts.Documents;
using FinalAccounts.Import;
using FinalAccounts.Rendering.Foundations;
using FinalAccounts.Rendering;
using FinalAccounts.Rendering.Typst;
using FinalAccounts.Rendering.Typefaces;

namespace FinalAccounts.Benchmarks;

/// <summary>The sample with one of its tables lengthened, through all formats: time and this process's highest memory after each.</summary>
internal static class LargeTable
{
    private const string TableId = "t03";

    public static async Task Measure(int rows)
    {
        var unit = BenchmarkUnit.Load(BenchmarkUnit.Sample);
        var imported = Importer.Import(unit.Files, unit.Set.Set, CancellationToken.None);
        var document = Lengthen(Pipeline.Run(imported.Value!, imported.Findings, unit.Set, null, CancellationToken.None).Document!, rows);
        Report("before", 0, 0, Stopwatch.StartNew());
        await using var printer = new PdfRenderer(new PrintOptions { TimeLimit = TimeSpan.FromMinutes(10) }, FontCatalog.ReadInstalled());
        foreach (var format in new[] { OutputFormats.Excel, OutputFormats.Word, OutputFormats.Html, OutputFormats.Pdf })
        {
            var clock = Stopwatch.StartNew();
            try
            {
                var rendered = await new DisclosureRenderer(printer).RenderAsync(document, unit.Set.Set.Theme, format, null, CancellationToken.None);
                Report(format.ToString(), rendered.Files[0].Bytes.Length, rendered.Files[0].Pages ?? 0, clock);
            }
            catch (RenderingException refused)
            {
                Console.WriteLine($"{format,-7} {refused.Message}");
            }
        }
    }

    private static Document Lengthen(Document document, int rows) => document with
    {
        Sections = [.. document.Sections.Select(section => section with
        {
            Blocks = [.. section.Blocks.Select(block => block is Table { Id: TableId } table ? Lengthen(table, rows) : block)],
        })],
    };

    private static Table Lengthen(Table table, int rows) => table with
    {
        Rows = [.. Enumerable.Range(0, rows).Select(row => table.Rows[row % table.Rows.Count] with { Key = row.ToString(CultureInfo.InvariantCulture) })],
    };

    private static void Report(string what, int bytes, int pages, Stopwatch clock)
    {
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-7} {clock.Elapsed.TotalSeconds,7:0.0} s {bytes / 1e6,7:0.0} MB {pages,5} pages; memory of this process at its highest {process.PeakWorkingSet64 / 1024 / 1024} MB"));
    }
}
