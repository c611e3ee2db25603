using FinalAccounts.Accounts;
using FinalAccounts.Import.Files;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.FactSheets;

/// <summary>The 文字资料 form as a workbook, empty or filled: an office fills it in Excel or WPS, and <see cref="Importer"/> reads it back.</summary>
public static class FactsWorkbook
{
    /// <summary>The sheet in front that says how to fill the form; it is not read.</summary>
    public const string GuideSheet = "填写说明";

    /// <summary>Builds the form; equal inputs give equal workbooks.</summary>
    /// <param name="title">For the title of the first sheet: 湖北省 2023年度部门决算公开.</param>
    /// <param name="facts">What is known already; null for an empty form.</param>
    /// <param name="names">The names that must be exact, for drop-downs; null for none.</param>
    public static Workbook Build(FactsSchema schema, string title, Facts? facts, DateTimeOffset created, FactNames? names = null) => new(
        [Guide(schema, title), .. schema.Sheets.Select(sheet => Marked(facts?.Sheets.GetValueOrDefault(sheet.Name), sheet.IsRecords
            ? RecordsForm.Of(sheet, facts?.Records(sheet.Name) ?? [], names)
            : FieldsForm.Of(sheet, facts?.Records(sheet.Name) is [var record, ..] ? record : null)))],
        created,
        $"{title} 文字资料");

    /// <summary>Reads a filled form alone, as last year's: what does not fit this year's form is left out.</summary>
    public static Result<Facts> Read(ImportFile file, FactsSchema schema, CancellationToken cancellation)
    {
        var findings = new ImportFindings();
        var facts = GridReader.Read(file, findings, cancellation) is { } grids ? new FactsWorkbookReader(schema, findings).Read(file.Name, grids, cancellation) : null;
        return new Result<Facts>(facts, findings.All);
    }

    private static Sheet Marked(FactSheet? facts, Sheet sheet)
    {
        if (facts is not { CarriedOver: true })
        {
            return sheet;
        }

        var (cell, check) = CarriedMark.Of(sheet.ColumnWidths.Count);
        return sheet with
        {
            ColumnWidths = [.. sheet.ColumnWidths, 22],
            Rows = [new SheetRow([.. sheet.Rows[0].Cells, cell], sheet.Rows[0].Height), .. sheet.Rows.Skip(1)],
            Validations = [.. sheet.Validations, check],
        };
    }

    private static Sheet Guide(FactsSchema schema, string title)
    {
        List<SheetRow> rows =
        [
            new([new SheetCell(0, $"{title} 文字资料") { Style = SheetStyle.Title, ColumnSpan = 3 }], 36),
            new([Hint("1. 浅色格子是要填写的内容；名称后带 * 的必填，其余没有的留空。")]),
            new([Hint("2. 工作表名称、表头和“名称”一列请不要改动；列的先后可以调整，行数不够可以往下加。")]),
            new([Hint("3. 金额按表头或“单位”一列的单位填写；百分数写作 98.5%；日期写作 2024-05-15，只知道年月的写作 2024年5月。")]),
            new([Hint("4. 大段文字在格子里按 Alt+Enter 换行，一行就是一个自然段。")]),
            new([Hint("5. 右上角写着“沿用上年，未核对”的表是照上年填的：逐条看过、改好以后选“已核对”。")]),
            new([]),
            new([Head(0, "工作表"), Head(1, "填什么"), Head(2, "填法")], 22),
        ];
        rows.AddRange(schema.Sheets.Select(sheet => new SheetRow(
            [new SheetCell(0, sheet.Name), new SheetCell(1, sheet.Hint ?? Summary(sheet)), new SheetCell(2, sheet.IsRecords ? "一条一行" : "一项一行")])));
        return new Sheet(GuideSheet, [22, 84, 12], rows);
    }

    private static string Summary(FactSheetSchema sheet) => string.Join("、", sheet.Fields.Select(field => field.Name));

    private static SheetCell Hint(string text) => new(0, text) { Style = SheetStyle.Hint, ColumnSpan = 3 };

    internal static SheetCell Head(int column, string text) => new(column, text) { Style = SheetStyle.Header, Align = CellAlign.Center };

    /// <summary>The title and the hint above a form's header, over all its columns.</summary>
    internal static IEnumerable<SheetRow> Top(FactSheetSchema sheet, int columns)
    {
        yield return new SheetRow([new SheetCell(0, sheet.Name) { Style = SheetStyle.Title, ColumnSpan = columns }], 30);
        yield return new SheetRow([new SheetCell(0, sheet.Hint ?? (sheet.IsRecords ? "一条一行；没有的留空。" : "一项一行，填在“内容”一列。")) { Style = SheetStyle.Hint, ColumnSpan = columns }]);
    }
}
