using FinalAccounts.Documents;

namespace FinalAccounts.Samples;

/// <summary>The tables of a document in 元 with 分 instead of 万元: what an office's accounting prints.</summary>
internal static class YuanTables
{
    public static Document Of(Document document) => document with
    {
        Sections = [.. document.Sections.Select(section => section with
        {
            Blocks = [.. section.Blocks.Select(block => block is Table table ? Of(table) : block)],
        })],
    };

    private static Table Of(Table table) => table with
    {
        Frame = table.Frame is { Unit: { } unit } frame ? frame with { Unit = unit.Replace("万元", "元", StringComparison.Ordinal) } : table.Frame,
        Rows = [.. table.Rows.Select(row => row with { Cells = [.. row.Cells.Select(cell => cell with { Inlines = [.. cell.Inlines.Select(Of)] })] })],
    };

    private static Inline Of(Inline inline) =>
        inline is Figure { Origin.Exact: { } yuan } figure ? figure with { Value = yuan, Unit = "元" } : inline;
}
