using FinalAccounts.Accounts;
using FinalAccounts.Templates;

namespace FinalAccounts.Formulas;

/// <summary>Fetches the cells that a checked reference means from one unit's tables.</summary>
/// <param name="year">上年 before the table's name in origins of last year's accounts; else empty.</param>
internal sealed class CellReader(SetIndex index, IReadOnlyDictionary<string, AccountsTable> tables, string year)
{
    private readonly Dictionary<string, SubjectIndex> subjects = new(StringComparer.Ordinal);

    /// <summary>The cells in order; null when the table was not imported.</summary>
    public IReadOnlyList<OriginCell>? Cells(CellNode node, RowContext? at)
    {
        if (!tables.TryGetValue(node.Table, out var table))
        {
            return null;
        }

        var layout = index.Tables[node.Table];
        if (layout.Layout.Kind == RowKind.Single)
        {
            var column = ((NamedRow)node.Row).Name;
            var cell = table.Rows is [var only, ..] ? only.Cell(column) : AccountsCell.Blank;
            return [new OriginCell(year + node.Table, "", column, cell.Value, cell.Place)];
        }

        if (node.Row is NamedRow named)
        {
            var slot = layout.Row(named.Name);
            return [Cell(table, slot?.Key ?? named.Name, Column(node, layout, slot, at))];
        }

        if (node.Row is RowRun run)
        {
            var from = layout.Row(run.From)!;
            var column = Column(node, layout, from, at);
            return layout.Run(from, layout.Row(run.To)!).Select(key => Cell(table, key, column)).ToList();
        }

        if (node.Row is CurrentRow)
        {
            var key = layout.Row(at!.Key)?.Key ?? at.Key;
            return [Cell(table, key, Column(node, layout, layout.Row(key), at))];
        }

        if (node.Row is CurrentRowName)
        {
            var slot = layout.RowByName(at!.Name);
            return [Cell(table, slot?.Key ?? at.Name, Column(node, layout, slot, at))];
        }

        var all = Column(node, layout, null, at);
        return Rows(node, at)!.Select(row => Cell(table, row.Key, all)).ToList();
    }

    /// <summary>The rows of a level or below a subject; null when the table was not imported.</summary>
    public IReadOnlyList<AccountsRow>? Rows(CellNode node, RowContext? at)
    {
        if (!tables.TryGetValue(node.Table, out var table))
        {
            return null;
        }

        var indexed = Subjects(table);
        return node.Row switch
        {
            LevelRows level => indexed.Level(level.Level),
            EachRow => [.. table.Rows.Where(row => row.Key != "合计")],
            ChildRows { Parent: NamedRow parent } children => indexed.Below(parent.Name, children.Level),
            ChildRows children => indexed.Below(at!.Code, children.Level),
            _ => [],
        };
    }

    /// <summary>The rows that a rule repeats over, in the table's order; null when the table was not imported.</summary>
    public IReadOnlyList<AccountsRow>? Rows(RuleRows over)
    {
        if (!tables.TryGetValue(over.Table, out var table))
        {
            return null;
        }

        if (over.Row is { } key)
        {
            // A row that the import lacks is blank, and rules still hold for it.
            return [table.Row(key) ?? new AccountsRow(key, key, new Dictionary<string, AccountsCell>())];
        }

        return over.Level is { } level ? Subjects(table).Level(level) : table.Rows;
    }

    private SubjectIndex Subjects(AccountsTable table)
    {
        if (!subjects.TryGetValue(table.Key, out var indexed))
        {
            subjects[table.Key] = indexed = new SubjectIndex(table);
        }

        return indexed;
    }

    private static string Column(CellNode node, TableIndex layout, RowSlot? slot, RowContext? at) =>
        node.Column is { } column
            ? column == FormulaWords.CurrentColumn && at?.Column is { } current ? current : column
            : slot is not null ? layout.Columns(slot.Block)[0] : layout.OnlyColumn ?? layout.Layout.ValueColumns[0];

    private OriginCell Cell(AccountsTable table, string row, string column)
    {
        var cell = table.Cell(row, column);
        return new OriginCell(year + table.Key, row, column, cell.Value, cell.Place);
    }
}
