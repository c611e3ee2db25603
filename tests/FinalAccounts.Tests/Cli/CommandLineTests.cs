using System.Text.Json;
using static FinalAccounts.Tests.Cli.CommandProcess;

namespace FinalAccounts.Tests.Cli;

/// <summary>The command as people run it: its exit code and what it says; the help, a whole generation and another home as processes of their own.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class CommandLineTests : IDisposable
{
    private static readonly string SampleFolder = Repository.PathOf("samples", "whdh-2023");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("finalaccounts-cli");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task HelpNamesEveryCommandInChinese()
    {
        var (code, output) = await RunAlone("--help");
        Assert.Equal(0, code);
        foreach (var command in new[] { "generate", "check", "origins", "import", "facts", "sets" })
        {
            Assert.Contains(command, output, StringComparison.Ordinal);
        }

        Assert.Contains("用法", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("generate", "没有这个文件夹")]
    [InlineData("generate", "--unknown-option")]
    [InlineData("sets", "show", "nowhere-1999")]
    [InlineData("nonsense")]
    [InlineData("sets")]
    public async Task WrongUseEndsWithCode2(params string[] arguments)
    {
        var (code, output) = await Run(arguments);
        Assert.Equal(2, code);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.Matches("[\u4e00-\u9fff]", output.Split('\n')[0]);
    }

    [Fact]
    public async Task SetIsCopiedExportedAndImportedWithoutOverwritingOne()
    {
        var templates = folder.CreateSubdirectory("templates");
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("templates"), "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(templates.FullName, Path.GetRelativePath(Repository.PathOf("templates"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        var zip = Path.Combine(folder.FullName, "a.zip");
        var home = folder.FullName;
        Assert.Equal(0, (await RunIn(home, "sets", "copy", "hubei-2023", "hubei-2024", "--year", "2024")).Code);
        Assert.Contains("fiscalYear: 2024", await File.ReadAllTextAsync(Path.Combine(templates.FullName, "hubei-2024", "set.yaml")));
        Assert.Equal(0, (await RunIn(home, "sets", "export", "hubei-2024", "--output", zip)).Code);
        Assert.Equal(2, (await RunIn(home, "sets", "import", zip)).Code);
        Directory.Delete(Path.Combine(templates.FullName, "hubei-2024"), recursive: true);
        Assert.Equal(0, (await RunIn(home, "sets", "import", zip)).Code);
        Assert.True(File.Exists(Path.Combine(templates.FullName, "hubei-2024", "sections", "重点工作.sbn")));
    }

    [Fact]
    public async Task BrokenWorkbookEndsWithCode3AndWritesNothing()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "公开表.xlsx"), "单位,金额\n某局,1\n");
        File.Copy(Path.Combine(SampleFolder, "文字资料.xlsx"), Path.Combine(folder.FullName, "文字资料.xlsx"));
        var (code, output) = await Run("generate", folder.FullName, "--output", Path.Combine(folder.FullName, "out"));
        Assert.Equal(3, code);
        Assert.Contains("公开表.xlsx", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.FullName, "out")));
    }

    [Fact]
    public async Task PublishingOverErrorsEndsWithCode1AndWritesNothing()
    {
        var (code, output) = await Run("generate", SampleFolder, "--publish", "--formats", "xlsx", "--output", folder.FullName);
        Assert.Equal(1, code);
        Assert.Contains("#REF!", output, StringComparison.Ordinal);
        Assert.Empty(folder.GetFileSystemInfos());
    }

    [Fact]
    public async Task OverrideIsKeptInTheManifest()
    {
        var (code, _) = await Run(
            "generate", SampleFolder, "--publish", "--override-by", "张三", "--override-reason", "按公布稿存档", "--formats", "xlsx", "--output", folder.FullName);
        Assert.Equal(0, code);
        var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(folder.GetFiles("manifest.json", SearchOption.AllDirectories).Single().FullName));
        Assert.Equal("张三", manifest.RootElement.GetProperty("override").GetProperty("person").GetString());
        Assert.False(manifest.RootElement.GetProperty("draft").GetBoolean());
        Assert.Equal(2, manifest.RootElement.GetProperty("inputs").GetArrayLength());
    }

    [Fact]
    public async Task AnotherUnitsWorkbookIsRefused()
    {
        var (code, output) = await Run("generate", SampleFolder, "--unit", "某某市水务局", "--output", folder.FullName);
        Assert.Equal(3, code);
        Assert.Contains("某某市水务局", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GenerateWritesFourFilesAndAManifestThatNamesTheirHashes()
    {
        var (code, output) = await RunAlone("generate", SampleFolder, "--output", folder.FullName, "--timings");
        Assert.True(code == 0, output);
        var target = folder.GetFiles("manifest.json", SearchOption.AllDirectories).Single().Directory!;
        Assert.Equal("2023", target.Parent!.Name);
        var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(target.FullName, "manifest.json")));
        var outputs = manifest.RootElement.GetProperty("outputs").EnumerateArray().ToList();
        Assert.Equal([".docx", ".pdf", ".html", ".xlsx"], outputs.Select(file => Path.GetExtension(file.GetProperty("name").GetString())));
        foreach (var file in outputs)
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(target.FullName, file.GetProperty("name").GetString()!));
            Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), file.GetProperty("sha256").GetString());
        }

        Assert.Contains("未安装", manifest.RootElement.GetProperty("warnings").ToString(), StringComparison.Ordinal);
        Assert.Contains("撰写文字", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ImportedJsonGeneratesTheSameWorkbookOfTables()
    {
        var json = Path.Combine(folder.FullName, "accounts.json");
        Assert.Equal(0, (await Run("import", SampleFolder, "--output", json)).Code);
        await Run("generate", SampleFolder, "--formats", "xlsx", "--output", Path.Combine(folder.FullName, "a"));
        var (code, output) = await Run("generate", json, "--formats", "xlsx", "--output", Path.Combine(folder.FullName, "b"));
        Assert.True(code == 0, output);
        var files = folder.GetFiles("*.xlsx", SearchOption.AllDirectories);
        Assert.Equal(2, files.Length);
        Assert.Equal(await File.ReadAllBytesAsync(files[0].FullName), await File.ReadAllBytesAsync(files[1].FullName));
    }

    [Fact]
    public async Task TwoRegionsAreGeneratedInOneRunEachByItsOwnSet()
    {
        var (code, output) = await Run("generate", SampleFolder, Repository.PathOf("samples", "shanghai-made-up"), "--formats", "html", "--output", folder.FullName);
        Assert.True(code == 0, output);
        Assert.Equal(
            ["hubei-2023", "shanghai-2024"],
            folder.GetFiles("manifest.json", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal)
                .Select(file => JsonDocument.Parse(File.ReadAllText(file.FullName)).RootElement.GetProperty("templateSet").GetString()));
        Assert.Equal(2, (await Run("check", SampleFolder, SampleFolder)).Code);
    }

    [Fact]
    public async Task NewFactsWorkbookIsNotOverwrittenUnasked()
    {
        var path = Path.Combine(folder.FullName, "文字资料.xlsx");
        Assert.Equal(0, (await Run("facts", "new", "--output", path)).Code);
        var first = await File.ReadAllBytesAsync(path);
        Assert.Equal(2, (await Run("facts", "new", "--output", path)).Code);
        Assert.Equal(0, (await Run("facts", "new", "--output", path, "--force")).Code);
        Assert.Equal(first, await File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task AFormIsPrefilledFromTablesAndLastYear()
    {
        var path = Path.Combine(folder.FullName, "预填.xlsx");
        var sample = Repository.PathOf("samples", "shanghai-made-up");
        var (code, output) = await Run("facts", "new", "--set", "shanghai-2024", "--from", Path.Combine(sample, "公开表.xlsx"), "--last-year", Path.Combine(sample, "文字资料.xlsx"), "--output", path);

        Assert.Equal(0, code);
        Assert.Contains("主要职责", output, StringComparison.Ordinal);
        var set = ShippedSets.Of("shanghai-2024").Set;
        var facts = FinalAccounts.Import.FactSheets.FactsWorkbook.Read(new FinalAccounts.Import.ImportFile("预填.xlsx", await File.ReadAllBytesAsync(path)), set.Facts, default).Value!;
        Assert.Contains(facts.Records("一般公共预算支出"), record => record.Values["科目编码"].Text == "2010505" && record.Values["科目名称"].Text == "专项统计业务");
        Assert.Equal(2, (await Run("facts", "new", "--from", "没有.xlsx", "--output", Path.Combine(folder.FullName, "b.xlsx"))).Code);
    }

    [Fact]
    public async Task OriginsNamesTheCellsOfEveryNumber()
    {
        var workbook = Path.Combine(folder.FullName, "来源.xlsx");
        var (code, output) = await Run("origins", SampleFolder, "--json", "--xlsx", workbook);
        Assert.Equal(0, code);
        var report = JsonDocument.Parse(output).RootElement;
        Assert.Equal(1m, report.GetProperty("share").GetDecimal());
        Assert.Contains(report.GetProperty("entries").EnumerateArray(), entry => entry.GetProperty("text").GetString() == "95,205.29万元"
            && entry.GetProperty("cells")[0].GetProperty("place").GetString() == "公开表.xlsx ▸ 公开01表 ▸ C37");
        Assert.True(new FileInfo(workbook).Length > 10_000);
    }

    [Fact]
    public async Task CheckSaysInJsonWhatStopsPublishing()
    {
        var (code, output) = await Run("check", SampleFolder, "--json");
        Assert.Equal(1, code);
        var findings = JsonDocument.Parse(output).RootElement.EnumerateArray().ToList();
        Assert.Contains(findings, finding => finding.GetProperty("severity").GetString() == "error"
            && finding.GetProperty("places")[0].GetProperty("sheet").GetString() == "整体自评表"
            && finding.GetProperty("places")[0].GetProperty("cell").GetString() == "B14");
        Assert.Contains(findings, finding => finding.GetProperty("severity").GetString() == "rounding"
            && finding.GetProperty("difference").GetString() == "-0.01");
    }

    [Fact]
    public async Task ShippedTemplateSetHasNoMistakes()
    {
        var (code, output) = await Run("sets", "lint", "hubei-2023");
        Assert.True(code == 0, output);
        Assert.Contains("hubei-2023", (await Run("sets", "list")).Output, StringComparison.Ordinal);
        Assert.Contains("一、收入支出决算总体情况说明", (await Run("sets", "show", "hubei-2023")).Output, StringComparison.Ordinal);
    }
}
