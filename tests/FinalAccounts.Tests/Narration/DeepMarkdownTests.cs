using FinalAccounts.Formulas;
using FinalAccounts.Narration;
using FinalAccounts.Tests.Templates;

namespace FinalAccounts.Tests.Narration;

/// <summary>Marks that lie deep in each other are a finding at their line wherever a template is looked at, and never an exception.</summary>
public sealed class DeepMarkdownTests
{
    // Rows carry names only: the runner writes every argument out, some of them many times over.
    private static readonly Dictionary<string, string> Marks = new()
    {
        { "strong in strong, closed", Repeat("*甲 **乙 ", 60) + Repeat(" 丙** 丁*", 60) },
        { "so deep that the parser gives up", Repeat("*甲 **乙 ", 3_000) + Repeat(" 丙** 丁*", 3_000) },
        { "a run of stars", new string('*', 4_000) + "甲" + new string('*', 4_000) },
        { "quotes in quotes", Repeat("> ", 40) + "甲" },
        { "items in items", Repeat("- ", 40) + "甲" },
    };

    public static TheoryData<string> Deep => [.. Marks.Keys];

    [Theory]
    [MemberData(nameof(Deep))]
    public void LintSyntaxPreviewAndGenerationSayTheSame(string name)
    {
        var template = "好的一段。\n\n" + Marks[name] + "\n\n末段{{ 甲 | 万元 }}。";
        var set = SmallSet.Reader(SmallNarration.Files(template)).ReadCompiled("小").Value!;

        foreach (var findings in new[]
        {
            Narrator.Lint(set), Narrator.Syntax(SmallNarration.File, template), SmallNarration.Say(template).Findings,
            new DraftNarrator(set, SmallNarration.Unit()).Narrate(SmallNarration.File, new Dictionary<string, string>(), CancellationToken.None).Single().Findings,
            Narrator.Narrate(SmallNarration.Unit(), set, CancellationToken.None).Single(section => section.File == SmallNarration.File).Findings,
        })
        {
            var finding = findings.FirstOrDefault(finding => finding.Rule == "NAR-04");
            Assert.True(finding is not null, $"{name}: {string.Join(';', findings.Select(finding => finding.Message))}");
            Assert.Contains("太深", finding.Message, StringComparison.Ordinal);
            Assert.Equal((SmallNarration.File, 3), (finding.Places[0].File, finding.Places[0].Line));
        }
    }

    [Fact]
    public void MarksThatAreOnlyDeepWhenTheyArePrintedAreFoundThere()
    {
        var section = SmallNarration.Say("一\n\n{{ for a in [1,2,3,4,5,6,7,8,9,10] }}{{ for b in [1,2,3,4,5,6,7,8,9,10] }}*甲 **乙 {{ end }}{{ end }}丙{{ for a in [1,2,3,4,5,6,7,8,9,10] }}{{ for b in [1,2,3,4,5,6,7,8,9,10] }} 丁** 戊*{{ end }}{{ end }}");

        Assert.Equal([("NAR-04", 3)], section.Findings.Select(finding => (finding.Rule, finding.Places[0].Line!.Value)));
        Assert.Contains("太深", section.Findings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("**总计：**增加*很多*")]
    [InlineData("***三颗星***")]
    [InlineData("{{ if 甲 | 有数 }}**有{{ else }}**无{{ end }}数**")]
    public void OrdinaryOnesAreNot(string template) => Assert.Empty(SmallNarration.Say(template).Findings);

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
