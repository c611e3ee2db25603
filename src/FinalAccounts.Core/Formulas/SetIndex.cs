using FinalAccounts.Templates;

namespace FinalAccounts.Formulas;

/// <summary>What formulas may name in a template set, for look-up by name.</summary>
internal sealed class SetIndex
{
    public SetIndex(TemplateSet set)
    {
        foreach (var table in set.Tables)
        {
            Tables[table.Key] = new TableIndex(table);
        }

        foreach (var sheet in set.Facts.Sheets)
        {
            var fields = new Dictionary<string, FactField>(StringComparer.Ordinal);
            foreach (var field in sheet.Fields)
            {
                fields.TryAdd(field.Name, field);
            }

            Sheets[sheet.Name] = new SheetIndex(sheet.IsRecords, fields);
        }

        for (var i = 0; i < set.Metrics.Count; i++)
        {
            Metrics.TryAdd(set.Metrics[i].Name, i);
        }
    }

    /// <summary>Tables by key.</summary>
    public Dictionary<string, TableIndex> Tables { get; } = new(StringComparer.Ordinal);

    /// <summary>Fact sheets by name.</summary>
    public Dictionary<string, SheetIndex> Sheets { get; } = new(StringComparer.Ordinal);

    /// <summary>Positions in the set's list of metrics, by name.</summary>
    public Dictionary<string, int> Metrics { get; } = new(StringComparer.Ordinal);
}

/// <summary>A fact sheet's fields by name.</summary>
internal sealed record SheetIndex(bool IsRecords, IReadOnlyDictionary<string, FactField> Fields);
