using FinalAccounts.Accounts;
using FinalAccounts.Import.Files;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.FactSheets;

/// <summary>Reads a sheet with a field per row: 名称｜内容｜单位｜填写说明, found by these headings.</summary>
internal sealed class FieldsSheetReader(FactSheetSchema sheet, SheetGrid grid, ImportFindings findings)
{
    private const int SearchedRows = 20;

    public FactSheet Read()
    {
        if (Header() is not var (headerRow, nameColumn, contentColumn, unitColumn))
        {
            findings.Error("IMP-57", $"工作表“{sheet.Name}”没有找到表头“名称”和“内容”。请恢复表头，或用空白的文字资料表重新填写。", grid.Whole);
            return new FactSheet(sheet.Name, []);
        }

        var values = new Dictionary<string, FactValue>();
        var blanks = new Dictionary<string, Documents.Place>();
        var seen = new Dictionary<string, GridCell>();
        var parser = new FactParser(findings);
        for (var row = headerRow + 1; row <= grid.LastRow; row++)
        {
            var content = grid.Cell(row, contentColumn);
            if (grid.Cell(row, nameColumn) is not { } name)
            {
                if (content is not null)
                {
                    findings.Error("IMP-51", $"工作表“{sheet.Name}”：这里有内容“{Short(content)}”，却没有名称。请补上名称。", grid.Place(content));
                }

                continue;
            }

            if (HeadingText.Find(name.Display, sheet.Fields) is not var (field, unit))
            {
                ReportUnknown(name, content);
                continue;
            }

            if (!seen.TryAdd(field.Name, name))
            {
                findings.Error("IMP-56", $"工作表“{sheet.Name}”：“{field.Name}”出现了两次，取前一个。请核对哪一行是对的，把另一行改成它自己的名称。", grid.Place(name), grid.Place(seen[field.Name]));
                continue;
            }

            var label = $"{sheet.Name}，“{field.Name}”";
            if (parser.Read(content, field, label, Unit(field, unit, row, unitColumn), grid.Place(row, contentColumn)) is { } value)
            {
                values.Add(field.Name, value);
                continue;
            }

            blanks[field.Name] = grid.Place(row, contentColumn);
            if (field.IsAsked)
            {
                findings.Error("IMP-52", $"{label}：必填，现在是空的。请填写{(field.Hint is null ? "" : $"（{field.Hint}）")}。", grid.Place(row, contentColumn));
            }
        }

        foreach (var field in sheet.Fields.Where(field => field.IsAsked && !seen.ContainsKey(field.Name)))
        {
            findings.Error("IMP-52", $"工作表“{sheet.Name}”缺少必填项“{field.Name}”一行。请补上。", grid.Whole);
        }

        return new FactSheet(sheet.Name, values.Count == 0 ? [] : [new FactRecord(values)]) { Blanks = blanks };
    }

    private (int Row, int Name, int Content, int? Unit)? Header()
    {
        for (var row = 0; row <= Math.Min(grid.LastRow, SearchedRows); row++)
        {
            int? Column(params string[] texts) => Enumerable.Range(0, grid.LastColumn + 1)
                .Where(column => texts.Contains(grid.Text(row, column))).Select(column => (int?)column).FirstOrDefault();
            if (Column("名称", "项目") is { } name && Column("内容", "填写内容") is { } content)
            {
                return (row, name, content, Column("单位"));
            }
        }

        return null;
    }

    // What the sheet says counts before what the form said: an office may change 万元 to 元.
    private MoneyUnit Unit(FactField field, MoneyUnit? inName, int row, int? unitColumn)
    {
        var written = unitColumn is { } column ? grid.Cell(row, column) : null;
        if (field.Type == FactType.Money && written is not null && Money.Unit(written.Display) is null)
        {
            findings.Error("IMP-15", $"{sheet.Name}，“{field.Name}”：金额单位“{written.Display.Trim()}”不认识，按 {Money.Name(HeadingText.UnitOf(field))} 读取。请改为“万元”或“元”。", grid.Place(written));
        }

        return Money.Unit(written?.Display) ?? inName ?? HeadingText.UnitOf(field);
    }

    private void ReportUnknown(GridCell name, GridCell? content)
    {
        if (content is not null)
        {
            var near = LooseText.Nearest(name.Display, sheet.Fields.Select(field => field.Name));
            findings.Warn("IMP-51", $"工作表“{sheet.Name}”：不认识项目“{Short(name)}”，没有读取。{(near is null ? "这一行的内容不会进入文档" : $"是否应为“{near}”？{NameDifference.Of(name.Display.Trim(), near)}请改正名称")}。", grid.Place(name));
        }
    }

    private static string Short(GridCell cell) => cell.Display.Trim() is { Length: > 20 } text ? text[..20] + "…" : cell.Display.Trim();
}
