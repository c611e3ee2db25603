using FinalAccounts.Templates;

namespace FinalAccounts.Import.Tables;

/// <summary>A title of a known table with what stands below it.</summary>
internal sealed record LocatedTable(TableTitle Title, TableRegion Region, TableHeader Header, IReadOnlyList<IReadOnlyList<ExpectedColumn>> Expected)
{
    public TableLayout Layout => Title.Layout!;

    /// <summary>For messages: 表01 收入支出决算总表.</summary>
    public string Label => $"{Layout.Key} {Layout.Name}";

    public Place Place => Title.Grid.Place(Title.Row, Title.Left);

    /// <summary>A table of contents names tables as well; only what has a header below is a table.</summary>
    public bool HasHeader => Header.Matched > 0 && Header.Matched * 3 >= Expected.Sum(block => block.Count(column => column.Role != ColumnRole.Line));

    /// <summary>Looks for the header below the title.</summary>
    public static LocatedTable Of(TableTitle title, TableRegion region)
    {
        var expected = ExpectedColumns.Of(title.Layout!, region.Words);
        return new LocatedTable(title, region, TableHeader.Find(region, expected), expected);
    }
}
