using System.Buffers.Binary;
using FinalAccounts.Import;
using FinalAccounts.Import.Files;
using FinalAccounts.Import.Files.Formulas;

namespace FinalAccounts.Tests.Import;

public sealed class StaleFormulaTests
{
    // A column of constants with one formula below: A1 … and the stored result.
    private static SheetGrid Grid(string formula, decimal? stored, params (string Cell, object Value)[] cells)
    {
        var grid = new SheetGrid("表.xlsx", "甲表", hidden: false);
        foreach (var (cell, value) in cells)
        {
            var at = CellAddress.Parse(cell)!.Value;
            grid.Add(new GridCell(at.Row, at.Column, value, null, null));
        }

        if (stored is { } number)
        {
            grid.Add(new GridCell(9, 9, number, null, null));
        }

        grid.AddFormula(9, 9, formula);
        return grid;
    }

    private static decimal? Calculated(string formula, params (string Cell, object Value)[] cells)
    {
        var grid = Grid(formula, null, cells);
        return new FormulaResults([grid]).Of(grid, 9, 9);
    }

    private static bool IsStale(SheetGrid grid)
    {
        StaleFormulas.Mark([grid], new ImportFindings());
        return grid.Cell(9, 9)?.Error == SheetErrors.NotCalculated;
    }

    [Theory]
    [InlineData("13000+934.95", "13934.95")]
    [InlineData("=ROUND(8799.68,2)", "8799.68")]
    [InlineData("SUM(A1:A3)", "6")]
    [InlineData("sum($A$1:A2,A3,10)", "16")]
    [InlineData("A1+A2*A3-(A1-1)/2", "7")]
    [InlineData("-A3%", "-0.03")]
    [InlineData("ABS(A1-A3)", "2")]
    [InlineData("甲表!A1+'甲表'!A2", "3")]
    [InlineData("ROUND(A3/7,2)", "0.43")]
    [InlineData("SUM(A1:A9)", "6")]
    [InlineData("A9+A1", "1")]
    [InlineData("1.5E+2*2", "300")]
    public void SimpleFormulaIsCalculated(string formula, string result) =>
        Assert.Equal(decimal.Parse(result, System.Globalization.CultureInfo.InvariantCulture), Calculated(formula, ("A1", 1m), ("A2", 2m), ("A3", 3m), ("A4", "文字")));

    [Theory]
    [InlineData("IF(A1>0,1,2)")]
    [InlineData("SUMIF(A1:A3,1)")]
    [InlineData("A1&A2")]
    [InlineData("A1^2")]
    [InlineData("A4+1")]
    [InlineData("A:A")]
    [InlineData("SUM(A:A)")]
    [InlineData("[1]甲表!A1")]
    [InlineData("乙表!A1")]
    [InlineData("A1:A2+1")]
    [InlineData("名称+1")]
    [InlineData("A1/A9")]
    [InlineData("J10+1")]
    [InlineData("LOG10(A1)")]
    [InlineData("SUM(A1:A3")]
    [InlineData("((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))")]
    [InlineData("79228162514264337593543950335*10")]
    public void WhatIsNotCertainHasNoResult(string formula) => Assert.Null(Calculated(formula, ("A1", 1m), ("A2", 2m), ("A3", 3m), ("A4", "文字")));

    [Theory]
    [InlineData("SUM(A1:A2)", "3", false)]
    [InlineData("SUM(A1:A2)", "3.0000000001", false)]
    [InlineData("SUM(A1:A2)", "0", true)]
    [InlineData("SUM(A1:A2)", "2.99", true)]
    [InlineData("SUM(A1:A2)", null, true)]
    [InlineData("SUM(A5:A9)", "0", false)]
    [InlineData("IF(A1>0,1,2)", "0", false)]
    public void StoredResultIsHeldAgainstTheFormula(string formula, string? stored, bool stale) =>
        Assert.Equal(stale, IsStale(Grid(formula, stored is null ? null : decimal.Parse(stored, System.Globalization.CultureInfo.InvariantCulture), ("A1", 1m), ("A2", 2m))));

    [Fact]
    public void ZeroOverZerosIsSeenThroughTheFormulasBelow()
    {
        var grid = Grid("SUM(B1:B2)", 0m, ("A1", 1m), ("B1", 0m), ("B2", 0m));
        grid.AddFormula(0, 1, "A1*2");
        Assert.True(IsStale(grid));
    }

    [Fact]
    public void WhereOneResultIsNotItsFormulasZerosOfOthersAreNotBelieved()
    {
        var grid = Grid("SUM(A1:A2)", 0m, ("A1", 1m), ("B1", 0m), ("B2", 5m));
        grid.AddFormula(0, 1, "IF(A1>0,7,8)");
        grid.AddFormula(1, 1, "IF(A1>0,5,8)");
        StaleFormulas.Mark([grid], new ImportFindings());
        Assert.Equal((SheetErrors.NotCalculated, null), (grid.Cell(0, 1)!.Error, grid.Cell(1, 1)!.Error));
    }

    [Fact]
    public void CircleAndLongChainEnd()
    {
        var grid = Grid("A1+1", 0m, ("A1", 0m));
        grid.AddFormula(0, 0, "J10+1");
        StaleFormulas.Mark([grid], new ImportFindings());
        var chain = Grid("A1+1", 0m);
        for (var row = 0; row < 20_000; row++)
        {
            chain.Add(new GridCell(row, 0, 0m, null, null));
            chain.AddFormula(row, 0, $"A{row + 2}+1");
        }

        StaleFormulas.Mark([chain], new ImportFindings());
    }

    [Fact]
    public void DummyZerosAreSaidOnceWithTheirCellsAndHowTheyWereSeen()
    {
        var bytes = ImportCase.Workbook().Bytes();
        bytes = Zip.Change(bytes, "xl/worksheets/sheet1.xml", xml => xml
            .Replace("<x:c r=\"C7\"><x:v>100.5</x:v>", "<x:c r=\"C7\"><x:f>100+0.5</x:f><x:v>0</x:v>", StringComparison.Ordinal)
            .Replace("<x:c r=\"C11\"><x:v>108.9</x:v>", "<x:c r=\"C11\"><x:f>C7+C8+C10</x:f><x:v>0</x:v>", StringComparison.Ordinal));
        var result = ImportCase.Import(new ImportFile("公开表.xlsx", bytes));
        var finding = Assert.Single(result.Findings);
        Assert.Equal(("IMP-32", "C7 C11"), (finding.Rule, string.Join(' ', finding.Places.Select(place => place.Cell))));
        Assert.Contains("公开1 C7 里存的是 0，按公式应为 100.5", finding.Message);
        Assert.Contains("Ctrl+Alt+F9", finding.Message);
    }

    [Fact]
    public void FormulaSharedByCellsIsMovedWithThem()
    {
        var shared = new SharedFormulas();
        Assert.Equal("SUM(B2:B$5)+$A2+'甲 B2'!B2", shared.Of("0", "SUM(B2:B$5)+$A2+'甲 B2'!B2", 5, 1));
        Assert.Equal("SUM(C3:C5)+A3+'甲 B2'!C3", shared.Of("0", "", 6, 2));
        Assert.Null(shared.Of("1", "", 6, 2));
    }

    [Theory]
    [InlineData("SUM(C8:C10)", "25,07,00,09,00,02,C0,02,C0,19,10,00,00")]
    [InlineData("C8+C9", "24,07,00,02,C0,24,08,00,02,C0,03")]
    [InlineData("13000+934.95", "1E,C8,32,1F,9A,99,99,99,99,37,8D,40,03")]
    [InlineData("ROUND(1,2)", "1E,01,00,1E,02,00,21,1B,00")]
    [InlineData("SUM(1,C8)", "1E,01,00,24,07,00,02,C0,22,02,04,00")]
    [InlineData("(1-2)%", "1E,01,00,1E,02,00,04,15,14")]
    [InlineData(null, "17,01,00,41")]
    [InlineData(null, "24,07,00")]
    [InlineData(null, "03")]
    [InlineData(null, "01,00,00,00,00")]
    public void TokensOfABinaryWorkbookAreWrittenAsText(string? text, string tokens) =>
        Assert.Equal(text, BiffFormula.Text(Convert.FromHexString(tokens.Replace(",", "", StringComparison.Ordinal)), wide: false));

    [Fact]
    public void FormulaOfABinaryWorkbookIsFoundBehindItsValue()
    {
        byte[] tokens = [0x25, 7, 0, 0, 0, 9, 0, 0, 0, 2, 0xC0, 2, 0xC0, 0x19, 0x10, 0, 0];
        byte[] cell = [2, 0, 0, 0, 0, 0, 0, 0];
        Assert.Equal("SUM(C8:C10)", XlsbCells.Formula(9, [.. cell, .. new byte[8], 0, 0, (byte)tokens.Length, 0, 0, 0, .. tokens]));
        Assert.Equal("SUM(C8:C10)", XlsbCells.Formula(8, [.. cell, 1, 0, 0, 0, (byte)'a', 0, 0, 0, (byte)tokens.Length, 0, 0, 0, .. tokens]));
        Assert.Null(XlsbCells.Formula(9, [.. cell, .. new byte[8], 0, 0]));
        Assert.Null(XlsbCells.Formula(5, [.. cell, .. new byte[8]]));
    }

    [Fact]
    public void DummyZeroOfAnXlsIsFound()
    {
        // BOF of the workbook, BoundSheet, BOF of the sheet, Formula with the result zero, EOF.
        var biff = new List<byte>();
        void Record(int type, params byte[] content)
        {
            biff.AddRange([(byte)type, (byte)(type >> 8), (byte)content.Length, (byte)(content.Length >> 8), .. content]);
        }

        Record(0x0809, 0x00, 0x06, 0x05, 0x00);
        var position = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(position, 8 + 4 + 8);
        Record(0x0085, [.. position, 0, 0, 0, 0]);
        Record(0x0809, 0x00, 0x06, 0x10, 0x00);
        Record(0x0006, [6, 0, 2, 0, 0, 0, .. new byte[8], 0, 0, 0, 0, 0, 0, 7, 0, 0x1E, 1, 0, 0x1E, 2, 0, 0x03]);
        Assert.Equal([(6, 2, "1+2")], XlsRecords.Read([.. biff]).Formulas(0));
    }
}
