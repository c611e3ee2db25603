using FinalAccounts.Rendering.Layout;

namespace FinalAccounts.Tests.Rendering.Layout;

public sealed class RowBreaksTests
{
    [Fact]
    public void RowsThatFitStandOnOnePage() => Assert.Equal([0], Starts(10, room: 200));

    [Fact]
    public void ALastPageHoldsAFifthOfAPage()
    {
        var starts = Starts(21, room: 200);

        Assert.Equal(2, starts.Count);
        Assert.True(21 - starts[1] >= 4, $"the last page holds {21 - starts[1]} rows of 20");
    }

    [Fact]
    public void NotesStayWithTheLastRows()
    {
        var starts = new RowBreaks(Heights(20), new double[20], 200, 200, After: 30).Starts();

        Assert.Equal(2, starts.Count);
        Assert.True(((20 - starts[1]) * 10) + 30 >= 40, $"{20 - starts[1]} rows stand with the notes");
    }

    [Fact]
    public void APageEndsBetweenGroupsWhereOneEndsNearItsFoot()
    {
        var costs = Enumerable.Range(0, 40).Select(row => row % 9 == 0 ? 0 : 0.5).ToArray();

        Assert.Equal([0, 18, 36], new RowBreaks(Heights(44), [.. costs, 0.5, 0.5, 0.5, 0.5], 200, 200, 0).Starts());
    }

    [Fact]
    public void GroupsCostNoPage()
    {
        var costs = Enumerable.Range(0, 40).Select(row => row % 15 == 0 ? 0 : 0.5).ToArray();

        Assert.Equal(2, new RowBreaks(Heights(40), costs, 200, 200, 0).Starts().Count);
    }

    [Fact]
    public void ARowHigherThanAPageHasAPageOfItsOwn() =>
        Assert.Equal([0, 1, 2], new RowBreaks([10, 500, 60], new double[3], 200, 200, 0).Starts());

    private static IReadOnlyList<int> Starts(int rows, double room) => new RowBreaks(Heights(rows), new double[rows], room, room, 0).Starts();

    private static double[] Heights(int rows) => Enumerable.Repeat(10.0, rows).ToArray();
}
