using FinalAccounts.Cli;
using FinalAccounts.Import.Json;
using FinalAccounts.Rendering;
using FinalAccounts.Samples;
using FinalAccounts.Tests.Rendering.Pdf;
using Spectre.Console;

namespace FinalAccounts.Tests.Cli;

/// <summary>Last year's published document starts this year's facts.</summary>
[Collection(PdfCollection.Name)]
public sealed class LastYearFileTests(PdfFixture typesetting) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("finalaccounts-lastyear");
    private readonly StringWriter said = new();

    private IAnsiConsole Terminal => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(said) });

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task APublishedDocumentOfEachFormatIsReadAsLastYear()
    {
        var set = ShippedSets.Of("shanghai-2024");
        var unit = SampleUnit.Create(set, UnitVariety.Batch(1, 17).Single());
        var document = Pipeline.Run(unit, [], set, null, CancellationToken.None).Document!;
        var rendered = await new DisclosureRenderer(typesetting.Renderer).RenderAsync(document, set.Set.Theme, OutputFormats.Word | OutputFormats.Pdf | OutputFormats.Html, null, default);
        Assert.Equal(3, rendered.Files.Count);
        foreach (var file in rendered.Files)
        {
            var path = Path.Combine(folder.FullName, "上年" + file.Extension);
            await File.WriteAllBytesAsync(path, file.Bytes);

            var request = await LastYearFile.ReadAsync(path, Terminal, CancellationToken.None);

            var read = AccountsJson.Read(request!.Json!, set.Set, CancellationToken.None).Value!;
            Assert.Equal((unit.UnitName, 2024, 9), (read.UnitName, read.FiscalYear, read.Tables.Count));
            Assert.Equal(unit.Facts.Records("主要职责").Select(record => record.Values["内容"].Text), read.Facts.Records("主要职责").Select(record => record.Values["内容"].Text));
        }
    }

    [Fact]
    public async Task WorkbooksAndJsonAreTakenAsTheyAre()
    {
        var (workbook, json) = (Path.Combine(folder.FullName, "文字资料.xlsx"), Path.Combine(folder.FullName, "上年.JSON"));
        await File.WriteAllBytesAsync(workbook, [1]);
        await File.WriteAllBytesAsync(json, [2]);
        Assert.Equal("文字资料.xlsx", (await LastYearFile.ReadAsync(workbook, Terminal, CancellationToken.None))!.Facts!.Name);
        Assert.Equal("上年.JSON", (await LastYearFile.ReadAsync(json, Terminal, CancellationToken.None))!.Json!.Name);
    }

    [Fact]
    public async Task WhatCannotBeReadIsTold()
    {
        var path = Path.Combine(folder.FullName, "空.pdf");
        await File.WriteAllBytesAsync(path, []);
        Assert.Null(await LastYearFile.ReadAsync(path, Terminal, CancellationToken.None));
        Assert.Contains("空.pdf", said.ToString(), StringComparison.Ordinal);
    }
}
