using System.Text.RegularExpressions;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Narration;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Templates;

/// <summary>The steps of docs/新模板集.md, taken from its own text, in a copy of the templates.</summary>
public sealed partial class NewSetGuideTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("finalaccounts-guide");

    public NewSetGuideTests()
    {
        var templates = ShippedTemplateSetsTests.Folder();
        foreach (var file in Directory.EnumerateFiles(templates, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.FullName, Path.GetRelativePath(templates, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        foreach (Match written in Written().Matches(File.ReadAllText(Repository.PathOf("docs", "新模板集.md"))))
        {
            var path = Path.Combine(folder.FullName, written.Groups["file"].Value);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, Indent().Replace(written.Groups["text"].Value, ""));
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void ANewYearIsWholeAtOnceAndPrintsLastYearsDataAsAPreview()
    {
        Override("hubei-2024", "national-2024", "tables/表05.yaml", text => text);
        Override("hubei-2024", "national-2024", "sections/政府采购.sbn", text => text.Replace("政府采购支出总额", "政府采购总支出", StringComparison.Ordinal));
        var set = Read("hubei-2024");

        var imported = Importer.Import(
            new ImportRequest { Tables = Sample("公开表.xlsx"), Facts = Sample("文字资料.xlsx"), FiscalYear = 2023 }, set.Set, CancellationToken.None);
        var sections = Narrator.Narrate(imported.Value!, set, CancellationToken.None);

        Assert.Contains("政府采购总支出28,435.94万元", Narration.Spoken.Text(sections.Single(section => section.File == "sections/政府采购.sbn").Blocks), StringComparison.Ordinal);
        Assert.Equal(["hubei-2024"], set.Set.Sections.Values.Where(section => section.File == "sections/政府采购.sbn").Select(section => section.Origin));
    }

    [Fact]
    public void ANewProvinceIsWholeAtOnceAndLintNamesWhatALaterStepBreaks()
    {
        Override("jiangnan-2024", "national-2024", "metrics/文字资料.yaml", text => Lines(text, "小微企业合同金额"));
        var set = Read("jiangnan-2024", lint: false);

        Assert.Equal((2, false, "单位：万元"), (set.Set.Options.PercentDecimals, set.Set.Options.TrimPercent, set.Set.Options.TableUnit));
        Assert.Contains(Narrator.Lint(set), finding => finding.Places[0].File == "sections/政府采购.sbn" && finding.Message.Contains("小微企业合同金额", StringComparison.Ordinal));

        Override("jiangnan-2024", "national-2024", "sections/政府采购.sbn", text => text[..text.IndexOf("{{~ if 小微", StringComparison.Ordinal)] + "。\n");
        Override("jiangnan-2024", "national-2024", "rules/文字资料.yaml", text => text + "- {code: 江-1, formula: \"表09[决算公务接待费] <= 表09[预算公务接待费]\", message: 公务接待费不应超预算}\n");
        Assert.Contains(Read("jiangnan-2024").Rules, rule => rule.Definition.Code == "江-1");
    }

    [Fact]
    public void WhatHubeiPrintsDoesNotDependOnShanghai()
    {
        string Hash() => TemplateSetHash.Of(new FolderTemplateSource(folder.FullName), Read("hubei-2023").Set);
        var both = Hash();
        Directory.Delete(Path.Combine(folder.FullName, "shanghai-2024"), recursive: true);

        Assert.Equal(both, Hash());
        Override("hubei-2023", "national-2024", "sections/政府采购.sbn", text => text + "\n");
        Assert.NotEqual(both, Hash());
    }

    private CompiledSet Read(string key, bool lint = true)
    {
        var read = new TemplateSetReader(new FolderTemplateSource(folder.FullName)).ReadCompiled(key);
        Assert.Equal([], read.Findings.Concat(lint ? Narrator.Lint(read.Value!) : []).Select(finding => $"{finding.Places[0]} {finding.Message}"));
        return read.Value!;
    }

    private void Override(string set, string parent, string file, Func<string, string> change)
    {
        var path = Path.Combine(folder.FullName, set, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, change(File.ReadAllText(Path.Combine(folder.FullName, parent, file))));
    }

    private static string Lines(string text, string without) =>
        string.Join('\n', text.Split('\n').Where(line => !line.Contains(without, StringComparison.Ordinal)));

    private static ImportFile Sample(string name) => new(name, File.ReadAllBytes(Repository.PathOf("samples", "whdh-2023", name)));

    [GeneratedRegex(@"cat > templates/(?<file>\S+) <<'YAML'\n(?<text>.*?)\n *YAML\n", RegexOptions.Singleline)]
    private static partial Regex Written();

    [GeneratedRegex("^   ", RegexOptions.Multiline)]
    private static partial Regex Indent();
}
