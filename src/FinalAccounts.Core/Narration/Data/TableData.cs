using FinalAccounts.Accounts;
using FinalAccounts.Narration.Values;
using FinalAccounts.Templates;

namespace FinalAccounts.Narration.Data;

/// <summary>A published table as templates see it: rows by level, whether it is empty, what is said then.</summary>
internal static class TableData
{
    /// <summary>表03, with 行, 类, 款, 项, 空 and 无数说明.</summary>
    public static DataRecord Of(TableLayout layout, AccountsTable? table)
    {
        var rows = Rows(layout, table).ToList();
        return new DataRecord(layout.Key, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["行"] = List("行", rows.Select(row => row.Record)),
            ["类"] = List("类", rows.Where(row => row.Level == SubjectLevel.Category).Select(row => row.Record)),
            ["款"] = List("款", rows.Where(row => row.Level == SubjectLevel.Group).Select(row => row.Record)),
            ["项"] = List("项", rows.Where(row => row.Level == SubjectLevel.Item).Select(row => row.Record)),
            ["空"] = table?.IsEmpty ?? true,
            ["无数说明"] = new TextValue(layout.EmptyStatement, new Origin($"{layout.Key}.无数说明", null, null, [])),
        });

        DataList List(string level, IEnumerable<DataRecord> records) => new($"{layout.Key}.{level}", records.ToList<object?>());
    }

    private static IEnumerable<(DataRecord Record, SubjectLevel? Level)> Rows(TableLayout layout, AccountsTable? table)
    {
        if (layout.Kind == RowKind.Fixed)
        {
            foreach (var row in layout.Blocks.SelectMany(block => block.Rows.Where(row => row.Key is not null)))
            {
                var found = table?.Row(row.Key!);
                var code = row.Code ?? found?.Code;
                yield return (Record(layout, row.Key!, row.Label, code, found), Level(code));
            }

            yield break;
        }

        // The rows of a list are its records; its sum is named in formulas.
        foreach (var row in (table?.Rows ?? []).Where(row => !IsTotal(layout, row)))
        {
            yield return (Record(layout, row.Key, row.Name, row.Code, row), Level(row.Code));
        }
    }

    private static string Unit(CellForm form) => form.Kind switch
    {
        CellKind.Money => FigureValue.Yuan,
        CellKind.Rate => FigureValue.Ratio,
        _ => form.Unit ?? "",
    };

    private static SubjectLevel? Level(string? code) => code is null ? null : SubjectCode.Level(code);

    private static DataRecord Record(TableLayout layout, string key, string name, string? code, AccountsRow? row)
    {
        var label = $"{layout.Key}［{(name.Length > 0 ? name : key)}］";
        var values = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["编码"] = new TextValue(code, new Origin($"{label}编码", null, null, [])),
            ["名称"] = new TextValue(name, new Origin($"{label}名称", null, null, [])),
        };
        foreach (var column in layout.CellColumns)
        {
            var cell = row?.Cell(column) ?? AccountsCell.Blank;
            var form = layout.FormOf(key, column)!;
            var origin = new Origin(
                $"{layout.Key}［{(name.Length > 0 ? name : key)}，{column}］", null, cell.Value, [new OriginCell(layout.Key, key, column, cell.Value, cell.Place)]);
            values[column] = form.IsFigure ? new FigureValue(name, cell.Value, Unit(form), origin) : new TextValue(cell.Text, origin);
        }

        return new DataRecord(label, values);
    }

    private static bool IsTotal(TableLayout layout, AccountsRow row) => layout.Kind == RowKind.List && row.Key == "合计";
}
