namespace FinalAccounts.Origins;

/// <summary>All numbers of a document with their origins, in reading order.</summary>
public sealed record OriginReport(IReadOnlyList<OriginEntry> Entries)
{
    private const int Around = 12;

    /// <summary>How many can be traced.</summary>
    public int Known => Entries.Count(entry => entry.IsKnown);

    /// <summary>The share that can be traced; 1 for a document without numbers.</summary>
    public decimal Share => Entries.Count == 0 ? 1 : (decimal)Known / Entries.Count;

    /// <summary>The report on a document. Years, dates and numbers of order are no figures.</summary>
    public static OriginReport Of(Document document)
    {
        var entries = new List<OriginEntry>();
        var section = "";
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case Heading { InContents: true } or Heading { Style: HeadingStyle.TableTitle }:
                    section = DocumentText.Of(((Heading)block).Inlines);
                    break;
                case Table { Kind: TableKind.Accounts } table:
                    entries.AddRange(table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Inlines.OfType<Figure>())
                        .Select(figure => Of(OriginKind.TableFigure, section, figure, figure.Origin.Label, block.Place)));
                    break;
                case Chart chart:
                    entries.AddRange(chart.Series.SelectMany(series => series.Values).OfType<Figure>()
                        .Select(figure => Of(OriginKind.TextFigure, section, figure, chart.Caption, block.Place)));
                    break;
                default:
                    foreach (var passage in PassageReader.Read(block))
                    {
                        Add(entries, section, passage);
                    }

                    break;
            }
        }

        return new OriginReport(entries);
    }

    private static void Add(List<OriginEntry> entries, string section, Passage passage)
    {
        foreach (var span in passage.Spans)
        {
            if (span.Inline is Figure figure)
            {
                entries.Add(Of(OriginKind.TextFigure, section, figure, Context(passage, span.Start, span.Length), passage.PlaceAt(span.Start)));
            }
        }

        foreach (var mention in MentionReader.Read(passage).Where(mention => IsNumber(passage, mention)))
        {
            var cell = passage.CellAt(mention.Start);
            entries.Add(new OriginEntry(
                cell is null ? OriginKind.TemplateNumber : OriginKind.OfficeNumber, section, mention.Written,
                Context(passage, mention.Start, mention.End - mention.Start), cell is null ? "" : cell.ToString(), null, null,
                cell is null ? [] : [cell], passage.PlaceAt(mention.Start)));
        }
    }

    private static bool IsNumber(Passage passage, NumberMention mention)
    {
        if (mention.Kind is MentionKind.Year or MentionKind.Other || mention.Figure is not null || passage.Kind is PassageKind.Heading or PassageKind.Label or PassageKind.Note)
        {
            return false;
        }

        // Text with an origin but without a cell is the program's own: a number of order, a date. What a template calls by a
        // limit (单价100万元（含）以上设备) is a name.
        var span = passage.SpanAt(mention.Start);
        return span is { IsOfficeText: true }
            || (span is { Origin: null } && !mention.After.StartsWith("（含）", StringComparison.Ordinal)
                && !mention.After.StartsWith("以上", StringComparison.Ordinal) && !mention.After.StartsWith("以下", StringComparison.Ordinal));
    }

    private static OriginEntry Of(OriginKind kind, string section, Figure figure, string context, Place? place) =>
        new(kind, section, figure.Text, context, figure.Origin.Label, figure.Origin.Formula, figure.Origin.Exact, figure.Origin.Cells, place);

    private static string Context(Passage passage, int start, int length) =>
        passage.Content[Math.Max(0, start - Around)..Math.Min(passage.Content.Length, start + length + Around)];
}
