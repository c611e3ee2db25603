using FinalAccounts.Rendering.Foundations;
using FinalAccounts.Rendering.Pdf;

namespace FinalAccounts.Tests.Rendering.Pdf;

public sealed class PdfCharactersTests
{
    private const string Head = "begincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    private static readonly Dictionary<int, int> Meant = new() { [0x2ED4] = 0x95E8, [0x2F00] = 0x4E00 };

    [Fact]
    public void RadicalBecomesTheCharacterThatIsMeantAndTheRestStays() => Assert.Equal(
        Head + "5 beginbfchar\n<0001> <95E8>\n<0002> <4E2D>\n<0010> <2EFF>\n<0011> <4E00>\n<0012> <2F01>\nendbfchar\nendcmap\n",
        PdfCharacters.CorrectMap(
            Head + "2 beginbfchar\n<0001> <2ED4>\n<0002> <4E2D>\nendbfchar\n1 beginbfrange\n<0010> <0012> <2EFF>\nendbfrange\nendcmap\n", Meant));

    [Fact]
    public void RightMapIsLeftAlone() => Assert.Null(
        PdfCharacters.CorrectMap(Head + "2 beginbfchar\n<0001> <4E2D>\n<0002> <D842DFB7>\nendbfchar\nendcmap\n", Meant));

    [Fact]
    public void BlocksHaveAtMostAHundredEntries()
    {
        var map = PdfCharacters.CorrectMap(Head + "1 beginbfrange\n<00> <8F> <2EFF>\nendbfrange\nendcmap\n", Meant)!;
        Assert.Contains("100 beginbfchar\n<00> <2EFF>\n<01> <4E00>\n", map, StringComparison.Ordinal);
        Assert.Contains("44 beginbfchar\n", map, StringComparison.Ordinal);
    }

    [Fact]
    public void FileOfAnotherFormIsAnError() =>
        Assert.Throws<RenderingException>(() => PdfCharacters.Correct("%PDF-1.7 …"u8.ToArray(), Meant));
}
