using FinalAccounts.Documents;
using FinalAccounts.Import;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Units;

/// <summary>A list of units as a sheet (xlsx, xls, csv): 单位代码｜公开名称｜公开层级｜上级单位代码｜模板集, found by these headings.</summary>
public static class UnitSheet
{
    private static readonly Dictionary<string, string[]> Headings = new()
    {
        [nameof(UnitEntry.Code)] = ["单位代码", "代码", "预算单位代码"],
        [nameof(UnitEntry.Name)] = ["公开名称", "单位名称", "名称"],
        [nameof(UnitEntry.Level)] = ["公开层级", "层级"],
        [nameof(UnitEntry.Parent)] = ["上级单位代码", "上级代码", "上级单位", "上级"],
        [nameof(UnitEntry.TemplateSet)] = ["模板集"],
    };

    /// <summary>The rows; no value when the sheet has mistakes.</summary>
    public static Result<IReadOnlyList<UnitRow>> Read(ImportFile file, CancellationToken cancellation)
    {
        var list = ListSheet.Read(file, cancellation);
        if (list.Value is not { } sheet)
        {
            return new Result<IReadOnlyList<UnitRow>>(null, list.Findings);
        }

        var findings = new List<Finding>(list.Findings);
        var header = sheet.Rows.Take(20).Select((row, i) => (Row: i, Columns: Columns(row)))
            .FirstOrDefault(pair => pair.Columns.ContainsKey(nameof(UnitEntry.Code)) && pair.Columns.ContainsKey(nameof(UnitEntry.Name)));
        if (header.Columns is null)
        {
            findings.Add(new Finding(Severity.Fatal, "UNIT-01", "没有找到表头“单位代码”和“公开名称”。请在第一行写上：单位代码、公开名称、公开层级、上级单位代码、模板集。", [new Place(file.Name)]));
            return new Result<IReadOnlyList<UnitRow>>(null, findings);
        }

        var rows = sheet.Rows.Skip(header.Row + 1).Select(row => Row(row, header.Columns, findings)).OfType<UnitRow>().ToList();
        foreach (var twice in rows.GroupBy(row => row.Entry.Code).Where(group => group.Count() > 1))
        {
            findings.Add(new Finding(Severity.Error, "UNIT-03", $"单位代码“{twice.Key}”出现了 {twice.Count()} 次。请只保留一行。", [.. twice.Select(row => row.Place)]));
        }

        if (rows.Count == 0)
        {
            findings.Add(new Finding(Severity.Fatal, "UNIT-01", "表头下面没有单位。", [new Place(file.Name)]));
        }

        return new Result<IReadOnlyList<UnitRow>>(findings.Exists(finding => finding.Severity >= Severity.Error) ? null : rows, findings);
    }

    /// <summary>A sheet to begin with: the headings and a unit of each level, to be written over.</summary>
    public static Workbook Sample(DateTimeOffset at)
    {
        string[][] rows =
        [
            ["001", "某某局", "部门", "", ""],
            ["001001", "某某局（本级）", "本级", "001", ""],
            ["001002", "某某中心", "单位", "001", ""],
        ];
        var head = new SheetRow([.. Headings.Values.Select((heading, column) => new SheetCell(column, heading[0]) { Style = SheetStyle.Header })]);
        return new Workbook([new Sheet("单位", [16, 44, 12, 16, 20], [head, .. rows.Select(row => new SheetRow([.. row.Select((text, column) => new SheetCell(column, text))]))]) { FrozenRows = 1 }], at, "单位清单");
    }

    private static UnitRow? Row(IReadOnlyList<ListCell> row, Dictionary<string, int> columns, List<Finding> findings)
    {
        ListCell? Cell(string field) => columns.TryGetValue(field, out var column) ? row.FirstOrDefault(cell => cell.Column == column) : null;
        var (code, name, level) = (Cell(nameof(UnitEntry.Code)), Cell(nameof(UnitEntry.Name)), Cell(nameof(UnitEntry.Level)));
        var place = (code ?? name ?? row[0]).Place;
        if (code is null || name is null)
        {
            findings.Add(new Finding(Severity.Error, "UNIT-02", $"这一行缺少{(code is null ? "单位代码" : "公开名称")}。请补上，或删除这一行。", [place]));
            return null;
        }

        if (Level(level?.Text) is not { } parsed)
        {
            findings.Add(new Finding(Severity.Error, "UNIT-02", $"公开层级“{level!.Text}”不认识。请填：部门、本级、单位。", [level.Place]));
            return null;
        }

        return new UnitRow(new UnitEntry { Code = code.Text, Name = name.Text, Level = parsed, Parent = Cell(nameof(UnitEntry.Parent))?.Text, TemplateSet = Cell(nameof(UnitEntry.TemplateSet))?.Text }, place);
    }

    private static Dictionary<string, int> Columns(IReadOnlyList<ListCell> row) => Headings
        .Select(heading => (heading.Key, Cell: row.FirstOrDefault(cell => heading.Value.Contains(cell.Text.Trim('*', ' ', '　')))))
        .Where(pair => pair.Cell is not null)
        .ToDictionary(pair => pair.Key, pair => pair.Cell!.Column);

    private static UnitLevel? Level(string? text) => text switch
    {
        null or "单位" => UnitLevel.Unit,
        "部门" => UnitLevel.Department,
        "本级" => UnitLevel.OwnLevel,
        _ => null,
    };
}

/// <summary>A row of such a sheet.</summary>
public sealed record UnitRow(UnitEntry Entry, Place Place);
