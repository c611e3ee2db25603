using FinalAccounts.Accounts;

namespace FinalAccounts.Checks.Form;

/// <summary>What must stand in every disclosure and does not: a section without text (FRM-17), an empty table that is not said to be empty (FRM-18).</summary>
internal static class SectionCheck
{
    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Run(Document document)
    {
        var blocks = document.Blocks.ToList();
        for (var i = 0; i < blocks.Count; i++)
        {
            switch (blocks[i])
            {
                case Heading { InContents: true } heading when !HasContent(blocks, i, heading.Level):
                    yield return new Finding(
                        Severity.Error, "FRM-17", $"“{DocumentText.Of(heading.Inlines)}”没有内容：每一节都要公开，没有的也要说明，请补上", heading.Place is { } place ? [place] : []);
                    break;
                case Table { Kind: TableKind.Accounts } table when IsEmpty(table) && !IsExplained(blocks, i):
                    yield return new Finding(
                        Severity.Error, "FRM-18", $"{table.Title ?? table.SheetName}是空表，没有说明原因：请在表样里写明“本单位无……，故本表无数据”", []);
                    break;
            }
        }
    }

    private static bool HasContent(List<Block> blocks, int index, int level)
    {
        for (var i = index + 1; i < blocks.Count; i++)
        {
            switch (blocks[i])
            {
                case Heading next when next.Level <= level:
                    return false;
                case Paragraph paragraph when DocumentText.Of(paragraph.Inlines).Trim().Length > 0:
                case ListBlock or Table or Chart:
                    return true;
            }
        }

        return false;
    }

    private static bool IsEmpty(Table table) => !table.Rows.Any(row => row.Cells.Any(cell => cell.Inlines.Any(IsContent)));

    // Words of the data have an origin; the labels of the form have none.
    private static bool IsContent(Inline inline) => inline is Figure { Value: not 0 } or Documents.Text { Origin.Cells.Count: > 0, Value: not AccountsCell.NotApplicable };

    private static bool IsExplained(List<Block> blocks, int index)
    {
        for (var i = index + 1; i < blocks.Count && blocks[i] is Paragraph paragraph; i++)
        {
            var text = DocumentText.Of(paragraph.Inlines);
            if (text.Contains('无') || text.Contains("没有", StringComparison.Ordinal) || text.Contains("空表", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
