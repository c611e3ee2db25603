using FinalAccounts.Templates;

namespace FinalAccounts.Import.Tables;

/// <summary>Pairs the labels of a table with the layout's rows. Labels that stand twice (一般公共预算财政拨款 in 表04) are told apart by ordinal, else by order; what stays doubtful is reported, never guessed.</summary>
internal sealed class RowMatcher(TableSheet sheet)
{
    /// <summary>The pairs, in the order of the sheet.</summary>
    public List<(RowLabel Label, LayoutRow Row)> Match(List<RowLabel> labels)
    {
        var pairs = new List<(RowLabel Label, LayoutRow Row)>();
        var byCode = sheet.Layout.Blocks.SelectMany(block => block.Rows).Where(row => row.Code is not null)
            .GroupBy(row => row.Code!).ToDictionary(group => group.Key, group => group.First());
        foreach (var label in labels.Where(label => label.Code is not null))
        {
            if (byCode.TryGetValue(label.Code!, out var row))
            {
                pairs.Add((label, row));
                WarnOfName(label, row);
            }
        }

        foreach (var group in labels.Where(label => label.Code is null).GroupBy(label => (label.Block, LooseText.WithoutOrdinal(label.Text))))
        {
            pairs.AddRange(MatchGroup(group.Key.Block, group.Key.Item2, [.. group], labels));
        }

        return [.. pairs.OrderBy(pair => pair.Label.Row).ThenBy(pair => pair.Label.Block)];
    }

    private IEnumerable<(RowLabel Label, LayoutRow Row)> MatchGroup(int block, string text, List<RowLabel> labels, List<RowLabel> all)
    {
        var rows = Candidates(sheet.Layout.Blocks[Math.Min(block, sheet.Layout.Blocks.Count - 1)], text);
        if (rows.Count == 0)
        {
            var elsewhere = sheet.Layout.Blocks.SelectMany(other => Candidates(other, text)).ToList();
            rows = elsewhere.Count == 1 ? elsewhere : [];
        }

        if (rows.Count == 0)
        {
            return [];
        }

        if (rows.Count == 1)
        {
            // A repeated label without figures is a caption; with figures the reader reports the repetition.
            var filled = labels.Where(label => sheet.HasFigure(label.Row, sheet.Blocks[label.Block].Values)).ToList();
            return (filled.Count > 0 ? filled : labels.Take(1)).Select(label => (label, rows[0]));
        }

        var exact = labels.Select(label => (label, row: Exact(rows, label.Text))).ToList();
        var distinct = exact.TrueForAll(pair => pair.row.Count == 1) && exact.Select(pair => pair.row[0]).Distinct().Count() == exact.Count;
        if (distinct && (labels.Count == rows.Count || labels.TrueForAll(HasOrdinal) || all.Exists(label => label.Block == block && HasOrdinal(label))))
        {
            return exact.Select(pair => (pair.label, pair.row[0]));
        }

        if (labels.Count == rows.Count)
        {
            return labels.Zip(rows);
        }

        sheet.Findings.Fatal(
            "IMP-25",
            $"{sheet.Label}：“{text}”应有 {rows.Count} 行，{sheet.Findings.Words.Sheet}里有 {labels.Count} 行，无法对应。请补齐这些行（{string.Join("、", rows.Select(row => row.Key))}）。",
            [.. labels.Select(label => sheet.Grid.Place(label.Cell))]);
        return [];
    }

    private void WarnOfName(RowLabel label, LayoutRow row)
    {
        if (label.Text.Length > 0 && !Texts(row).Contains(label.Text))
        {
            sheet.Findings.Warn("IMP-44", $"{sheet.Label}：编码 {row.Code} 的名称写作“{label.Cell.Display.Trim()}”，版式里是“{row.Label}”，按编码处理。请核对。", sheet.Grid.Place(label.Cell));
        }
    }

    // The printed label counts before aliases: 一、一般公共预算财政拨款 is this year's, without ordinal it is the opening balance.
    private List<LayoutRow> Exact(List<LayoutRow> rows, string text)
    {
        var printed = rows.FindAll(row => Own(row.Label) == text);
        return printed.Count > 0 ? printed : rows.FindAll(row => Texts(row).Contains(text));
    }

    private static bool HasOrdinal(RowLabel label) => LooseText.WithoutOrdinal(label.Text) != label.Text;

    private List<LayoutRow> Candidates(LayoutBlock block, string text) =>
        [.. block.Rows.Where(row => row.Key is not null && Texts(row).Any(known => LooseText.WithoutOrdinal(known) == text))];

    private string Own(string? text) => sheet.Region.Canonical(LooseText.Of(text));

    private IEnumerable<string> Texts(LayoutRow row)
    {
        yield return Own(row.Label);
        yield return Own(row.Key);
        foreach (var alias in row.Aliases)
        {
            yield return Own(alias);
        }

        if (row.Total && (row.Key ?? "").EndsWith("总计", StringComparison.Ordinal))
        {
            yield return "总计";
        }
    }
}
