using System.Globalization;
using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Checks;

/// <summary>The nine tables of samples/whdh-2023 from their transcription, without the importer.</summary>
internal static class SampleTables
{
    public static Dictionary<string, AccountsTable> Read(TemplateSet set, string folder) =>
        set.Tables.ToDictionary(layout => layout.Key, layout => Table(layout, Path.Combine(folder, $"{layout.Key}.tsv")));

    private static AccountsTable Table(TableLayout layout, string file)
    {
        var lines = File.ReadAllLines(file).Select(line => line.Split('\t')).ToList();
        var rows = new List<AccountsRow>();
        var fixedRows = new Queue<LayoutRow>(layout.Blocks.SelectMany(block => block.Rows));
        var blocks = layout.Blocks
            .SelectMany((block, i) => block.Rows.Where(row => row.Key is not null).Select(row => (row.Key, i)))
            .ToDictionary(pair => pair.Key!, pair => pair.i);
        for (var i = 1; i < lines.Count; i++)
        {
            var line = lines[i];
            var cells = new Dictionary<string, AccountsCell>();
            string key;
            string name;
            if (layout.Kind == RowKind.Fixed)
            {
                var found = Fixed(layout, fixedRows, line);
                if (found is null)
                {
                    continue;
                }

                (key, name) = (found.Key!, found.Label);
                var columns = layout.Blocks[blocks[found.Key!]].ValueColumns.ToList();
                for (var c = 0; c < columns.Count; c++)
                {
                    Add(cells, columns[c].Key, line, 2 + c, file, i);
                }

                rows.Add(new AccountsRow(key, name, cells) { Code = found.Code });
                continue;
            }

            (key, name) = layout.Kind == RowKind.Single ? ("", "") : (line[0], line.Length > 1 && line[1].Length > 0 ? line[1] : line[0]);
            for (var c = 0; c < layout.ValueColumns.Count; c++)
            {
                Add(cells, layout.ValueColumns[c], line, layout.Kind == RowKind.Single ? c : 2 + c, file, i);
            }

            rows.Add(new AccountsRow(key, name, cells) { Code = SubjectCode.Level(key) is null ? null : key });
        }

        return new AccountsTable(layout.Key, MoneyUnit.TenThousandYuan, rows);
    }

    // 表06 by its code or name, the others by position (行次).
    private static LayoutRow? Fixed(TableLayout layout, Queue<LayoutRow> rows, string[] line)
    {
        if (layout.Key == "表06")
        {
            return layout.Blocks.SelectMany(block => block.Rows).Single(row => row.Key is not null && row.Key == (line[0].Length > 0 ? line[0] : line[1]));
        }

        var row = rows.Dequeue();
        Assert.Equal(row.Label.Replace("　", "", StringComparison.Ordinal), line[1].Replace("　", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
        return row.Key is null ? null : row;
    }

    private static void Add(Dictionary<string, AccountsCell> cells, string column, string[] line, int index, string file, int row)
    {
        if (index < line.Length && line[index].Trim() is { Length: > 0 } text)
        {
            cells[column] = new AccountsCell(
                decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture) * 10_000m,
                new Place(Path.GetFileName(file), Line: row + 1, Column: index + 1));
        }
    }
}
