using FinalAccounts.Import;

namespace FinalAccounts.Tests.Import;

/// <summary>The layouts of the shipped sets, drawn as a workbook from their printed headers and rows, must be read back whole.</summary>
public sealed class RealLayoutsTests
{
    [Theory]
    [InlineData("hubei-2023")]
    [InlineData("national-2024")]
    [InlineData("shanghai-2024")]
    public void EveryCellOfEveryTableIsReadBack(string key)
    {
        var set = ShippedSets.Of(key).Set;
        var workbook = new XlsxBuilder();
        foreach (var table in set.Tables)
        {
            workbook.Sheet(table.Key, LayoutDrawing.Of(table, set.FiscalYear, "测试局（本级）"));
        }

        var result = Importer.Import(new ImportRequest { Tables = workbook.File() }, set, CancellationToken.None);
        Assert.True(result.Succeeded, ImportCase.Print(result.Findings));
        Assert.Equal("", ImportCase.Print(result.Findings.Where(finding => finding.Rule is not "IMP-41" and not "IMP-44" and not "IMP-48")));
        foreach (var table in set.Tables)
        {
            var expected = LayoutDrawing.Figures(table).Select(figure => $"{figure.Row} {figure.Column} {figure.Value * 10_000m:0}");
            var actual = result.Value!.Tables[table.Key].Rows.SelectMany(row => row.Cells.Select(cell => $"{row.Key} {cell.Key} {cell.Value.Value:0}"));
            Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
        }
    }
}
