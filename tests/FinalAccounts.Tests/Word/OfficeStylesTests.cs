using System.IO.Compression;
using System.Text;
using System.Text.Json;
using FinalAccounts.Documents;
using FinalAccounts.Rendering.Foundations;
using FinalAccounts.Rendering.Word;
using FinalAccounts.Rendering.Word.Office;

namespace FinalAccounts.Tests.Word;

public sealed class OfficeStylesTests
{
    [Fact]
    public void OurOwnFileSaysTheThemeItWasMadeWith()
    {
        var theme = new Theme { BodySize = 15, LinePitch = 27, TitleSize = 20, TableSize = 10, FormSize = 9.5, NoteSize = 9.5, PageNumberSize = 12, Fonts = new ThemeFonts { Body = ["华文仿宋"], Title = ["华文中宋"], Table = ["微软雅黑"] } };
        using var output = new MemoryStream();
        WordRenderer.Render(WordSample.Document, theme, WordSample.Pages, output);
        var read = OfficeStyles.Read(output.ToArray()).Over(new Theme());

        Assert.Equal((15, 27, 20, 10, 9.5, 9.5, 12), (read.BodySize, read.LinePitch, read.TitleSize, read.TableSize, read.FormSize, read.NoteSize, read.PageNumberSize));
        Assert.Equal(["华文仿宋", .. new ThemeFonts().Body], read.Fonts.Body);
        Assert.Equal(("华文中宋", "微软雅黑", "黑体", "Times New Roman"), (read.Fonts.Title[0], read.Fonts.Table[0], read.Fonts.Heading1[0], read.Fonts.Latin[0]));
        Assert.Equal(JsonSerializer.Serialize(new Theme()), JsonSerializer.Serialize(OfficeStyles.Read(WordSample.File).Over(new Theme())));
    }

    [Fact]
    public void FontsOfTheOfficesThemeAndOfTheStyleBelowCount()
    {
        var file = File(
            Normal("<w:rPr><w:rFonts w:asciiTheme=\"minorHAnsi\" w:eastAsiaTheme=\"minorEastAsia\"/><w:sz w:val=\"28\"/></w:rPr>")
            + "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"a\"/><w:rPr><w:sz w:val=\"44\"/></w:rPr></w:style>",
            "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:minorFont><a:latin typeface=\"Arial\"/><a:ea typeface=\"\"/><a:font script=\"Hans\" typeface=\"等线\"/></a:minorFont></a:theme>");
        var read = OfficeStyles.Read(file).Over(new Theme());

        Assert.Equal(("等线", "Arial", "等线", 14.0, 22.0, 28.9), (read.Fonts.Body[0], read.Fonts.Latin[0], read.Fonts.Title[0], read.BodySize, read.TitleSize, read.LinePitch));
        Assert.Equal("宋体", read.Fonts.Table[0]);
    }

    [Theory]
    [InlineData("<w:rPr><w:sz w:val=\"9000\"/></w:rPr>", "“正文”的字号是 4500 磅")]
    [InlineData("<w:pPr><w:spacing w:line=\"200\" w:lineRule=\"exact\"/></w:pPr>", "字会叠在一起")]
    [InlineData("<w:rPr><w:rFonts w:eastAsia=\"\"/></w:rPr>", "字体名不能用")]
    public void WhatCannotBePrintedIsRefusedWithItsStyle(string properties, string said) =>
        Assert.Contains(said, Assert.Throws<RenderingException>(() => OfficeStyles.Read(File(Normal(properties))).Over(new Theme())).Message, StringComparison.Ordinal);

    [Fact]
    public void AHostileFileIsRefusedAndNothingOfItIsLoaded()
    {
        var entity = "<!DOCTYPE w:styles [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        foreach (var file in new[] { "not a package"u8.ToArray(), File("", prolog: entity), File(new string(' ', 9 << 20)), File("<w:open>"), Zip(("word/document.xml", "<x/>")) })
        {
            Assert.Contains("不能读取", Assert.Throws<RenderingException>(() => OfficeStyles.Read(file)).Message, StringComparison.Ordinal);
        }

        Assert.Contains("没有“正文”样式", Assert.Throws<RenderingException>(() => OfficeStyles.Read(File(""))).Message, StringComparison.Ordinal);
        // A circle of bases ends.
        Assert.Equal(16, OfficeStyles.Read(File(Normal("<w:basedOn w:val=\"a\"/>"))).Over(new Theme()).BodySize);
    }

    private static string Normal(string properties) => $"<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/>{properties}</w:style>";

    private static byte[] File(string styles, string? theme = null, string prolog = "") => Zip(
        [("word/styles.xml", $"{prolog}<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{styles}</w:styles>"), .. theme is null ? [] : new[] { ("word/theme/theme1.xml", theme) }]);

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return output.ToArray();
    }
}
