using FinalAccounts.Documents.Comparison;

namespace FinalAccounts.Comparison;

/// <summary>The differences of all blocks as a list that people read from top to bottom.</summary>
internal sealed class ChangeList
{
    private const int ContextLength = 12;

    private readonly List<Change> changes = [];
    private string where = "";
    private int block;

    private ChangeList()
    {
    }

    /// <summary>Every difference in reading order.</summary>
    public static IReadOnlyList<Change> Of(IEnumerable<BlockChange> blocks)
    {
        var list = new ChangeList();
        foreach (var change in blocks)
        {
            list.Add(change);
            list.block++;
        }

        return list.changes;
    }

    private void Add(BlockChange change)
    {
        if ((change.Later ?? change.Earlier) is Heading { Level: <= 3 } heading)
        {
            where = DocumentText.Of(heading.Inlines).Replace('\n', ' ');
        }

        switch (change)
        {
            case KeptBlock:
                break;
            case AddedBlock { After: Table table }:
                AddTable(table, added: true);
                break;
            case RemovedBlock { Before: Table table }:
                AddTable(table, added: false);
                break;
            case AddedBlock added:
                AddWhole("", DocumentText.Running(added.After), added.After);
                break;
            case RemovedBlock removed:
                AddWhole(DocumentText.Running(removed.Before), "", removed.Before);
                break;
            case ChangedText text:
                AddLines(ChangeKind.Text, text.Lines);
                break;
            case ChangedTable table:
                changes.AddRange(new TableChanges(table, block, where).List());
                break;
            case ChangedChart chart:
                AddLines(ChangeKind.Chart, [chart.Caption]);
                AddFigures(chart);
                break;
        }
    }

    private void AddWhole(string before, string after, Block whole)
    {
        if (before.Length + after.Length > 0)
        {
            changes.Add(new Change(block, whole is Chart ? ChangeKind.Chart : ChangeKind.Text, where, before, after));
        }
    }

    private void AddTable(Table table, bool added)
    {
        var cells = table.Rows.SelectMany(row => row.Cells).Count(cell => cell.Inlines.Count > 0);
        var text = $"整张表，{table.Rows.Count}行";
        changes.Add(new Change(block, ChangeKind.Cell, TableChanges.Name(table, where), added ? "" : text, added ? text : "") { Extent = Math.Max(cells, 1) });
    }

    private void AddLines(ChangeKind kind, IReadOnlyList<TextLine> lines)
    {
        var (before, after) = (0, 0);
        foreach (var line in lines)
        {
            changes.AddRange(Spots(line).Select(spot => new Change(block, kind, where, Cut(line.Before, spot.BeforeStart, spot.BeforeEnd), Cut(line.After, spot.AfterStart, spot.AfterEnd))
            {
                Context = new Surroundings(
                    line.After[Math.Max(0, spot.AfterStart - ContextLength)..spot.AfterStart],
                    line.After[spot.AfterEnd..Math.Min(line.After.Length, spot.AfterEnd + ContextLength)]),
                Spot = kind == ChangeKind.Chart ? Spot.Whole : new Spot(spot.BeforeStart + before, spot.BeforeEnd + before, spot.AfterStart + after, spot.AfterEnd + after),
            }));

            // A line that is in one document only is no line of the other.
            before += line.Edits.Any(edit => edit.Kind != EditKind.Added) ? line.Before.Length + 1 : 0;
            after += line.Edits.Any(edit => edit.Kind != EditKind.Removed) ? line.After.Length + 1 : 0;
        }
    }

    private void AddFigures(ChangedChart chart)
    {
        var before = Figures(chart.Before);
        var after = Figures(chart.After);
        foreach (var key in after.Keys.Union(before.Keys))
        {
            var (old, current) = (before.GetValueOrDefault(key, ""), after.GetValueOrDefault(key, ""));
            if (old != current)
            {
                changes.Add(new Change(block, ChangeKind.Chart, $"{chart.After.Caption}［{key.Series}，{key.Category}］", old, current));
            }
        }
    }

    private static Dictionary<(string Series, string Category), string> Figures(Chart chart)
    {
        var figures = new Dictionary<(string, string), string>();
        foreach (var series in chart.Series)
        {
            foreach (var (category, value) in chart.Categories.Zip(series.Values))
            {
                figures[(series.Name, category)] = value?.Text ?? "";
            }
        }

        return figures;
    }

    private static IEnumerable<Spot> Spots(TextLine line)
    {
        var (before, after) = (0, 0);
        Spot? open = null;
        foreach (var edit in line.Edits)
        {
            if (edit.Kind == EditKind.Kept && open is not null)
            {
                yield return open;
                open = null;
            }

            var (start, startAfter) = (before, after);
            before += edit.Kind != EditKind.Added ? edit.Text.Length : 0;
            after += edit.Kind != EditKind.Removed ? edit.Text.Length : 0;
            if (edit.Kind != EditKind.Kept)
            {
                open = open is null ? new Spot(start, before, startAfter, after) : open with { BeforeEnd = before, AfterEnd = after };
            }
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    private static string Cut(string text, int start, int end) => text[start..end];
}
