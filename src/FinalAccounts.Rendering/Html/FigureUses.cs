namespace FinalAccounts.Rendering.Html;

/// <summary>Which sentences use which cells of the tables: a table's figure leads to them, and they lead back to its row.</summary>
internal sealed class FigureUses
{
    private const int WordsAround = 18;

    private readonly Dictionary<(string Table, string Row, string Column), CellUses> cells = [];
    private readonly Dictionary<Figure, string> ids = new(ReferenceEqualityComparer.Instance);

    private FigureUses()
    {
    }

    /// <summary>Nothing is used.</summary>
    public static FigureUses None { get; } = new();

    /// <summary>The cells that sentences use, in the order of their first use.</summary>
    public IEnumerable<CellUses> Cells => cells.Values.Where(cell => cell.IsPrinted);

    /// <summary>Collects the uses of all figures that follow from tables' cells.</summary>
    public static FigureUses Of(Document document)
    {
        var uses = new FigureUses();
        var section = "";
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case Heading { InContents: true } heading:
                    section = heading.ContentsText ?? DocumentText.Of(heading.Inlines);
                    break;
                case Paragraph paragraph:
                    uses.Add(paragraph.Inlines, section);
                    break;
                case ListBlock list:
                    foreach (var item in list.Items)
                    {
                        uses.Add(item, section);
                    }

                    break;
            }
        }

        foreach (var figure in document.Blocks.OfType<Table>().Where(table => table.Kind == TableKind.Accounts)
            .SelectMany(table => table.Rows).SelectMany(row => row.Cells).SelectMany(cell => cell.Inlines.OfType<Figure>()))
        {
            if (uses.cells.GetValueOrDefault(Key(figure)) is { } used)
            {
                used.IsPrinted = true;
            }
        }

        return uses;
    }

    /// <summary>The id of a figure in a sentence; null when no table's cell leads to it. Given once: a figure may be printed twice, an id may not.</summary>
    public string? TakeId(Figure figure) => ids.Remove(figure, out var id) && Cells.Any(cell => cell.Uses.Any(use => use.Id == id)) ? id : null;

    /// <summary>The uses of a table's figure; null when no sentence uses it.</summary>
    public CellUses? For(Figure figure) =>
        figure.Origin.Cells.Count == 1 && cells.GetValueOrDefault(Key(figure)) is { IsPrinted: true } used ? used : null;

    private static (string, string, string) Key(Figure figure) => figure.Origin.Cells is [var cell, ..] ? (cell.Table, cell.Row, cell.Column) : default;

    private void Add(IReadOnlyList<Inline> inlines, string section)
    {
        var content = DocumentText.Of(inlines);
        var position = 0;
        foreach (var inline in Flat(inlines))
        {
            var length = DocumentText.Of([inline]).Length;
            if (inline is Figure figure && figure.Origin.Cells.Any(cell => cell.Row.Length > 0 && cell.Table.StartsWith('表')))
            {
                var id = ids.TryGetValue(figure, out var known) ? known : ids[figure] = $"fig-{ids.Count + 1}";
                var use = new FigureUse(
                    id, section, Before(content, position), figure.Text, After(content, position + length));
                foreach (var cell in figure.Origin.Cells.Where(cell => cell.Row.Length > 0))
                {
                    var key = (cell.Table, cell.Row, cell.Column);
                    if (!cells.TryGetValue(key, out var uses))
                    {
                        cells.Add(key, uses = new CellUses($"use-{cells.Count + 1}", cell));
                    }

                    uses.Add(use);
                }
            }

            position += length;
        }
    }

    // What is cut says so, and no number is cut in two.
    private static string Before(string content, int end)
    {
        var start = Math.Max(0, end - WordsAround);
        while (start > 0 && start < end && IsInNumber(content[start - 1]) && IsInNumber(content[start]))
        {
            start++;
        }

        return (start > 0 ? "…" : "") + content[start..end];
    }

    private static string After(string content, int start)
    {
        var end = Math.Min(content.Length, start + WordsAround);
        while (end < content.Length && end > start && IsInNumber(content[end - 1]) && IsInNumber(content[end]))
        {
            end--;
        }

        return content[start..end] + (end < content.Length ? "…" : "");
    }

    private static bool IsInNumber(char letter) => char.IsAsciiDigit(letter) || letter is '.' or ',';

    private static IEnumerable<Inline> Flat(IReadOnlyList<Inline> inlines) =>
        inlines.SelectMany(inline => inline is Strong strong ? Flat(strong.Inlines) : [inline]);
}

/// <summary>The sentences that use a cell.</summary>
/// <param name="id">The target of links.</param>
internal sealed class CellUses(string id, OriginCell cell)
{
    private readonly List<FigureUse> uses = [];

    /// <summary>The target of links.</summary>
    public string Id => id;

    /// <summary>The cell.</summary>
    public OriginCell Cell => cell;

    /// <summary>Whether a table of the document shows it.</summary>
    public bool IsPrinted { get; set; }

    /// <summary>The sentences in reading order, a figure once.</summary>
    public IReadOnlyList<FigureUse> Uses => uses;

    /// <summary>Adds a sentence.</summary>
    public void Add(FigureUse use)
    {
        if (uses.Count == 0 || uses[^1].Id != use.Id)
        {
            uses.Add(use);
        }
    }
}

/// <summary>A figure in a sentence, with the words around it.</summary>
/// <param name="Id">Its target.</param>
internal sealed record FigureUse(string Id, string Section, string Before, string Text, string After);
