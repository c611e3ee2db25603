using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Samples;
using FinalAccounts.Templates;
using Xunit.Abstractions;

namespace FinalAccounts.Tests.Rendering.Pdf.Quality;

/// <summary>The pages of both samples and of made-up units, measured as printed.</summary>
[Collection(PdfCollection.Name)]
public sealed class PageQualityTests(PdfFixture fixture, ITestOutputHelper output)
{
    [Theory]
    [InlineData("hubei-2023", "whdh-2023")]
    [InlineData("shanghai-2024", "shanghai-made-up")]
    public async Task NothingOnTheSamplesPagesIsSentBack(string key, string folder)
    {
        var set = Read(key);
        var imported = Importer.Import(new ImportRequest { Tables = Load(folder, "公开表.xlsx"), Facts = Load(folder, "文字资料.xlsx"), PriorTables = Load(folder, "上年公开表.xlsx") }, set.Set, CancellationToken.None);
        Assert.Equal([], await FaultsAsync(Pipeline.Run(imported.Value!, imported.Findings, set, null, CancellationToken.None).Document!, set.Set.Theme, folder));
    }

    [Fact]
    public async Task NothingOnTheMadeUpUnitsPagesIsSentBack()
    {
        var faults = new List<string>();
        foreach (var (key, seed) in new[] { ("national-2024", 11), ("hubei-2023", 12), ("shanghai-2024", 13) })
        {
            var set = Read(key);
            foreach (var options in UnitVariety.Batch(10, seed))
            {
                var document = Pipeline.Run(SampleUnit.Create(set, options), [], set, null, CancellationToken.None).Document!;
                faults.AddRange((await FaultsAsync(document, set.Set.Theme, options.Code ?? "")).Select(fault => $"{key} {options.Code} {fault}"));
            }
        }

        Assert.Equal([], faults);
    }

    private async Task<IReadOnlyList<string>> FaultsAsync(Document document, Theme theme, string name)
    {
        var print = await fixture.Renderer.PrintAsync(document, theme);
        var faults = PageQuality.Faults(print.Pdf, document, theme, print.Pages);
        output.WriteLine($"{name}: {print.Pages.PageCount} pages, {string.Join(", ", faults.GroupBy(fault => fault.Kind).Select(kind => $"{kind.Key} {kind.Count()}"))}");
        foreach (var fault in faults)
        {
            output.WriteLine(fault.ToString());
        }

        return [.. faults.Select(fault => fault.ToString())];
    }

    private static CompiledSet Read(string key) => new TemplateSetReader(new FolderTemplateSource(Repository.PathOf("templates"))).ReadCompiled(key).Value!;

    private static ImportFile? Load(string folder, string name) =>
        Repository.PathOf("samples", folder, name) is var path && File.Exists(path) ? new ImportFile(name, File.ReadAllBytes(path)) : null;
}
