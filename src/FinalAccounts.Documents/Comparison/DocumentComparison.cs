namespace FinalAccounts.Documents.Comparison;

/// <summary>What two documents say differently: the later one from its first block to its last, with what is gone where it stood.</summary>
/// <param name="Before">The earlier document.</param>
/// <param name="After">The later document.</param>
/// <param name="Sections">One for each section of the later document.</param>
/// <param name="Changes">Every difference, in reading order.</param>
public sealed record DocumentComparison(
    Document Before, Document After, IReadOnlyList<ComparedSection> Sections, IReadOnlyList<Change> Changes)
{
    /// <summary>All blocks in reading order; <see cref="Change.Block"/> counts them from 0.</summary>
    public IEnumerable<BlockChange> Blocks => Sections.SelectMany(section => section.Blocks);

    /// <summary>How many stretches of text, cells or figures of charts differ.</summary>
    public int Count(ChangeKind kind) => Changes.Where(change => change.Kind == kind).Sum(change => change.Extent);
}

/// <summary>A section of the later document with the blocks of both.</summary>
public sealed record ComparedSection(PageSetup Page, IReadOnlyList<BlockChange> Blocks);

/// <summary>A block of the one, the other, or both documents. The hierarchy is closed.</summary>
public abstract record BlockChange
{
    private protected BlockChange()
    {
    }

    /// <summary>The block of the earlier document; null when it is new.</summary>
    public abstract Block? Earlier { get; }

    /// <summary>The block of the later document; null when it is gone.</summary>
    public abstract Block? Later { get; }
}

/// <summary>Says the same in both.</summary>
public sealed record KeptBlock(Block Before, Block After) : BlockChange
{
    /// <inheritdoc/>
    public override Block Earlier => Before;

    /// <inheritdoc/>
    public override Block Later => After;
}

/// <summary>New in the later document.</summary>
public sealed record AddedBlock(Block After) : BlockChange
{
    /// <inheritdoc/>
    public override Block? Earlier => null;

    /// <inheritdoc/>
    public override Block Later => After;
}

/// <summary>Gone from the earlier document.</summary>
public sealed record RemovedBlock(Block Before) : BlockChange
{
    /// <inheritdoc/>
    public override Block Earlier => Before;

    /// <inheritdoc/>
    public override Block? Later => null;
}

/// <summary>Text that was reworded: a heading, paragraph, list or cover.</summary>
/// <param name="Lines">A line for each paragraph of it, of either document.</param>
public sealed record ChangedText(Block Before, Block After, IReadOnlyList<TextLine> Lines) : BlockChange
{
    /// <inheritdoc/>
    public override Block Earlier => Before;

    /// <inheritdoc/>
    public override Block Later => After;
}

/// <summary>A table whose cells changed; its columns are the same.</summary>
/// <param name="Rows">Header rows, then body rows, of both tables.</param>
public sealed record ChangedTable(Table Before, Table After, IReadOnlyList<RowChange> Rows) : BlockChange
{
    /// <summary>The lines between title and grid, one of each kind: mark, owner, unit.</summary>
    public required IReadOnlyList<TextLine> Frame { get; init; }

    /// <inheritdoc/>
    public override Block Earlier => Before;

    /// <inheritdoc/>
    public override Block Later => After;
}

/// <summary>A chart whose caption or figures changed.</summary>
public sealed record ChangedChart(Chart Before, Chart After, TextLine Caption) : BlockChange
{
    /// <inheritdoc/>
    public override Block Earlier => Before;

    /// <inheritdoc/>
    public override Block Later => After;
}

/// <summary>A row of the one, the other, or both tables. In both, the cells stand in the same columns and <see cref="Cells"/> has a line for each.</summary>
/// <param name="Header">Whether it is a header row.</param>
/// <param name="Before">The row of the earlier table with the columns of its cells; null when new.</param>
/// <param name="After">The row of the later table; null when gone.</param>
/// <param name="Cells">The text of each cell of the grid, left to right, cells continued from above included; empty unless the row is in both.</param>
public sealed record RowChange(bool Header, GridRow? Before, GridRow? After, IReadOnlyList<TextLine> Cells)
{
    /// <summary>Whether anything in it is new, gone or changed.</summary>
    public bool Changed => Before is null || After is null || Cells.Any(cell => cell.Changed);
}

/// <summary>A row as the grid has it: its place among all rows, header rows included, and every cell that covers a part of it.</summary>
public sealed record GridRow(int Index, TableRow Row, IReadOnlyList<PlacedCell> Cells);

/// <summary>A line of text as the earlier document had it and the later one has it.</summary>
public sealed record TextLine(IReadOnlyList<TextEdit> Edits)
{
    /// <summary>Whether anything in it changed.</summary>
    public bool Changed => Edits.Any(edit => edit.Kind != EditKind.Kept);

    /// <summary>The earlier text.</summary>
    public string Before => string.Concat(Edits.Where(edit => edit.Kind != EditKind.Added).Select(edit => edit.Text));

    /// <summary>The later text.</summary>
    public string After => string.Concat(Edits.Where(edit => edit.Kind != EditKind.Removed).Select(edit => edit.Text));

    /// <summary>A line that is the same in both.</summary>
    public static TextLine Kept(string text) => new(text.Length == 0 ? [] : [new TextEdit(EditKind.Kept, text)]);
}

/// <summary>A run of characters of a line. Where text was replaced, what is gone comes before what is new.</summary>
public sealed record TextEdit(EditKind Kind, string Text);

/// <summary>What became of a run of characters.</summary>
public enum EditKind
{
    /// <summary>In both.</summary>
    Kept,

    /// <summary>Only in the earlier text.</summary>
    Removed,

    /// <summary>Only in the later text.</summary>
    Added,
}
