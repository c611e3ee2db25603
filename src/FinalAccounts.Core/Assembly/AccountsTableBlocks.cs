using FinalAccounts.Accounts;
using FinalAccounts.Formatting;
using FinalAccounts.Templates;

namespace FinalAccounts.Assembly;

/// <summary>A published table as blocks: the grid in its frame, the notes below, and what is said of an empty table.</summary>
internal sealed class AccountsTableBlocks(TemplateSet set, PlaceholderText placeholders, List<Finding> findings)
{
    /// <summary>The title as printed.</summary>
    public string Title(TableLayout layout) => placeholders.Fill(layout.Title, File(layout));

    /// <summary>Grid, notes and empty statement.</summary>
    public IReadOnlyList<Block> Build(TableLayout layout, AccountsTable table)
    {
        ReportStrangers(layout, table);
        layout = UnitLayout.Of(layout, table);
        var numbers = new LineNumbers(layout);
        var notes = new NoteText(layout, numbers, findings);
        var blocks = new List<Block> { Grid(layout, table, numbers) };
        blocks.AddRange(layout.Notes.Select(note => Note(placeholders.Fill(notes.Fill(note), File(layout)))));
        if (layout.EmptyStatement is { } statement && table.IsEmpty)
        {
            blocks.Add(Note(placeholders.Fill(statement, File(layout))));
        }

        return blocks;
    }

    private Table Grid(TableLayout layout, AccountsTable table, LineNumbers numbers)
    {
        var cells = new AccountsCells(layout, table, layout.PrintZeros ?? set.Options.PrintZeroCells, AmountFormat.Table with { SeparateThousands = set.Options.SeparateTableThousands });
        var columns = layout.Blocks.SelectMany(block => block.Columns)
            .SelectMany(column => Enumerable.Repeat(new TableColumn(column.Width / column.Span, Align(column.Role)), column.Span))
            .ToList();
        var rows = layout.Kind == RowKind.Fixed
            ? new FixedRows(layout, numbers, cells).Rows()
            : new DataRows(layout, table, cells).Rows();
        return new Table(Ids.Table(layout.Key, set), columns, TableHeader.Rows(layout, text => placeholders.Fill(text, File(layout))), rows)
        {
            Kind = TableKind.Accounts,
            SheetName = layout.Mark ?? layout.Name,
            Title = Title(layout),
            Frame = new TableFrame(layout.Mark, Line(set.Options.TableOwner), Line(set.Options.TableUnit)),
        };
    }

    // Nothing is left out silently: what the form has no place for is said.
    private void ReportStrangers(TableLayout layout, AccountsTable table)
    {
        var known = layout.Kind == RowKind.Fixed
            ? layout.Blocks.SelectMany(block => block.Rows).Select(row => row.Key).OfType<string>().ToHashSet()
            : null;
        foreach (var row in table.Rows)
        {
            var places = row.Cells.Values.Select(cell => cell.Place).OfType<Place>().Take(1).ToList();
            if (known?.Contains(row.Key) == false)
            {
                findings.Add(new Finding(Severity.Error, "ASM-04", $"{layout.Key}的表样没有“{row.Name}”（{row.Key}）这一行，它不会印出，请核对数据或表样", places));
            }

            foreach (var (column, cell) in row.Cells.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                if (cell is not { Value: null, Text: null } && !layout.CellColumns.Contains(column))
                {
                    findings.Add(new Finding(Severity.Error, "ASM-04", $"{layout.Key}的表样没有“{column}”这一列，“{row.Name}”的内容不会印出，请核对数据或表样", cell.Place is null ? [] : [cell.Place]));
                }
            }
        }
    }

    private string? Line(string? text) => text is null ? null : placeholders.Fill(text, TemplateFileKinds.Head);

    private static CellAlign Align(ColumnRole role) => role switch
    {
        ColumnRole.Value => CellAlign.Right,
        ColumnRole.Line => CellAlign.Center,
        _ => CellAlign.Left,
    };

    private static Paragraph Note(string text) => new([new Text(text)], ParagraphStyle.TableNote);

    private static string File(TableLayout layout) => $"tables/{layout.Key}.yaml";
}
