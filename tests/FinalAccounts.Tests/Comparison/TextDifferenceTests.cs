using CsCheck;
using FinalAccounts.Comparison;
using FinalAccounts.Documents.Comparison;

namespace FinalAccounts.Tests.Comparison;

public sealed class TextDifferenceTests
{
    private static readonly Gen<string> Sentence =
        Gen.OneOf(new[] { "增加", "减少", "1,234.56", "12.5%", "万元", "，", "主要原因", "A", "-3.2", "\n", "😀", "0", " " }.Select(Gen.Const).ToArray()).Array[0, 30].Select(string.Concat);

    [Fact]
    public void EditsGiveBothTextsBack() => Gen.Select(Sentence, Sentence).Sample((before, after) =>
    {
        var line = TextDifference.Of(before, after);
        Assert.Equal(before, line.Before);
        Assert.Equal(after, line.After);
        Assert.Equal(before != after, line.Changed);
    });

    [Fact]
    public void ChangedFigureIsOneChange() => Assert.Equal(
        "收、支总计{-95,205.29}{+95,206.30}万元，增长{-17.9%}{+18%}。",
        Marked("收、支总计95,205.29万元，增长17.9%。", "收、支总计95,206.30万元，增长18%。"));

    [Fact]
    public void WordsAreNotTornAtCommonCharacters() => Assert.Equal(
        "主要原因：{-一是人员的增加}{+新增项目的支出}。", Marked("主要原因：一是人员的增加。", "主要原因：新增项目的支出。"));

    [Fact]
    public void InsertedAndRemovedWordsStandAlone()
    {
        Assert.Equal("比上年{+略有}增加3万元", Marked("比上年增加3万元", "比上年略有增加3万元"));
        Assert.Equal("比上年{-略有}增加3万元", Marked("比上年略有增加3万元", "比上年增加3万元"));
        Assert.Equal("1-{-3}{+4}月", Marked("1-3月", "1-4月"));
        Assert.Equal("{-Windows}{+Linux}系统", Marked("Windows系统", "Linux系统"));
    }

    private static string Marked(string before, string after) => string.Concat(TextDifference.Of(before, after).Edits.Select(edit => edit.Kind switch
    {
        EditKind.Removed => $"{{-{edit.Text}}}",
        EditKind.Added => $"{{+{edit.Text}}}",
        _ => edit.Text,
    }));
}
