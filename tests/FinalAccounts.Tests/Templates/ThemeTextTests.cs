using System.Text.Json;
using FinalAccounts.Documents;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Templates;

public sealed class ThemeTextTests
{
    [Fact]
    public void WhatIsWrittenIsReadBack()
    {
        var theme = new Theme { BodySize = 15.5, LandscapeMargins = new(20, 21.5, 30, 22), ChartColors = ["548235"], Fonts = new ThemeFonts { Body = ["某局\"仿宋\"：一, 二", "#1"] }, PdfStandard = PdfStandard.Find("a-2a")! };
        var files = SmallSet.Files();
        files["小/theme.yaml"] = ThemeText.Of(theme);
        var read = new TemplateSetReader(new MemoryTemplateSource(files)).Read("小");

        Assert.Equal(JsonSerializer.Serialize(theme), JsonSerializer.Serialize(read.Value!.Theme));
    }
}
