using FinalAccounts.Templates;

namespace FinalAccounts.Formulas;

/// <summary>What formulas may name in one table layout, for look-up by name.</summary>
internal sealed class TableIndex
{
    private readonly Dictionary<string, RowSlot> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RowSlot> byLabel = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyList<string>> blockColumns;
    private readonly List<IReadOnlyList<string>> blockRows;

    public TableIndex(TableLayout layout)
    {
        Layout = layout;
        blockColumns = layout.Blocks.Select(block => (IReadOnlyList<string>)block.ValueColumns.Select(column => column.Key).ToList()).ToList();
        blockRows = layout.Blocks.Select(block => (IReadOnlyList<string>)block.Rows.Select(row => row.Key).OfType<string>().ToList()).ToList();
        for (var block = 0; block < layout.Blocks.Count; block++)
        {
            var ordinal = 0;
            foreach (var row in layout.Blocks[block].Rows.Where(row => row.Key is not null))
            {
                var slot = new RowSlot(row.Key!, block, ordinal++);
                rows[row.Key!] = slot;
                HasCodes |= row.Code is not null;
                foreach (var label in row.Aliases.Prepend(row.Label))
                {
                    byLabel.TryAdd(label, slot);
                }
            }
        }

        foreach (var row in layout.Blocks.SelectMany(block => block.Rows).Where(row => row.Code is not null))
        {
            rows.TryAdd(row.Code!, rows[row.Key!]);
        }

        var only = blockColumns.Select(columns => columns.Count == 1 ? columns[0] : null).Distinct().ToList();
        OnlyColumn = only.Count == 1 ? only[0] : null;
    }

    /// <summary>The layout.</summary>
    public TableLayout Layout { get; }

    /// <summary>Whether fixed rows have economic codes (表06).</summary>
    public bool HasCodes { get; }

    /// <summary>The value column when all blocks have one and the same; else null.</summary>
    public string? OnlyColumn { get; }

    /// <summary>Whether levels and children can be asked for.</summary>
    public bool HasSubjects => Layout.Kind == RowKind.Subjects || HasCodes;

    /// <summary>The names of all fixed rows, for suggestions.</summary>
    public IEnumerable<string> RowNames => blockRows.SelectMany(keys => keys);

    /// <summary>A fixed row by key or code; null when there is none.</summary>
    public RowSlot? Row(string name) => rows.GetValueOrDefault(name);

    /// <summary>A fixed row by key, label or alias; null when there is none.</summary>
    public RowSlot? RowByName(string name) => rows.GetValueOrDefault(name) ?? byLabel.GetValueOrDefault(name);

    /// <summary>The value columns of a block.</summary>
    public IReadOnlyList<string> Columns(int block) => blockColumns[block];

    /// <summary>The keys of a run of fixed rows of one block.</summary>
    public IEnumerable<string> Run(RowSlot from, RowSlot to) =>
        blockRows[from.Block].Skip(from.Ordinal).Take(to.Ordinal - from.Ordinal + 1);
}

/// <summary>Where a fixed row stands in its layout.</summary>
internal sealed record RowSlot(string Key, int Block, int Ordinal);
