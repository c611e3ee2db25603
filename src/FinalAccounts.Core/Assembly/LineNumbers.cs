using FinalAccounts.Templates;

namespace FinalAccounts.Assembly;

/// <summary>行次 and 栏次 of a table: lines count through the blocks, each from top to bottom; columns count over the value columns.</summary>
internal sealed class LineNumbers
{
    private readonly Dictionary<string, int> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
    private readonly int[] firstOfBlock;

    /// <summary>For a layout.</summary>
    public LineNumbers(TableLayout layout)
    {
        firstOfBlock = new int[layout.Blocks.Count];
        var line = 1;
        var column = 1;
        for (var block = 0; block < layout.Blocks.Count; block++)
        {
            firstOfBlock[block] = line;
            foreach (var row in layout.Blocks[block].Rows)
            {
                if (row.Key is not null)
                {
                    rows.TryAdd(row.Key, line);
                }

                line++;
            }

            foreach (var value in layout.Blocks[block].ValueColumns)
            {
                columns.TryAdd(value.Key, column++);
            }
        }
    }

    /// <summary>The line number of the row at this index of a block.</summary>
    public int Line(int block, int index) => firstOfBlock[block] + index;

    /// <summary>The line number of a row; null when there is none.</summary>
    public int? Row(string key) => rows.TryGetValue(key, out var line) ? line : null;

    /// <summary>The number of a value column, of the first block that has it; null when there is none.</summary>
    public int? Column(string key) => columns.TryGetValue(key, out var column) ? column : null;
}
