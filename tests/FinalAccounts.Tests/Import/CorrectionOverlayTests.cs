using FinalAccounts.Accounts;
using FinalAccounts.Import;
using FinalAccounts.Import.Corrections;
using FinalAccounts.Import.Json;
using FinalAccounts.Tests.Comparison;

namespace FinalAccounts.Tests.Import;

public sealed class CorrectionOverlayTests
{
    private static readonly DepartmentAccounts Accounts = RealSample.Accounts;

    [Fact]
    public void CellTakesTheNewFigureAndItsPlaceSaysSo()
    {
        var (row, column, old) = SomeCell();
        var corrected = Apply(Cell(row, column, old, "1234.5"));
        var cell = corrected.Accounts.Tables["表01"].Cell(row, column);
        Assert.Equal(1234.5m, cell.Value);
        Assert.EndsWith("（已更正）", cell.Place!.File);
        Assert.Equal(Accounts.Tables["表01"].Cell(row, column).Place, Assert.Single(corrected.Replaced));
        Assert.Empty(corrected.Findings);
        Assert.Equal(old, CorrectionValue.Of(Accounts.Tables["表01"].Cell(row, column)));
    }

    [Fact]
    public void CorrectionsApplyInTheirOrderAndBlankIsNotZero()
    {
        var (row, column, old) = SomeCell();
        var corrected = Apply(Cell(row, column, old, "1"), Cell(row, column, "1.00", null));
        Assert.Null(corrected.Accounts.Tables["表01"].Cell(row, column).Value);
        Assert.Empty(corrected.Findings);
    }

    [Fact]
    public void OtherOldValueIsAnErrorAndTheImportedFigureStays()
    {
        var (row, column, old) = SomeCell();
        var corrected = Apply(Cell(row, column, "7", "8"));
        Assert.Equal(old, CorrectionValue.Of(corrected.Accounts.Tables["表01"].Cell(row, column)));
        var finding = Assert.Single(corrected.Findings);
        Assert.Equal((Severity.Error, "COR-01", "7", old), (finding.Severity, finding.Rule, finding.Expected, finding.Actual));
    }

    [Fact]
    public void CorrectionThatTheNewDataAlreadyContainIsOnlyANote()
    {
        var (row, column, old) = SomeCell();
        var finding = Assert.Single(Apply(Cell(row, column, "7", old)).Findings);
        Assert.Equal((Severity.Note, "COR-04"), (finding.Severity, finding.Rule));
    }

    [Theory]
    [InlineData("表99", "收入总计", "金额", false, "COR-02")]
    [InlineData("表01", "没有这行", "金额", false, "COR-02")]
    [InlineData("表01", "收入总计", "没有这栏", false, "COR-02")]
    [InlineData("没有这表", "", "年度", true, "COR-02")]
    [InlineData("基本情况", "", "没有这项", true, "COR-02")]
    [InlineData("主要职责", "999", "内容", true, "COR-02")]
    [InlineData("基本情况", "", "成立日期", true, "COR-03")]
    public void WhatDoesNotFitIsReportedAndNothingChanges(string sheet, string row, string column, bool fact, string rule)
    {
        var corrected = Apply(new CellCorrection(sheet, row, column, fact, null, "昨天", "clerk", "试"));
        Assert.Equal((Severity.Error, rule), (Assert.Single(corrected.Findings).Severity, corrected.Findings[0].Rule));
        Assert.Same(Accounts, corrected.Accounts);
    }

    [Fact]
    public void FixedRowThatTheImportLeftOutIsFilledInItsPlace()
    {
        var table = Accounts.Tables["表01"];
        var left = table.Rows.First(row => row.Code is null && RealSample.Set.Table("表01")!.FixedRow(row.Key)!.Value.Row is { Total: false });
        var (column, order) = (left.Cells.Keys.First(), table.Rows.Select(row => row.Key));
        var without = Accounts with { Tables = new Dictionary<string, AccountsTable>(Accounts.Tables) { ["表01"] = table with { Rows = [.. table.Rows.Where(row => row != left)] } } };

        var corrected = CorrectionOverlay.Apply(without, [Cell(left.Key, column, null, "1234.5")], RealSample.Set);
        Assert.Empty(corrected.Findings);
        Assert.Equal(order, corrected.Accounts.Tables["表01"].Rows.Select(row => row.Key));
        Assert.Equal((left.Name, 1234.5m), (corrected.Accounts.Tables["表01"].Row(left.Key)!.Name, corrected.Accounts.Tables["表01"].Cell(left.Key, column).Value));

        // Of a table that was left empty the canonical form wants the sums as well.
        var empty = Accounts with { Tables = new Dictionary<string, AccountsTable>(Accounts.Tables) { ["表01"] = table with { Rows = [] } } };
        var filled = CorrectionOverlay.Apply(empty, [Cell(left.Key, column, null, "1")], RealSample.Set).Accounts;
        Assert.DoesNotContain(ReadBack(filled).Findings, finding => finding.Severity == Severity.Fatal);
        Assert.Equal(1m, ReadBack(filled).Value!.Tables["表01"].Cell(left.Key, column).Value);
    }

    [Fact]
    public void FactsOfEveryTypeAreReadAsTheirField()
    {
        var corrected = Apply(
            new CellCorrection("基本情况", "", "成立日期", true, null, "2023-01-05", "clerk", "补填"),
            new CellCorrection("基本情况", "", "单位性质", true, CorrectionValue.Of(Accounts.Facts.Field("基本情况", "单位性质")), "事业单位", "clerk", "试"),
            new CellCorrection("主要职责", "2", "内容", true, CorrectionValue.Of(Accounts.Facts.Records("主要职责")[1].Values["内容"]), "新的职责。", "clerk", "试"));
        Assert.Empty(corrected.Findings);
        Assert.Equal(new DateOnly(2023, 1, 5), corrected.Accounts.Facts.Field("基本情况", "成立日期")!.Date);
        Assert.Equal("事业单位", corrected.Accounts.Facts.Field("基本情况", "单位性质")!.Text);
        Assert.Equal("新的职责。", corrected.Accounts.Facts.Records("主要职责")[1].Values["内容"].Text);
        Assert.Equal(Accounts.Facts.Records("主要职责").Count, corrected.Accounts.Facts.Records("主要职责").Count);
    }

    private static Result<DepartmentAccounts> ReadBack(DepartmentAccounts accounts) => Importer.Import(
        new ImportRequest { Json = new ImportFile("数据", AccountsJson.Write(accounts)), FiscalYear = accounts.FiscalYear }, RealSample.Set, CancellationToken.None);

    private static CorrectedAccounts Apply(params CellCorrection[] corrections) => CorrectionOverlay.Apply(Accounts, corrections, RealSample.Set);

    private static CellCorrection Cell(string row, string column, string? old, string? value) => new("表01", row, column, false, old, value, "clerk", "试");

    private static (string Row, string Column, string? Old) SomeCell()
    {
        var row = Accounts.Tables["表01"].Rows.First(row => row.Cells.Values.Any(cell => cell.Value is > 0));
        var (column, cell) = row.Cells.First(cell => cell.Value.Value is > 0);
        return (row.Key, column, CorrectionValue.Of(cell));
    }
}
