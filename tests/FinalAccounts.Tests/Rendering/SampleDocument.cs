using FinalAccounts.Documents;

namespace FinalAccounts.Tests.Rendering;

/// <summary>A hand-made disclosure with every kind of block and inline, for the renderers' tests. With the default count of annexes about 180 pages.</summary>
internal static class SampleDocument
{
    internal const string Unit = "示范市数据管理局（本级）";

    internal static Document Create(int annexes = 40, string? draftNotice = null) => new(
        new DocumentMetadata(
            $"2023年度{Unit}部门决算公开", Unit, 2023, new DateTimeOffset(2024, 9, 29, 9, 0, 0, TimeSpan.FromHours(8)), draftNotice),
        [
            new Section(new PageSetup(PageOrientation.Portrait, Numbered: false), [FrontCover()]),
            new Section(new PageSetup(), [new TableOfContents("目　录")]),
            new Section(new PageSetup(), SampleNarrative.Overview()),
            new Section(new PageSetup(), [PartTitle("p2", $"第二部分　2023年度{Unit}部门决算表"), .. SampleTables.Summary()]),
            new Section(new PageSetup(PageOrientation.Landscape), SampleTables.Revenue()),
            new Section(new PageSetup(PageOrientation.Landscape), SampleTables.ThreePublicExpenses()),
            new Section(new PageSetup(), SampleNarrative.Explanation()),
            .. Enumerable.Range(1, annexes).Select(number => new Section(new PageSetup(), SampleForms.Annex(number))),
        ]);

    internal static Heading PartTitle(string id, string title) =>
        new(1, [new Text(title)], id) { Style = HeadingStyle.Part, InContents = true };

    internal static Paragraph Body(string text) => new([new Text(text)]);

    internal static Origin CellOrigin(string table, string row, string column, decimal value) => new(
        row, null, value, [new OriginCell(table, row, column, value, new Place("公开表.xlsx", table, "C7"))]);

    internal static Figure Money(decimal value, string suffix = "") => new(
        Number(value) + suffix, value, "万元", CellOrigin("表01", "收入总计", "金额", value * 10000m));

    internal static string Number(decimal value) => value.ToString("#,##0.00", System.Globalization.CultureInfo.InvariantCulture);

    private static Cover FrontCover() => new(
        ["2023年度", Unit, "部门决算公开"], "2024年9月29日", [new CoverLine("索引号", "000014349/2024-00001"), new CoverLine("保密审查", "已审查")]);
}
