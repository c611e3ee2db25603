using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Narration;
using FinalAccounts.Tests.Checks.Text;
using FinalAccounts.Tests.Templates;

namespace FinalAccounts.Tests.Narration;

public sealed class DraftNarratorTests
{
    private static readonly Dictionary<string, string> NoDrafts = [];

    [Fact]
    public void EveryWordOfTheSampleTellsItsTemplateLineAndReadsAsInTheDocument()
    {
        var draft = new DraftNarrator(SampleText.Set, SampleText.Accounts);
        foreach (var section in Narrator.Narrate(SampleText.Accounts, SampleText.Set, CancellationToken.None))
        {
            var shown = Assert.Single(draft.Narrate(section.File, NoDrafts, CancellationToken.None));
            Assert.Equal(Spoken.Text(section.Blocks.Where(block => block is not Chart)), Spoken.Text(shown.Blocks.Where(block => block is not Chart)));
            var lines = SampleText.Set.Set.Sections[section.File].Text.Split('\n').Length;
            foreach (var inline in shown.Blocks.OfType<Paragraph>().Where(paragraph => paragraph.Inlines.Any(shown.InlinePlaces.ContainsKey)).SelectMany(paragraph => paragraph.Inlines))
            {
                var place = shown.InlinePlaces[inline];
                Assert.Equal(section.File, place.File);
                Assert.InRange(place.Line!.Value, 1, lines);
            }
        }
    }

    [Fact]
    public void TextTellsTheLineOfTheTemplateAlsoThroughAPhraseAndALoop()
    {
        var shown = Shown("开头\n{{ 句 甲 }}，\n{{~ for 数 in [甲, 乙] ~}}\n  第{{ 数 | 万元 }}\n{{~ end ~}}\n末尾**重**");
        Assert.Equal(
            ["1 开头", "2 共", "2 95,205.29万元", "2 ，", "4 第", "4 95,205.29万元", "4 第", "4 50,011.54万元", "6 末尾", "6 重"],
            shown.Blocks.OfType<Paragraph>().SelectMany(paragraph => paragraph.Inlines).SelectMany(inline => inline is Strong strong ? strong.Inlines : [inline])
                .Select(inline => $"{shown.InlinePlaces[inline].Line} {Spoken.Text([new Paragraph([inline])]).Trim()}"));
    }

    [Fact]
    public void ADraftOfThePhrasesIsShownInTheSectionsThatUseThem()
    {
        var draft = new DraftNarrator(SampleText.Set, SampleText.Accounts);
        var text = SampleText.Set.Set.Sections[Narrator.PhrasesFile].Text.Replace("相比，{{ 主语 }}{{ 各 }}", "比较，{{ 主语 }}{{ 各 }}", StringComparison.Ordinal);
        var shown = draft.Narrate(Narrator.PhrasesFile, new Dictionary<string, string> { [Narrator.PhrasesFile] = text }, CancellationToken.None);
        var general = shown.Single(section => section.File == "sections/收入支出总体.sbn");
        Assert.Equal("一、收入支出决算总体情况说明", general.Title);
        Assert.Contains("与2022年度比较，收、支总计各增加", Spoken.Text(general.Blocks), StringComparison.Ordinal);
        Assert.DoesNotContain(shown, section => section.File == "sections/主要职责.sbn");

        // The text in force is untouched.
        Assert.Contains("相比，收、支总计", Spoken.Text(draft.Narrate("sections/收入支出总体.sbn", NoDrafts, CancellationToken.None)[0].Blocks), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("一\n{{ 甲 | 万元", 2, 1, "没有对应的“}}”")]
    [InlineData("甲 }} 乙", 1, 3, "前面没有对应的“{{”")]
    [InlineData("｛｛ 甲 ｝｝", 1, 1, "全角")]
    [InlineData("{ 甲 }", 1, 1, "之间")]
    [InlineData("{{ \"甲 }}", 1, 4, "引号没有成对")]
    [InlineData("{{ 甲 ｜ 万元 }}", 1, 6, "是不是“|”？")]
    [InlineData("{{ 甲 | }}", 1, 8, "后面要写怎样印")]
    [InlineData("{{ 甲 万元 }}", 1, 4, "少了“|”")]
    [InlineData("{{ if }}一{{ end }}", 1, 7, "后面要写条件")]
    [InlineData("{{ for 数 甲 }}一{{ end }}", 1, 4, "“for”的写法")]
    [InlineData("{{ 资料. }}", 1, 8, "后面要写名称")]
    [InlineData("{{ else }}", 1, 4, "前面没有对应的 if")]
    public void MistakesOfWritingAreSaidInChineseWithWhatToDo(string template, int line, int column, string says)
    {
        var finding = SmallNarration.Say(template).Findings[0];
        Assert.Contains(says, finding.Message, StringComparison.Ordinal);
        Assert.DoesNotMatch("[a-z]{4,}", finding.Message.Replace("{{ for", "", StringComparison.Ordinal).Replace("else", "", StringComparison.Ordinal));
        Assert.Equal((line, column), (finding.Places[0].Line, finding.Places[0].Column));
    }

    private static DraftSection Shown(string template)
    {
        var files = SmallNarration.Files("", "{{~ func 句(数) ~}}\n\n共{{ 数 | 万元 }}\n{{- end ~}}");
        var compiled = SmallSet.Reader(files).ReadCompiled("小");
        Assert.Empty(compiled.Findings);
        var shown = Assert.Single(new DraftNarrator(compiled.Value!, SmallNarration.Unit())
            .Narrate(SmallNarration.File, new Dictionary<string, string> { [SmallNarration.File] = template }, CancellationToken.None));
        Assert.Empty(shown.Findings);
        return shown;
    }
}
