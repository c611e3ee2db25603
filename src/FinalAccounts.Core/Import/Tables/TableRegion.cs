using FinalAccounts.Import.Files;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.Tables;

/// <summary>The part of a sheet that belongs to a title: below it, down to the next title, beside its neighbours. Ends included, zero-based.</summary>
internal sealed record TableRegion(SheetGrid Grid, int Top, int Bottom, int Left, int Right)
{
    /// <summary>The set's synonyms, by which texts are compared.</summary>
    public Synonyms Words { get; init; } = Synonyms.None;

    /// <summary>A row's label in the set's words; the ordinal in front stays.</summary>
    public string Canonical(string loose)
    {
        var bare = LooseText.WithoutOrdinal(loose);
        return loose[..^bare.Length] + Words.Canonical(bare);
    }

    // Titles of tables that stand side by side may differ by a row or two where one of them has its mark above.
    private const int SideBySide = 2;

    public static TableRegion Of(TableTitle title, IReadOnlyList<TableTitle> onSheet)
    {
        var others = onSheet.Where(other => other != title).ToList();
        var beside = others.Where(other => Math.Abs(other.Row - title.Row) <= SideBySide && (other.Left > title.Right || other.Right < title.Left)).ToList();
        var left = beside.Exists(other => other.Right < title.Left) ? title.Left : 0;
        var right = beside.Where(other => other.Left > title.Right).Select(other => other.Left - 1).DefaultIfEmpty(title.Grid.LastColumn).Min();
        var bottom = others
            .Where(other => other.Row > title.Row && other.Left <= right && other.Right >= left && !beside.Contains(other))
            .Select(other => other.Row - 1).DefaultIfEmpty(title.Grid.LastRow).Min();
        return new TableRegion(title.Grid, title.Row + 1, bottom, left, right);
    }
}
