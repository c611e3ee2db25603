using System.Text;
using FinalAccounts.Documents;
using FinalAccounts.Reading;

namespace FinalAccounts.Tests.Reading;

/// <summary>Holds what was read of a rendered document against the document itself: cell by cell, sentence by sentence, in order.</summary>
internal static class ReadBack
{
    /// <summary>Everything that is not as it was written; empty when all is.</summary>
    public static IReadOnlyList<string> Differences(Document written, PublishedDocument read)
    {
        var differences = new List<string>(read.Problems.Select(problem => problem.Message));
        var tables = written.Blocks.OfType<Table>().ToList();
        var data = written.Blocks.OfType<Chart>().SelectMany(chart => chart.Categories.Concat(chart.Series.SelectMany(series => series.Values.Select(value => value?.Text ?? "").Append(series.Name)))).Append("项目").ToHashSet();

        // A web page gives the data of a chart as a table beside it.
        var grids = read.Grids.Where(grid => !grid.Cells.All(cell => data.Contains(cell.Text))).ToList();
        if (tables.Count != grids.Count)
        {
            differences.Add($"{tables.Count} tables were written, {grids.Count} read: {string.Join('、', grids.Select(grid => grid.Cells[0].Text))}");
        }

        differences.AddRange(tables.Zip(grids).SelectMany(pair => Cells(pair.First, pair.Second)));
        differences.AddRange(Sentences(written, read));
        return differences;
    }

    private static IEnumerable<string> Cells(Table table, PublishedGrid grid)
    {
        var cells = grid.Cells.ToDictionary(cell => (cell.Row, cell.Column));
        foreach (var (row, column, cell) in TableGrid.Of(table).Cells)
        {
            var expected = Bare(DocumentText.Of(cell.Inlines));
            if (!cells.Remove((row, column), out var found))
            {
                yield return $"{table.Id} {row + 1},{column + 1}: “{expected}” has no cell";
            }
            else if (Bare(found.Text) != expected || (found.ColumnSpan, found.RowSpan) != (cell.ColumnSpan, cell.RowSpan))
            {
                yield return $"{table.Id} {row + 1},{column + 1}: “{expected}” {cell.ColumnSpan}×{cell.RowSpan}, read “{found.Text}” {found.ColumnSpan}×{found.RowSpan}";
            }
        }

        // An empty table is printed with empty rows.
        foreach (var more in cells.Values.Where(cell => cell.Text.Length > 0 || cell.Row < table.HeaderRows.Count + table.Rows.Count))
        {
            yield return $"{table.Id} {more.Row + 1},{more.Column + 1}: “{more.Text}” was never written";
        }
    }

    // Each sentence stands on a line of its own; only the cover, captions of tables and labels of charts may stand between.
    private static IEnumerable<string> Sentences(Document written, PublishedDocument read)
    {
        var lines = read.Lines.Where(line => line.Text.Length > 0).Select(line => Bare(line.Text)).ToList();
        var labels = read.Lines.Where(line => line.Kind == LineKind.Caption).Select(line => Bare(line.Text)).ToHashSet();
        var wrapped = written.Blocks.OfType<Table>().Where(table => table.Frame is not null).Select(table => Letters(Bare(table.Frame!.Owner + table.Frame.Unit))).ToHashSet();
        var between = string.Concat(written.Blocks.SelectMany(Between).Append(written.Metadata.DraftNotice ?? "").Select(Bare));
        bool IsBetween(string line) => labels.Contains(line) || between.Contains(line, StringComparison.Ordinal) || wrapped.Contains(Letters(line));
        var at = 0;
        foreach (var sentence in written.Blocks.SelectMany(Sentences).Select(Bare).Where(sentence => sentence.Length > 0))
        {
            var found = lines.IndexOf(sentence, at);
            if (found < 0)
            {
                yield return $"“{sentence}” is not read; next is “{(at < lines.Count ? lines[at] : "")}”";
            }
            else
            {
                foreach (var more in lines[at..found].Where(line => !IsBetween(line)))
                {
                    yield return $"“{more}” was never written";
                }

                at = found + 1;
            }
        }

        foreach (var more in lines[Math.Min(at, lines.Count)..].Where(line => !IsBetween(line)))
        {
            yield return $"“{more}” was never written";
        }
    }

    // The two ends of a caption that takes two lines are read across.
    private static string Letters(string text) => string.Concat(text.Order());

    private static IEnumerable<string> Between(Block block) => block switch
    {
        Cover cover => [DocumentText.Running(cover)],
        TableOfContents contents => [contents.Title],
        Table { Frame: { } frame } => [frame.Mark ?? "", (frame.Owner ?? "") + frame.Unit, frame.Unit ?? ""],
        _ => [],
    };

    private static IEnumerable<string> Sentences(Block block) => block switch
    {
        Heading heading => [DocumentText.Of(heading.Inlines)],
        Paragraph paragraph => DocumentText.Of(paragraph.Inlines).Split('\n'),
        ListBlock list => list.Items.Select(DocumentText.Of),
        Chart chart => [chart.Caption],
        _ => [],
    };

    /// <summary>Without blanks: they are a matter of setting.</summary>
    public static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var c in text.Where(c => !char.IsWhiteSpace(c)))
        {
            bare.Append(c);
        }

        return bare.ToString();
    }
}
