using FinalAccounts.Documents;
using FinalAccounts.Rendering.Foundations;
using FinalAccounts.Rendering.Typefaces;

namespace FinalAccounts.Tests.Rendering.Typefaces;

public sealed class FontTests
{
    private static readonly FontCatalog Catalog = FontCatalog.ReadInstalled();

    [Fact]
    public void FirstInstalledFontIsChosenAndTheSubstitutionReported()
    {
        var fonts = Catalog.Choose(new ThemeFonts { Body = ["没有这种字体", "Noto Serif CJK SC"], Latin = ["Liberation Serif"] });
        Assert.Equal(["Noto Serif CJK SC"], fonts.Fonts.Body);
        Assert.Contains("正文字体‘没有这种字体’未安装，使用‘Noto Serif CJK SC’", fonts.Substitutions);
        Assert.DoesNotContain(fonts.Substitutions, sentence => sentence.StartsWith("西文", StringComparison.Ordinal));
    }

    [Fact]
    public void RoleWithoutAnyInstalledFontIsAnError()
    {
        var error = Assert.Throws<RenderingException>(() => Catalog.Choose(new ThemeFonts { Title = ["没有", "也没有"] }));
        Assert.Contains("标题字体（没有、也没有）", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FontIsFoundByItsChineseName() => Assert.NotNull(Catalog.Find("霞鹜文楷"));

    [Fact]
    public void FileThatIsNoFontIsNotInstalled()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, [0, 1, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 1]);
            Assert.Equal(0, FontCatalog.Read([file]).Count);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("Noto Serif CJK SC", 0x4E2D, true)]
    [InlineData("Noto Serif CJK SC", 0x20BB7, true)]
    [InlineData("Noto Serif CJK SC", 0x2611, false)]
    [InlineData("DejaVu Sans", 0x2611, true)]
    [InlineData("DejaVu Sans", 0x4E2D, false)]
    [InlineData("Liberation Serif", 'A', true)]
    [InlineData("Liberation Serif", 0xFFFF, false)]
    public void CharacterMapKnowsWhatAFontDraws(string family, int codePoint, bool draws) =>
        Assert.Equal(draws, Catalog.Find(family)!.Draws(codePoint));

    [Fact]
    public void CharacterWithoutGlyphIsNamedWithItsPlace()
    {
        var document = Document(new Paragraph([new Text("前面的字\uE123后面的字和\u0007")]));
        var error = Assert.Throws<RenderingException>(() => GlyphCheck.Run(document, Catalog.Choose(new ThemeFonts())));
        Assert.Contains("有 2 个字符", error.Message, StringComparison.Ordinal);
        Assert.Contains("U+E123（正文字体，“前面的字\uE123后面的字和", error.Message, StringComparison.Ordinal);
        Assert.Contains("U+0007", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SpacesRareCharactersAndBoxesPass() => GlyphCheck.Run(
        Document(new Paragraph([new Text("𠮷　\u00A0\u200B①㎡“”—"), new Checkbox(true), new Checkbox(false)])), Catalog.Choose(new ThemeFonts()));

    [Fact]
    public void SampleCanBeSet() => GlyphCheck.Run(SampleDocument.Create(1, "草稿"), Catalog.Choose(new ThemeFonts()));

    private static Document Document(params Block[] blocks) => new(
        new DocumentMetadata("题", "单位", 2023, DateTimeOffset.UnixEpoch), [new Section(new PageSetup(), blocks)]);
}
