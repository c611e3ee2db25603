using FinalAccounts.Accounts;
using FinalAccounts.Templates;

namespace FinalAccounts.Formulas;

/// <summary>Checks that a reference to cells names a table, rows and a column that the set has.</summary>
internal sealed class CellReferenceChecker(SetIndex index, FormulaScope scope, Action<string, int, string> report)
{
    /// <summary>What the reference yields.</summary>
    public FormulaType Check(CellNode node)
    {
        if (!index.Tables.TryGetValue(node.Table, out var table))
        {
            report("FML-02", node.Position, $"没有表“{node.Table}”{Suggestion.For(node.Table, index.Tables.Keys)}");
            return FormulaType.Unknown;
        }

        if (table.Layout.Kind == RowKind.Single)
        {
            return Single(node, table);
        }

        return node.Row switch
        {
            NamedRow row => Named(node, row, table),
            RowRun run => Run(node, run, table),
            LevelRows => Subjects(node, table),
            EachRow => Each(node, table),
            ChildRows children => Children(node, children, table),
            CurrentRowName => ByName(node, table),
            _ => Current(node, table),
        };
    }

    private FormulaType Single(CellNode node, TableIndex table)
    {
        if (node.Column is not null || node.Row is not NamedRow name)
        {
            return Wrong(node.Position, $"{node.Table} 只有一行数，方括号里只写列名");
        }

        return Column(name.Name, name.Position, table.Layout.ValueColumns, node.Table) ? FormulaType.Number : FormulaType.Unknown;
    }

    private FormulaType Named(CellNode node, NamedRow row, TableIndex table)
    {
        if (table.Layout.Kind == RowKind.List)
        {
            return row.Name == "合计" ? Column(node, table.Layout.ValueColumns, FormulaType.Number)
                : Wrong(row.Position, $"{node.Table} 的行由数据决定：写“各行”（用求和、计数、最大、最小）或“合计”，不是“{row.Name}”");
        }

        if (table.Layout.Kind == RowKind.Subjects)
        {
            if (row.Name != "合计" && SubjectCode.Level(row.Name) is null)
            {
                return Wrong(row.Position, $"{node.Table} 的行写“合计”或科目编码（3、5、7位数字），不是“{row.Name}”");
            }

            return Column(node, table.Layout.ValueColumns, FormulaType.Number);
        }

        if (table.Row(row.Name) is not { } slot)
        {
            return Wrong(row.Position, $"{node.Table} 没有行“{row.Name}”{Suggestion.For(row.Name, table.RowNames)}");
        }

        return Column(node, table.Columns(slot.Block), FormulaType.Number);
    }

    private FormulaType Run(CellNode node, RowRun run, TableIndex table)
    {
        if (table.Layout.Kind != RowKind.Fixed)
        {
            return Wrong(run.Position, $"{node.Table} 的行由数据决定，不能写“{run.From}..{run.To}”，请用 类、款、项");
        }

        var from = table.Row(run.From);
        var to = table.Row(run.To);
        if (from is null)
        {
            Wrong(run.Position, $"{node.Table} 没有行“{run.From}”{Suggestion.For(run.From, table.RowNames)}");
        }

        if (to is null)
        {
            Wrong(run.ToPosition, $"{node.Table} 没有行“{run.To}”{Suggestion.For(run.To, table.RowNames)}");
        }

        if (from is null || to is null)
        {
            return FormulaType.Unknown;
        }

        return from.Block != to.Block || from.Ordinal > to.Ordinal
            ? Wrong(run.Position, $"“{run.From}”应当在“{run.To}”之前，并在同一栏")
            : Column(node, table.Columns(from.Block), FormulaType.Numbers);
    }

    private FormulaType Each(CellNode node, TableIndex table) =>
        table.Layout.Kind != RowKind.List ? Wrong(node.Row.Position, $"“各行”只用于 kind: list 的表，{node.Table} 不是")
        : node.Column is null ? FormulaType.Rows
        : Column(node, table.Layout.ValueColumns, FormulaType.Numbers);

    private FormulaType Subjects(CellNode node, TableIndex table)
    {
        if (!table.HasSubjects)
        {
            return Wrong(node.Row.Position, $"{node.Table} 没有科目编码，不能用 类、款、项");
        }

        if (node.Column is null && table.OnlyColumn is null)
        {
            return FormulaType.Rows;
        }

        return Column(node, table.Layout.ValueColumns, FormulaType.Numbers);
    }

    private FormulaType Children(CellNode node, ChildRows children, TableIndex table)
    {
        if (children.Parent is NamedRow parent)
        {
            if (SubjectCode.Level(parent.Name) is not { } level)
            {
                return Wrong(parent.Position, $"“/”之前应当是科目编码，不是“{parent.Name}”");
            }

            if (level >= children.Level)
            {
                return Wrong(parent.Position, $"“{parent.Name}”之下没有这一级");
            }
        }
        else if (!scope.HasRow)
        {
            return NoRow(children.Position);
        }

        return Subjects(node, table);
    }

    private FormulaType ByName(CellNode node, TableIndex table)
    {
        if (!scope.HasRow)
        {
            return NoRow(node.Row.Position);
        }

        return table.Layout.Kind != RowKind.Fixed
            ? Wrong(node.Row.Position, $"“行名”只用于行固定的表，{node.Table} 请用“行”")
            : Column(node, table.Layout.ValueColumns, FormulaType.Number);
    }

    private FormulaType Current(CellNode node, TableIndex table) =>
        scope.HasRow ? Column(node, table.Layout.ValueColumns, FormulaType.Number) : NoRow(node.Row.Position);

    // Without a column the row's block must have one only.
    private FormulaType Column(CellNode node, IReadOnlyList<string> columns, FormulaType type)
    {
        if (node.Column is { } column)
        {
            return Column(column, node.ColumnPosition, columns, node.Table) ? type : FormulaType.Unknown;
        }

        return columns.Count == 1
            ? type
            : Wrong(node.Row.Position, $"{node.Table} 有几个数值列，方括号里要写“行, 列”，列是 {string.Join("、", columns)}");
    }

    private bool Column(string column, int position, IReadOnlyList<string> columns, string table)
    {
        if (column == FormulaWords.CurrentColumn)
        {
            if (scope.Columns is null)
            {
                Wrong(position, "“列”只能用在写了 eachColumn: true 的规则里");
                return false;
            }

            var missing = scope.Columns.Except(columns).ToList();
            if (missing.Count > 0)
            {
                Wrong(position, $"{table} 没有列“{string.Join("、", missing)}”，不能用“列”");
            }

            return missing.Count == 0;
        }

        if (columns.Contains(column))
        {
            return true;
        }

        Wrong(position, $"{table} 没有列“{column}”{Suggestion.For(column, columns)}");
        return false;
    }

    private FormulaType NoRow(int position) => Wrong(position, "“行”“行名”只能用在写了 over 的规则里");

    private FormulaType Wrong(int position, string message)
    {
        report("FML-02", position, message);
        return FormulaType.Unknown;
    }
}
