using FinalAccounts.Service.Templates;
using FinalAccounts.Service.Templates.Together;

namespace FinalAccounts.Service.Tests.Templates;

/// <summary>What differs between two texts of a section, in pieces that can be taken one by one.</summary>
public sealed class TextPieceTests
{
    private const string Before = "收入增加的原因如下。\n\n共{{ 收支总计 | 万元 }}，比上年多。\n\n结尾一句话在这里。\n";

    [Theory]
    [InlineData("甲乙丙丁戊己庚辛。", "甲乙丁戊己庚辛。", "2 -丙 +")]
    [InlineData("甲乙丙丁戊己庚辛。", "子乙丙丁戊己庚丑。", "0 -甲 +子|7 -辛 +丑")]
    [InlineData("甲乙。", "甲子乙。", "1 - +子")]
    [InlineData("共{{ 甲 | 万元 }}。", "共{{ 甲 | 增减额 }}。", "1 -{{ 甲 | 万元 }} +{{ 甲 | 增减额 }}")]
    [InlineData("第一句话。第二句话。第三句话。", "{{ if 甲 }}第一句话。第二句话。{{ end }}第三句话。", "0 -第一句话。第二句话。 +{{ if 甲 }}第一句话。第二句话。{{ end }}")]
    [InlineData("甲\ue000乙。", "甲\ue000丙。", "2 -乙 +丙")]
    [InlineData("甲。", "甲。", "")]
    [InlineData("", "甲。", "0 - +甲。")]
    public void APieceIsAsSmallAsItCanBeReadAlone(string before, string after, string expected)
    {
        var pieces = TextPiece.Of(before, after);
        Assert.Equal(expected, string.Join('|', pieces.Select(piece => $"{piece.At} -{piece.Removed} +{piece.Added}")));
        Assert.Equal(after, TextPiece.Apply(before, pieces));
    }

    [Fact]
    public void OpeningsThatNothingClosesAreReadOnce()
    {
        var before = string.Concat(Enumerable.Repeat("{{", 2 * TemplateDrafts.MostCharacters));
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        var pieces = TextPiece.Of(before, before + "甲");

        // Generous: read again from each opening, it takes minutes.
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal(before + "甲", TextPiece.Apply(before, pieces));
    }

    [Fact]
    public void AllPiecesTogetherGiveTheLaterTextWhateverWasChanged()
    {
        var random = new Random(20);
        string[] parts = ["收入", "增加", "，", "。", "\n\n", "{{ 甲 | 万元 }}", "{{~ if 乙 ~}}\n", "{{~ end ~}}\n", "{{ else }}", "2023", "。”"];
        for (var i = 0; i < 300; i++)
        {
            var (before, after) = (Made(), "");
            after = random.Next(2) == 0 ? Made() : before.Insert(random.Next(before.Length + 1), parts[random.Next(parts.Length)]);
            foreach (var sentences in new[] { true, false })
            {
                Assert.Equal(after, TextPiece.Apply(before, TextPiece.Of(before, after, sentences)));
            }
        }

        string Made() => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => parts[random.Next(parts.Length)]));
    }

    [Theory]
    [InlineData("新的开头。\n\n" + Before, true)]
    [InlineData("收入增加的原因如下。\n\n共{{ 收支总计 | 元 }}，比上年多。\n\n结尾一句话在这里。\n", true)]
    [InlineData("收入增长的原因如下。\n\n共{{ 收支总计 | 万元 }}，比上年多。\n\n结尾一句话在这里。\n", false)]
    [InlineData("没有这一句了。\n", false)]
    public void APieceFindsItsPlaceInATextThatChangedElsewhereAndOnlyThere(string current, bool found)
    {
        var piece = Assert.Single(TextPiece.Of(Before, Before.Replace("增加", "上升", StringComparison.Ordinal)));
        Assert.Equal(found ? current.IndexOf("增加", StringComparison.Ordinal) : null, piece.PlaceIn(Before, [], current));
    }

    [Fact]
    public void PiecesOfOneSentenceCanBeTakenInAnyOrder()
    {
        const string before = "甲乙丙丁戊己庚辛壬癸。", after = "甲子丙丁戊己庚辛丑癸。";
        var pieces = TextPiece.Of(before, after);
        Assert.Equal(2, pieces.Count);
        foreach (var first in pieces)
        {
            var other = pieces.Single(piece => piece != first);
            var current = TextPiece.Apply(before, [first]);
            var at = other.PlaceIn(before, [first], current)!.Value;
            Assert.Equal(after, current[..at] + other.Added + current[(at + other.Removed.Length)..]);

            // Somebody else has taken the first; one's own draft has not.
            Assert.Equal(other.At, other.PlaceIn(before, [first], before));
        }
    }

    [Fact]
    public void APieceIsReadInItsSentence()
    {
        var piece = Assert.Single(TextPiece.Of(Before, Before.Replace("比上年多", "比上年有所增加", StringComparison.Ordinal)));
        Assert.Equal(new PieceWords("共〔收支总计〕，比上年", "多", "有所增加", "。"), piece.In(Before));
        var sentence = Assert.Single(TextPiece.Of("甲一乙二丙三丁四戊。下一句。", "甲壹乙二丙三丁肆戊。下一句。", sentences: true));
        Assert.Equal(new PieceWords("甲", "一乙二丙三丁四", "壹乙二丙三丁肆", "戊。"), sentence.In("甲一乙二丙三丁四戊。下一句。"));
    }
}
