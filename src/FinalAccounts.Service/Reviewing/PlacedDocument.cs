using FinalAccounts.Auditing;
using FinalAccounts.Documents;
using FinalAccounts.Import;
using FinalAccounts.Reading;

namespace FinalAccounts.Service.Reviewing;

/// <summary>A document as it was read, handed to the audit, with the boxes on its pages that the audit's places mean.</summary>
public sealed class PlacedDocument
{
    private const int CaptionLines = 6;
    private const int LongestCaption = 120;
    private readonly Dictionary<Place, IReadOnlyList<PlacedBox>> boxes = [];
    private readonly Dictionary<Place, PartCell> cells = [];

    /// <param name="workbooks">Workbooks beside a web page that hold its tables.</param>
    public PlacedDocument(PublishedDocument document, IReadOnlyList<ImportFile> workbooks)
    {
        Document = document;
        var items = new List<AuditedItem>();
        var above = new List<string>();
        var (lines, tables) = (0, 0);
        foreach (var (index, part) in document.Parts.Index())
        {
            if (part is PublishedLine line)
            {
                items.Add(Line(line, ++lines, index));
                above.Add(line.Text);
            }
            else if (part is PublishedGrid grid)
            {
                items.Add(Table(grid, ++tables, above, index));
                above.Clear();
            }
        }

        Audited = new AuditedDocument(document.File, items, workbooks);
    }

    /// <summary>As it was read.</summary>
    public PublishedDocument Document { get; }

    /// <summary>As the audit takes it.</summary>
    public AuditedDocument Audited { get; }

    /// <summary>Where a place is on the pages; none for documents without pages.</summary>
    public IReadOnlyList<PlacedBox> Boxes(Place place) => boxes.GetValueOrDefault(place) ?? [];

    /// <summary>Which part or cell of a part a place means; null when it means none.</summary>
    public PartCell? Part(Place place) => cells.GetValueOrDefault(place);

    private AuditedLine Line(PublishedLine line, int number, int index)
    {
        var place = new Place(Document.File, line.Page is { } page ? $"第{page}页" : "正文", $"第{number}段");
        cells[place] = new PartCell(index, null);
        if (line is { Page: { } first, Box: { } box })
        {
            boxes[place] = [new PlacedBox(first, box), .. line.Further];
        }

        return new AuditedLine(line.Text.Replace("\t", "　", StringComparison.Ordinal), Kind(line.Kind), line.Level, place);
    }

    private AuditedTable Table(PublishedGrid grid, int number, List<string> above, int index)
    {
        var read = grid.Cells.Select(cell => (Source: cell, Cell: new AuditedCell(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Text, cell.Doubtful || grid.FromAlignment)
        {
            Across = grid.FromAlignment && cell.Box is { } at ? (at.Left, at.Right) : null,
        })).ToList();
        var table = new AuditedTable(
            grid.Page is { } first ? $"第{first}页表{number}" : $"第{number}张表", [.. above.Where(line => line.Length <= LongestCaption).TakeLast(CaptionLines)], [.. read.Select(pair => pair.Cell)]);
        foreach (var (source, cell) in read)
        {
            cells[table.PlaceOf(Document.File, cell)] = new PartCell(index, (cell.Row, cell.Column));
            if (source is { Page: { } page, Box: { } box })
            {
                boxes[table.PlaceOf(Document.File, cell)] = [new PlacedBox(page, box)];
            }
        }

        return table;
    }

    private static AuditedKind Kind(LineKind kind) => kind switch
    {
        LineKind.Heading => AuditedKind.Heading,
        LineKind.Caption => AuditedKind.Caption,
        LineKind.Note => AuditedKind.Note,
        _ => AuditedKind.Paragraph,
    };
}
