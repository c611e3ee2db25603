using FinalAccounts.Comparison;

namespace FinalAccounts.Tests.Comparison;

public sealed class LineDifferenceTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("一\n二\n三\n", "一\n二点五\n三\n")]
    [InlineData("一\n二\n", "")]
    [InlineData("", "一")]
    [InlineData("一\n二", "一\n二\n")]
    [InlineData("一\n\n二\n三\n四\n", "零\n一\n二\n四\n五")]
    public void RunsPutTogetherAreEitherText(string before, string after)
    {
        var runs = LineDifference.Of(before, after);
        Assert.Equal(before, string.Concat(runs.Select(run => run.Text.Before)));
        Assert.Equal(after, string.Concat(runs.Select(run => run.Text.After)));
        Assert.Equal(before != after, runs.Any(run => run.Changed));
    }

    [Fact]
    public void ChangedLineIsComparedWordByWordAndKnowsItsNumber()
    {
        var run = Assert.Single(LineDifference.Of("一\n二\n收入增加12.50万元。\n", "一\n二\n收入增加13.50万元。\n"), run => run.Changed);
        Assert.Equal((3, 3), (run.Before, run.After));
        Assert.Contains(run.Text.Edits, edit => edit.Text == "13.50");
    }

    [Fact]
    public void TextsOfVeryManyLinesAreGoneAsAWholeAndNewAsAWhole()
    {
        var (before, after) = (string.Concat(Enumerable.Range(0, 150_000).Select(i => $"{i}\n")), string.Concat(Enumerable.Range(0, 150_000).Select(i => $"-{i}\n")));
        var run = Assert.Single(LineDifference.Of(before, after));
        Assert.Equal((before, after), (run.Text.Before, run.Text.After));
        Assert.Equal(2, run.Text.Edits.Count);
        Assert.False(Assert.Single(LineDifference.Of(before, before)).Changed);
        Assert.Null(ThreeWayMerge.Of(before, after, before + "x").Text);
    }

    [Theory]
    [InlineData("a\nb\nc\n", "x\na\nb\nc\n", "a\nb\nc\ny\n", "x\na\nb\nc\ny\n", 0)]
    [InlineData("a\nb\nc\n", "a\nB\nc\n", "a\nb\nC\n", "a\nB\nC\n", 0)]
    [InlineData("a\nb\nc\nd\ne\n", "a\nB\nc\nd\ne\n", "a\nb\nc\nd\nE\n", "a\nB\nc\nd\nE\n", 0)]
    [InlineData("a\n", "b\n", "c\n", null, 1)]
    [InlineData("a\n", "b\n", "b\n", "b\n", 0)]
    [InlineData("a\nb\n", "a\nb\n", "a\n", "a\n", 0)]
    [InlineData("a\nb\nc\nd\n", "a\nd\n", "a\nb\nc\nd\ne\n", "a\nd\ne\n", 0)]
    public void BothChangesAreInTheMergeUnlessTheyTouchTheSameLines(string origin, string one, string other, string? merged, int conflicts)
    {
        var merge = ThreeWayMerge.Of(origin, one, other);
        var mirrored = ThreeWayMerge.Of(origin, other, one);
        if (merged is null)
        {
            Assert.Equal((null, null), (merge.Text, mirrored.Text));
            Assert.True(merge.Conflicts >= conflicts);
        }
        else
        {
            Assert.Equal((merged, merged), (merge.Text, mirrored.Text));
        }
    }
}
