using System.Text.RegularExpressions;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Narration;
using FinalAccounts.Samples;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Templates;

/// <summary>The steps of docs/新模板集.md, taken from its own text, in a copy of the templates.</summary>
public sealed partial class NewSetGuideTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("finalaccounts-guide");

    public NewSetGuideTests()
    {
        var templates = Repository.PathOf("templates");
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
    public void AMadeUpUnitOfTheNewProvinceIsPrintedInItsOrderAndWordsAndNothingStopsPublishing()
    {
        const string Set = "jiangnan-2024", Parent = "national-2024";
        Override(Set, Parent, "outline.yaml", text => Lines(text, "table: 表09")
            .Replace("      - {title: 七、", "      - {title: 七、财政拨款“三公”经费支出决算表, table: 表09}\n      - {title: 八、", StringComparison.Ordinal)
            .Replace("section: sections/预算绩效.sbn}", "section: sections/预算绩效.sbn}\n      - {title: 十四、基金补充说明, section: sections/基金补充.sbn, when: \"有数(表07[合计, 小计])\"}", StringComparison.Ordinal));
        Directory.CreateDirectory(Path.Combine(folder.FullName, Set, "sections"));
        File.WriteAllText(Path.Combine(folder.FullName, Set, "sections", "基金补充.sbn"), "基金支出{{ 政府性基金预算财政拨款支出 | 万元 }}。\n");
        Override(Set, Parent, "tables/表02.yaml", text => text.Replace("{text: 本年收入合计, rows: 2}", "{text: 收入合计, rows: 2}", StringComparison.Ordinal));
        Override(Set, Parent, "facts.yaml", text => text.Replace(
            "    fields:\n      - {name: 单位名称", "    fields:\n      - {name: 模板集, type: text}\n      - {name: 单位名称", StringComparison.Ordinal));
        Override(Set, Parent, "metrics/文字资料.yaml", text => text);
        Override(Set, Parent, "sections/句式.sbn", text => text.Replace("主要原因：", "主要是：", StringComparison.Ordinal));
        Override(Set, Parent, "terms.yaml", text => text.TrimEnd() + "\n  - {name: 江南专项, meaning: \"指江南省安排的专项资金。\"}\n");
        var set = Read(Set);

        foreach (var options in UnitVariety.Batch(6, 4))
        {
            var accounts = SampleUnit.Create(set, options);
            var disclosure = Pipeline.Run(accounts, [], set, null, CancellationToken.None);
            Assert.Equal([], disclosure.Findings.Where(finding => finding.Severity >= Severity.Error).Select(finding => $"{options.Code} {finding.Rule} {finding.Message}"));

            var text = string.Join('\n', disclosure.Document!.Blocks.Select(DocumentText.Running));
            Assert.Contains("江南专项", text, StringComparison.Ordinal);
            Assert.Matches("[0-9]\\.[0-9]{2}%", text);
            Assert.DoesNotMatch("[0-9]\\.[0-9]%", text);
            Assert.Equal(accounts.Tables["表07"].Cell("合计", "小计").Value is not null, text.Contains("十四、基金补充说明", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void TheWorkedExampleAddsATableThatIsReadPrintedAndTold()
    {
        const string Set = "nanhai-2024";
        var made = NewTemplateSet.Make(new FolderTemplateSource(folder.FullName), Set, "national-2024", "南海").Value!;
        Assert.Contains("parent: national-2024", made.Files["set.yaml"], StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder.FullName, Set, "set.yaml"), made.Files["set.yaml"]);
        File.WriteAllText(Path.Combine(folder.FullName, Set, "outline.yaml"), made.Files["outline.yaml"]
            .Replace("table: 表09}", "table: 表09}\n      - {title: 十、政府购买服务支出情况表, table: 表10}", StringComparison.Ordinal)
            .Replace("section: sections/政府采购.sbn}", "section: sections/政府采购.sbn}\n      - {title: 十二、政府购买服务情况说明, section: sections/购买服务.sbn}", StringComparison.Ordinal));
        var set = Read(Set);
        Assert.Equal([], Linting.SetLint.Of(set).Select(finding => finding.Message));

        var accounts = SampleUnit.Create(set, new UnitOptions(3) { Unit = Accounts.MoneyUnit.TenThousandYuan });
        var disclosure = Pipeline.Run(accounts, [], set, null, CancellationToken.None);
        Assert.Equal([], disclosure.Findings.Where(finding => finding.Severity >= Severity.Error).Select(finding => $"{finding.Rule} {finding.Message}"));
        var text = string.Join('\n', disclosure.Document!.Blocks.Select(DocumentText.Running));
        Assert.Contains("政府购买服务3个项目，合同金额", text, StringComparison.Ordinal);

        var files = UnitFiles.Workbooks(accounts, set.Set).ToDictionary(file => file.Name, file => new ImportFile(file.Name, file.Content));
        var imported = Importer.Import(new ImportRequest { Tables = files["公开表.xlsx"], Facts = files["文字资料.xlsx"] }, set.Set, CancellationToken.None);
        Assert.Equal(
            accounts.Tables["表10"].Rows.Select(row => $"{row.Key} {row.Name} {row.Cell("承接单位").Text} {row.Cell("批次").Value} {row.Cell("合同金额").Value:0.00}"),
            imported.Value!.Tables["表10"].Rows.Select(row => $"{row.Key} {row.Name} {row.Cell("承接单位").Text} {row.Cell("批次").Value} {row.Cell("合同金额").Value:0.00}"));
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
