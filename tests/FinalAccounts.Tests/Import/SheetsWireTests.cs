using FinalAccounts.Import;
using FinalAccounts.Import.Files;

namespace FinalAccounts.Tests.Import;

public sealed class SheetsWireTests
{
    [Fact]
    public void EveryKindOfCellCrosses()
    {
        var grid = new SheetGrid("表.xlsx", "甲", hidden: true);
        object[] values = ["文字\n二", 0m, -12.340m, 1e25, new DateTime(2024, 5, 15), TimeSpan.FromMinutes(90), true];
        for (var column = 0; column < values.Length; column++)
        {
            grid.Add(new GridCell(2, column, values[column], column % 2 == 0 ? "0.00%" : null, null));
        }

        grid.Add(new GridCell(3, 511, null, null, "#REF!"));
        grid.Merge(new MergedRange(2, 0, 3, 1));
        grid.HideRow(3);
        grid.HideColumn(2);
        var findings = new ImportFindings();
        findings.Warn("IMP-09", "一句", grid.Place(2, 0));
        findings.Evidence(grid.Place(2, 0), "所以");
        var again = new ImportFindings();
        var read = Assert.Single(SheetsWire.Read(SheetsWire.Write([grid], findings), again)!);
        Assert.Equal(("表.xlsx", "甲", true, 3, 511), (read.File, read.Name, read.Hidden, read.LastRow, read.LastColumn));
        Assert.Equal(grid.Cells.Select(cell => (cell.Row, cell.Column, cell.Value, cell.Format, cell.Error)), read.Cells.Select(cell => (cell.Row, cell.Column, cell.Value, cell.Format, cell.Error)));
        Assert.Equal(grid.MergedAt(3, 1), read.MergedAt(3, 1));
        Assert.Equal([3], read.HiddenRows);
        Assert.Equal([2], read.HiddenColumns);
        Assert.Equal("所以", again.EvidenceByFile["表.xlsx"]);
        Assert.Equal(FindingsJson.Write(findings.All), FindingsJson.Write(again.All));
    }

    [Fact]
    public void WorkbookReadElsewhereGivesTheSameAccountsAndFindings()
    {
        foreach (var workbook in new[] { ImportCase.Workbook(), ImportCase.Workbook("总　计|4|=108.9|", "总　计|4|!#REF!|"), ImportCase.Workbook("总　计|4|=108.9|", "总　计|4|?SUM(C9:C10)|") })
        {
            var file = workbook.File();
            var there = file with { Content = Array.Empty<byte>(), Sheets = ForeignFile.Read(file, CancellationToken.None) };
            var (direct, crossed) = (ImportCase.Import(file), ImportCase.Import(there));
            Assert.Equal(FindingsJson.Write(direct.Findings), FindingsJson.Write(crossed.Findings));
            Assert.Equal(direct.Value?.Tables["表01"].Cell("收入总计", "金额").Value, crossed.Value?.Tables["表01"].Cell("收入总计", "金额").Value);
        }
    }

    [Fact]
    public void RefusedFileIsOneFinding()
    {
        var finding = Assert.Single(ImportCase.Import(ForeignFile.Refused(ImportCase.Workbook().File(), "读取这个文件用了 10 秒以上")).Findings);
        Assert.Equal(("IMP-19", Severity.Fatal, "公开表.xlsx"), (finding.Rule, finding.Severity, finding.Places[0].ToString()));
    }

    [Fact]
    public void SmallWorkbookForWarmingUpIsRead()
    {
        var findings = new ImportFindings();
        var grid = Assert.Single(GridReader.Read(new ImportFile("预热", SmallWorkbook.Bytes()), findings, CancellationToken.None)!);
        Assert.Empty(findings.All);
        Assert.Equal(["合计", "3.5", "1.5", "2"], grid.Cells.Select(cell => cell.Display is "3.50" ? "3.5" : cell.Display is "1.50" ? "1.5" : cell.Display is "2.00" ? "2" : cell.Display));
    }
}
