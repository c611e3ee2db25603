using FinalAccounts.Templates;

namespace FinalAccounts.Linting;

/// <summary>Whether the first row of a table's header is as wide as its columns: a code column of span 3 takes three, and its header cell says so.</summary>
internal static class LayoutHeader
{
    public static IEnumerable<Finding> Of(TableLayout layout)
    {
        var columns = layout.Blocks.SelectMany(block => block.Columns).ToList();
        var wide = columns.Sum(column => column.Span);
        var written = layout.Header.Count == 0 ? wide : layout.Header[0].Sum(cell => cell.Columns);
        if (written == wide)
        {
            yield break;
        }

        var split = columns.FirstOrDefault(column => column.Span > 1);
        yield return new Finding(
            Severity.Error, "TPL-19",
            $"{layout.Key}的表头第一行是 {written} 列，各栏合起来是 {wide} 列。请使两者相同{(split is null ? "" : $"：“{split.Key}”分开印，占 {split.Span} 列，表头里写 {{text: {split.Key}, columns: {split.Span}}}")}。",
            [new Place($"tables/{layout.Key}.yaml")]);
    }
}
