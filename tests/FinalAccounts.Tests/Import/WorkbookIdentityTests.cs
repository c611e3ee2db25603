using FinalAccounts.Import;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Import;

/// <summary>What a workbook says of itself, before anybody knows whose it is.</summary>
public sealed class WorkbookIdentityTests
{
    private static readonly IReadOnlyList<TemplateSet> Sets =
        [.. new[] { "hubei-2023", "shanghai-2024" }.Select(key => ShippedSets.Of(key).Set)];

    [Theory]
    [InlineData("公开表.xlsx", WorkbookContent.Tables, "武汉东湖新技术开发区管理委员会（本级）")]
    [InlineData("文字资料.xlsx", WorkbookContent.Facts, "武汉东湖新技术开发区管理委员会（本级）")]
    public void TheSampleTellsKindUnitAndYear(string file, WorkbookContent content, string unit)
    {
        var identity = Of(file, File.ReadAllBytes(Repository.PathOf("samples", "whdh-2023", file))).Value!;

        Assert.Equal((content, unit, 2023), (identity.Content, identity.UnitNames[0], identity.Year!.Value));
    }

    [Fact]
    public void AWorkbookOfSomethingElseIsSaidToBeThat()
    {
        var result = Of("通讯录.csv", "姓名,电话\n甲,1"u8.ToArray());

        Assert.Null(result.Value);
        Assert.Contains(result.Findings, finding => finding.Message.StartsWith("看不出是公开表还是文字资料", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatIsNoWorkbookKeepsItsOwnMessage() =>
        Assert.Equal(["IMP-02"], Of("照片.xlsx", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46]).Findings.Select(finding => finding.Rule));

    private static Result<WorkbookIdentity> Of(string name, byte[] content) => WorkbookIdentity.Of(new ImportFile(name, content), Sets, CancellationToken.None);
}
