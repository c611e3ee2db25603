using FinalAccounts.Templates;

namespace FinalAccounts.Narration.Shapes;

/// <summary>The shapes of all data that a set's templates may name.</summary>
internal static class SetShapes
{
    private static readonly string[] Levels = ["行", "类", "款", "项"];

    /// <summary>A subject of the set: what 科目 gives.</summary>
    public static RecordShape Subject { get; } = Record("科目", ["编码", "名称", "全称", "释义"]);

    /// <summary>By name.</summary>
    public static Dictionary<string, DataShape> Of(TemplateSet set)
    {
        var shapes = new Dictionary<string, DataShape>(StringComparer.Ordinal)
        {
            ["资料"] = new RecordShape("资料", set.Facts.Sheets.ToDictionary(sheet => sheet.Name, Sheet, StringComparer.Ordinal)),
            ["通用名词"] = new ListShape("通用名词", Record("通用名词", ["名称", "释义"])),
        };
        foreach (var table in set.Tables)
        {
            shapes[table.Key] = Table(table);
        }

        foreach (var metric in set.Metrics)
        {
            shapes[metric.Name] = new FigureShape(metric.Name);
        }

        return shapes;
    }

    private static DataShape Sheet(FactSheetSchema sheet)
    {
        var label = $"资料.{sheet.Name}";
        var record = new RecordShape(label, sheet.Fields.DistinctBy(field => field.Name).ToDictionary(field => field.Name, field => Field(label, field), StringComparer.Ordinal));
        return sheet.IsRecords ? new ListShape(label, record) : record;
    }

    private static DataShape Field(string label, FactField field) =>
        field.Type is FactType.Money or FactType.Percent or FactType.Integer or FactType.Decimal ? new FigureShape($"{label}.{field.Name}") : DataShape.Any;

    private static RecordShape Table(TableLayout table)
    {
        var members = new Dictionary<string, DataShape>(StringComparer.Ordinal) { ["编码"] = DataShape.Any, ["名称"] = DataShape.Any };
        foreach (var column in table.CellColumns)
        {
            members[column] = table.FormOf("", column)!.IsFigure ? new FigureShape($"{table.Key}.{column}") : DataShape.Any;
        }

        var row = new RecordShape($"{table.Key}的行", members);
        return new RecordShape(
            table.Key,
            Levels.ToDictionary(level => level, level => (DataShape)new ListShape($"{table.Key}.{level}", row), StringComparer.Ordinal)
                .Concat([new("空", DataShape.Any), new("无数说明", DataShape.Any)]).ToDictionary(StringComparer.Ordinal));
    }

    private static RecordShape Record(string label, string[] names) => new(label, names.ToDictionary(name => name, _ => DataShape.Any, StringComparer.Ordinal));
}
