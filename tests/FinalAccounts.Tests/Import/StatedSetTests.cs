using System.Text;
using FinalAccounts.Import;

namespace FinalAccounts.Tests.Import;

public sealed class StatedSetTests
{
    [Fact]
    public void TheFactsNameTheirSetAndYear()
    {
        Assert.Equal(new StatedSet("shanghai-2024", 2024), Of("名称|内容\n模板集|shanghai-2024\n年度*|=2024\n"));
        Assert.Equal(new StatedSet(null, 2023), Of("名称|内容\n年度|2023\n"));
        Assert.Equal(new StatedSet(null, null), Of("名称|内容\n模板集|\n年度|去年\n"));
    }

    [Theory]
    [InlineData("""{"year": 2024, "facts": {"基本情况": {"模板集": "shanghai-2024"}}}""", "shanghai-2024", 2024)]
    [InlineData("""{"year": 2023, "facts": []}""", null, 2023)]
    [InlineData("{", null, null)]
    public void JsonNamesThemToo(string json, string? set, int? year) =>
        Assert.Equal(new StatedSet(set, year), StatedSet.Of(new ImportRequest { Json = new ImportFile("a.json", Encoding.UTF8.GetBytes(json)) }, default));

    [Fact]
    public void WhatIsNoWorkbookSaysNothing() =>
        Assert.Equal(new StatedSet(null, null), StatedSet.Of(new ImportRequest { Facts = new ImportFile("文字资料.xlsx", new byte[] { 1, 2, 3 }) }, default));

    private static StatedSet Of(string sheet) =>
        StatedSet.Of(new ImportRequest { Facts = new XlsxBuilder().Sheet("填写说明", "模板集|不读").Sheet("基本情况", sheet).File("文字资料.xlsx") }, default);
}
