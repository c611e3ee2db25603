namespace FinalAccounts.Auditing;

/// <summary>The lines of a published document as the block model, so that the document's checks read them as they read our own.</summary>
internal static class AuditText
{
    /// <param name="tables">The grids that hold accounts tables: the rules look after their cells.</param>
    public static Document Of(AuditedDocument document, string unit, int year, IReadOnlySet<string> tables)
    {
        var blocks = new List<Block>();
        foreach (var item in document.Items)
        {
            switch (item)
            {
                case AuditedLine { Kind: AuditedKind.Heading } heading:
                    blocks.Add(new Heading(Math.Clamp(heading.Level, 1, 4), Inlines(heading.Text, heading.Place), $"h{blocks.Count}") { Place = heading.Place });
                    break;
                case AuditedLine { Kind: AuditedKind.Paragraph } line:
                    blocks.Add(new Paragraph(Inlines(line.Text, line.Place)) { Place = line.Place });
                    break;
                case AuditedLine { Kind: AuditedKind.Caption } label:
                    blocks.Add(new Paragraph(Inlines(label.Text, label.Place), ParagraphStyle.Caption) { Place = label.Place });
                    break;
                case AuditedLine { Kind: AuditedKind.Note } note:
                    blocks.Add(new Paragraph(Inlines(note.Text, note.Place), ParagraphStyle.TableNote) { Place = note.Place });
                    break;
                case AuditedTable table when !tables.Contains(table.Sheet):
                    blocks.Add(Form(document.File, table));
                    break;
            }
        }

        return new Document(new DocumentMetadata($"{year}年度{unit}部门决算", unit, year, new DateTimeOffset(year + 1, 1, 1, 0, 0, 0, TimeSpan.FromHours(8))), [new Section(new PageSetup(), blocks)]);
    }

    private static Table Form(string file, AuditedTable table) => new(
        table.Sheet, [], [], [.. table.Cells.GroupBy(cell => cell.Row).Select(row => new TableRow([.. row.Select(cell => new TableCell(Inlines(cell.Text, table.PlaceOf(file, cell))))]))])
    {
        Kind = TableKind.Form,
    };

    // All text is the office's own: every number in it is held against the tables.
    private static Inline[] Inlines(string text, Place place) =>
        text.Length == 0 ? [] : [new Text(text, new Origin(Passage.Published, null, null, [new OriginCell(Passage.Published, "", place.Cell ?? "", null, place)]))];
}
