using FinalAccounts.Formatting;

namespace FinalAccounts.Assembly;

/// <summary>Records with 级次 and 内容 as headings and paragraphs: 一级 is 一、…, 二级 is （一）…, 三级 is 1.….</summary>
internal static class LevelledText
{
    /// <summary>The blocks; 得分表 stands where its record does.</summary>
    public static IEnumerable<Block> Blocks(IReadOnlyList<FactSource> records, string id, Func<Block>? scoreTable)
    {
        var headings = 0;
        foreach (var record in records)
        {
            var level = record.Text("级次") switch { "一级" => 2, "二级" => 3, "三级" => 4, "得分表" => -1, _ => 0 };
            if (level < 0)
            {
                if (scoreTable is not null)
                {
                    yield return scoreTable();
                }

                continue;
            }

            foreach (var line in Lines(record))
            {
                yield return level > 0 && HeadingText.Looks(line.Value)
                    ? new Heading(level, [line], $"{id}-h{++headings}")
                    : new Paragraph([line]);
                level = 0;
            }
        }
    }

    // A heading is one line; what follows in the same record is text.
    private static IEnumerable<Text> Lines(FactSource record) =>
        record.Value("内容") is { Text: { } text } value
            ? text.Split('\n').Where(line => line.Length > 0).Select(line => new Text(line, record.Origin("内容", value)))
            : [];
}
