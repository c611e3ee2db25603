using CsCheck;
using FinalAccounts.Checks.Text;

namespace FinalAccounts.Tests.Checks.Text;

public sealed class SlipIndexTests
{
    [Theory]
    [InlineData(174226, 174225, Slip.LastDigit)]
    [InlineData(9884, 9894, Slip.Digit)]
    [InlineData(2058, 2085, Slip.Swapped)]
    [InlineData(106651, 1066151, Slip.Length)]
    [InlineData(1066151, 106651, Slip.Length)]
    [InlineData(95205290000, 9520529, Slip.Point)]
    [InlineData(9520529, 95205290000, Slip.Point)]
    public void EverySlipIsFoundByItsName(long written, long known, object slip) =>
        Assert.Equal([(known, (Slip)slip)], new SlipIndex([known, 77777]).Near(written));

    [Theory]
    [InlineData(174226, 174226)]
    [InlineData(174226, 175225)]
    [InlineData(123456, 654321)]
    public void EqualAndFarNumbersAreNoSlips(long written, long known) => Assert.Empty(new SlipIndex([known]).Near(written));

    [Fact]
    public void TheIndexFindsWhatComparingAllPairsFinds() => Gen.Long[1, 99_999].Array[1, 60].Sample(numbers =>
    {
        var index = new SlipIndex(numbers);
        foreach (var number in numbers)
        {
            Assert.Equal(
                numbers.Distinct().Where(other => other != number && AreNear(number, other)).Order(),
                index.Near(number).Select(near => near.Number));
        }
    });

    private static bool AreNear(long a, long b)
    {
        var (x, y) = ($"{a}", $"{b}");
        return Math.Abs(a - b) == 1
            || x.TrimEnd('0') == y.TrimEnd('0')
            || (x.Length == y.Length && Differences(x, y) is [var only])
            || (x.Length == y.Length && Differences(x, y) is [var first, var second] && second == first + 1 && x[first] == y[second] && x[second] == y[first])
            || Shortened(x).Contains(b) || Shortened(y).Contains(a);
    }

    private static List<int> Differences(string x, string y) => [.. Enumerable.Range(0, x.Length).Where(i => x[i] != y[i])];

    private static IEnumerable<long> Shortened(string text) =>
        text.Length < 2 ? [] : Enumerable.Range(0, text.Length).Select(i => long.Parse(text.Remove(i, 1)));
}
