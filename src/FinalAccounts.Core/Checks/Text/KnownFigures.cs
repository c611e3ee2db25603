using FinalAccounts.Accounts;
using FinalAccounts.Formulas;
using FinalAccounts.Templates;

namespace FinalAccounts.Checks.Text;

/// <summary>All figures of a unit that text can be held against: cells, metrics with last year's and the change, fields of the facts.</summary>
internal static class KnownFigures
{
    /// <summary>The figures, tables first.</summary>
    public static IReadOnlyList<KnownFigure> Of(CompiledSet set, DepartmentAccounts accounts, IReadOnlyList<MetricValue> metrics)
    {
        var figures = new List<KnownFigure>();
        foreach (var table in accounts.Tables.Values)
        {
            Add(figures, table, table.Key, set.Set.Table(table.Key));
        }

        foreach (var table in accounts.Prior?.Tables.Values ?? [])
        {
            Add(figures, table, "上年" + table.Key, set.Set.Table(table.Key));
        }

        foreach (var metric in metrics)
        {
            Add(figures, metric);
        }

        foreach (var sheet in set.Set.Facts.Sheets)
        {
            Add(figures, sheet, accounts.Facts.Records(sheet.Name));
        }

        return figures;
    }

    /// <summary>What a record is called: its first text.</summary>
    public static string Name(FactSheetSchema sheet, FactRecord record) =>
        !sheet.IsRecords ? "" : sheet.Fields.Where(field => field.Type == FactType.Text)
            .Select(field => record.Values.GetValueOrDefault(field.Name)?.Text).FirstOrDefault(text => text is not null) ?? "";

    private static void Add(List<KnownFigure> figures, AccountsTable table, string key, TableLayout? layout)
    {
        foreach (var row in table.Rows)
        {
            foreach (var (column, cell) in row.Cells)
            {
                if (cell.Value is { } value and not 0)
                {
                    var name = row.Name.Length > 0 ? row.Name : row.Key;
                    var kind = layout?.FormOf(row.Key, column)?.Kind switch { CellKind.Count => MentionKind.Count, CellKind.Number => MentionKind.Score, CellKind.Rate => MentionKind.Percent, _ => MentionKind.Amount };
                    figures.Add(new KnownFigure(kind, value, $"{key}［{name}，{column}］", name + column, cell.Place, FigureSource.Table));
                }
            }
        }
    }

    private static void Add(List<KnownFigure> figures, MetricValue metric)
    {
        var kind = metric.Unit switch { FormulaUnits.Yuan => MentionKind.Amount, "比率" => MentionKind.Percent, "分" => MentionKind.Score, _ => MentionKind.Count };
        var place = (metric.Origin.Cells is [var first, ..] ? first.Place : null);
        if (metric.Value is { } value && metric.Origin.Cells.Count != 1)
        {
            figures.Add(new KnownFigure(kind, value, metric.Name, metric.Name, place, FigureSource.Metric));
        }

        if (kind == MentionKind.Amount && metric is { Value: { } now, PriorValue: { } prior } && now != prior)
        {
            figures.Add(new KnownFigure(kind, Math.Abs(now - prior), $"{metric.Name}增减额", metric.Name, place, FigureSource.Metric));
        }
    }

    private static void Add(List<KnownFigure> figures, FactSheetSchema sheet, IReadOnlyList<FactRecord> records)
    {
        var numbers = sheet.Fields.Select(field => (field.Name, Kind: Kind(field.Type))).Where(field => field.Kind is not null).ToList();
        foreach (var record in records)
        {
            var name = Name(sheet, record);
            foreach (var (field, kind) in numbers)
            {
                if (record.Values.GetValueOrDefault(field) is { Number: { } number and not 0 } value)
                {
                    var label = name.Length > 0 ? $"{sheet.Name}［{name}，{field}］" : $"{sheet.Name}［{field}］";
                    figures.Add(new KnownFigure(kind!.Value, number, label, name + field, value.Place, FigureSource.Fact));
                }
            }
        }
    }

    private static MentionKind? Kind(FactType type) => type switch
    {
        FactType.Money => MentionKind.Amount,
        FactType.Percent => MentionKind.Percent,
        FactType.Decimal => MentionKind.Score,
        FactType.Integer => MentionKind.Count,
        _ => null,
    };
}
