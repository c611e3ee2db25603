using FinalAccounts.Comparison;
using FinalAccounts.Documents;
using FinalAccounts.Documents.Comparison;
using FinalAccounts.Tests.Rendering;

namespace FinalAccounts.Tests.Comparison;

public sealed class DocumentComparerTests
{
    [Fact]
    public void AChangedValueOfAChartIsTold()
    {
        static Document With(decimal value) => SampleDocument.Create(annexes: 0) with
        {
            Sections = [new Section(new PageSetup(), [new Chart(
                "c1", ChartKind.Pie, "图1：支出决算结构", "万元", ["基本支出", "项目支出"],
                [new ChartSeries("本年支出", [SampleDocument.Money(value), SampleDocument.Money(45144.45m)])])])],
        };
        var changes = DocumentComparer.Compare(With(50011.54m), With(50021.54m), CancellationToken.None).Changes;
        Assert.Contains(changes, change => change.Kind == ChangeKind.Chart && (change.Before, change.After) == ("50,011.54", "50,021.54"));
    }

    [Theory]
    [InlineData(false, 0, 1, 0)]
    [InlineData(true, 0, 1, 1)]
    public void AListWhoseItemsStandDeeperOrHaveOtherMarkersIsANewOne(bool ordered, params int[] depths)
    {
        var changes = DocumentComparer.Compare(List(false, 0, 1, 1), List(ordered, depths), CancellationToken.None);
        Assert.Equal([typeof(RemovedBlock), typeof(AddedBlock)], changes.Blocks.Select(block => block.GetType()));
        Assert.Empty(DocumentComparer.Compare(List(ordered, depths), List(ordered, depths), CancellationToken.None).Changes);
    }

    private static Document List(bool ordered, params int[] depths) => SampleDocument.Create(annexes: 0) with
    {
        Sections = [new Section(new PageSetup(), [new ListBlock(ordered, [[new Text("办公室")], [new Text("文书科")], [new Text("督查科")]]) { Depths = depths }])],
    };

    [Fact]
    public void DocumentIsTheSameAsItself()
    {
        var comparison = DocumentComparer.Compare(RealSample.Document, DocumentJson.Read(DocumentJson.Write(RealSample.Document)), CancellationToken.None);
        Assert.Empty(comparison.Changes);
        Assert.All(comparison.Blocks, block => Assert.IsType<KeptBlock>(block));
    }

    [Fact]
    public void EveryBlockOfBothIsAccountedForInOrder()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var (before, after) = (Variations.Edited(SampleDocument.Create(2), seed), Variations.Edited(SampleDocument.Create(2), -seed - 1));
            var comparison = DocumentComparer.Compare(before, after, CancellationToken.None);
            Assert.Equal(before.Blocks, comparison.Blocks.Select(block => block.Earlier).OfType<Block>(), ReferenceEqualityComparer.Instance);
            Assert.Equal(after.Blocks, comparison.Blocks.Select(block => block.Later).OfType<Block>(), ReferenceEqualityComparer.Instance);
        }
    }

    [Fact]
    public void FiguresOfATableAreComparedByKeyWhereverTheyStand() => AssertChanges(
        """
        Cell 公开01表［2010301 行政运行，金额］：10.00 → 
        Cell 公开01表（整行）：2010301 ｜ 行政运行 → 
        Cell 公开01表［2010302 一般行政管理事务，金额］：20.00 → 25.00
        Cell 公开01表［2010350 事业运行，金额］： → 7.00
        Cell 公开01表（整行）： → 2010350 ｜ 事业运行
        """,
        Book(Accounts(("2010301", "行政运行", 10), ("2010302", "一般行政管理事务", 20), ("2010399", "其他", 30))),
        Book(Accounts(("2010302", "一般行政管理事务", 25), ("2010350", "事业运行", 7), ("2010399", "其他", 30))));

    [Fact]
    public void TextIsComparedSectionBySection() => AssertChanges(
        """
        Text 一、收入情况：95.10 → 96.20
        Text 二、支出情况： → 新增的说明：本年无结转。
        Text 三、其他情况：三、其他情况 → 
        Text 三、其他情况：没有其他情况。 → 
        """,
        Book(Title(1, "一、收入情况"), Said("收入95.10万元。"), Title(2, "二、支出情况"), Said("支出80万元。"), Title(3, "三、其他情况"), Said("没有其他情况。")),
        Book(Title(1, "一、收入情况"), Said("收入96.20万元。"), Title(2, "二、支出情况"), Said("新增的说明：本年无结转。"), Said("支出80万元。")));

    [Fact]
    public void TableWithOtherColumnsIsReplacedAsAWhole()
    {
        var wide = Accounts(("2010301", "行政运行", 10));
        var narrow = new Table("t01", [new TableColumn(1)], [], [new TableRow([new TableCell([new Text("无")])])]) { Kind = TableKind.Accounts, Frame = wide.Frame };
        var comparison = DocumentComparer.Compare(Book(wide), Book(narrow), CancellationToken.None);
        Assert.Equal([typeof(RemovedBlock), typeof(AddedBlock)], comparison.Blocks.Select(block => block.GetType()));
        Assert.Equal(4, comparison.Count(ChangeKind.Cell));
    }

    private static void AssertChanges(string expected, Document before, Document after) => Assert.Equal(
        expected,
        string.Join('\n', DocumentComparer.Compare(before, after, CancellationToken.None).Changes.Select(change => $"{change.Kind} {change.Where}：{change.Before} → {change.After}")));

    private static Document Book(params Block[] blocks) =>
        new(new DocumentMetadata("书", "单位", 2023, DateTimeOffset.UnixEpoch), [new Section(new PageSetup(), blocks)]);

    private static Heading Title(int number, string text) => new(2, [new Text(text)], $"s1-{number}");

    private static Paragraph Said(string text) => new([new Text(text)]);

    private static Table Accounts(params (string Code, string Name, decimal Amount)[] rows) => new(
        "t01", [new TableColumn(1), new TableColumn(3), new TableColumn(1, CellAlign.Right)],
        [new TableRow([new TableCell([new Text("编码")]), new TableCell([new Text("科目")]), new TableCell([new Text("金额")])])],
        [
            .. rows.Select(row => new TableRow(
            [
                new TableCell([new Text(row.Code)]), new TableCell([new Text(row.Name)]),
                new TableCell([new Figure($"{row.Amount}.00", row.Amount, "万元", new Origin("金额", null, row.Amount, [new OriginCell("表01", row.Code, "金额", row.Amount, null)]))]),
            ])
            { Key = row.Code }),
        ])
    { Kind = TableKind.Accounts, Frame = new TableFrame("公开01表", null, null) };
}
