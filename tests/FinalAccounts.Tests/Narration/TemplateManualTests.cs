using FinalAccounts.Formulas;
using FinalAccounts.Narration;
using FinalAccounts.Narration.Data;
using FinalAccounts.Tests.Assembly;

namespace FinalAccounts.Tests.Narration;

/// <summary>docs/模板手册.md; with FINALACCOUNTS_ACCEPT=true a run writes it anew.</summary>
public sealed class TemplateManualTests
{
    private static readonly CompiledSet Set = CompiledSet.Compile(Sample.Set).Value!;

    [Fact]
    public void TheManualInTheRepositoryIsTheGeneratedOne()
    {
        var path = Repository.PathOf("docs", "模板手册.md");
        var written = TemplateManual.Write(Set, Sample.Accounts);
        if (Environment.GetEnvironmentVariable("FINALACCOUNTS_ACCEPT") == "true")
        {
            File.WriteAllText(path, written);
        }

        Assert.Equal(File.ReadAllText(path), written);
    }

    [Fact]
    public void EveryMetricHelperAndFactIsInIt()
    {
        var manual = TemplateManual.Write(Set, Sample.Accounts);

        Assert.All(Set.Set.Metrics, metric => Assert.Contains($"| {metric.Name} | ", manual, StringComparison.Ordinal));
        Assert.All(NarrationData.Of(Sample.Accounts, Set).Functions, function => Assert.Contains(function.Meaning, manual, StringComparison.Ordinal));
        Assert.All(
            Set.Set.Facts.Sheets.Where(sheet => !sheet.IsRecords).SelectMany(sheet => sheet.Fields.Select(field => $"| 资料.{sheet.Name}.{field.Name} | ")),
            field => Assert.Contains(field, manual, StringComparison.Ordinal));
        Assert.Contains("| 收支总计 | 元 | 95,205.29万元 | 80,780.74万元 |", manual, StringComparison.Ordinal);
    }

    [Fact]
    public void TheExamplesOfTheHelpersPrintWhatTheManualSays()
    {
        var files = Set.Set.Sections.ToDictionary();
        foreach (var function in NarrationData.Of(Sample.Accounts, Set).Functions.Where(f => f.Prints.Length > 0 && f.Name is not ("列举" or "主要原因")))
        {
            var usage = function.Usage.Replace("for.index", "0", StringComparison.Ordinal).Replace("项.编码", "\"2010605\"", StringComparison.Ordinal);
            files["sections/例.sbn"] = new("sections/例.sbn", usage, "hubei-2023");
            var set = CompiledSet.Compile(Set.Set with { Sections = files }).Value!;
            var section = Narrator.NarrateSection(Sample.Accounts, set, "sections/例.sbn", CancellationToken.None);

            Assert.Empty(section.Findings);
            Assert.Equal((function.Name, function.Prints), (function.Name, Spoken.Text(section.Blocks)));
        }
    }
}
