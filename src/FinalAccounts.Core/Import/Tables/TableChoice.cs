using FinalAccounts.Templates;

namespace FinalAccounts.Import.Tables;

/// <summary>Chooses the table of each layout among what was located; parts of one table are joined; what is missing or of another year is said once for the workbook.</summary>
internal sealed class TableChoice(TemplateSet set, int year, string file, ImportFindings findings)
{
    private readonly List<TableLayout> missing = [];
    private readonly List<LocatedTable> headless = [];
    private readonly List<LocatedTable> otherYears = [];
    private readonly List<LocatedTable> withoutYear = [];

    /// <summary>The tables found, in the order of the set.</summary>
    public List<LocatedTable> Choose(IReadOnlyList<LocatedTable> located)
    {
        var chosen = set.Tables.Select(layout => Choose(layout, located)).OfType<LocatedTable>().ToList();
        ReportOtherYears();
        ReportMissing(located.Count);
        if (withoutYear.Count > 0)
        {
            findings.Warn(
                "IMP-16",
                $"{Tables(withoutYear)}：标题里没有年度，按 {year} 年度处理。请核对，并在标题里写明年度。",
                [.. withoutYear.Select(table => table.Place)]);
        }

        return chosen;
    }

    private LocatedTable? Choose(TableLayout layout, IReadOnlyList<LocatedTable> located)
    {
        var titled = located.Where(table => table.Layout == layout).ToList();
        var found = titled.Where(table => table.HasHeader).ToList();
        var strangers = found.Where(table => table.Title.Year is { } named && named != year).ToList();
        found = [.. found.Except(strangers)];
        if (found.Count == 0)
        {
            otherYears.AddRange(strangers);
            if (strangers.Count == 0 && titled.Count > 0)
            {
                headless.Add(titled[0]);
            }
            else if (strangers.Count == 0)
            {
                missing.Add(layout);
            }

            return null;
        }

        var table = found.Count == 1 ? found[0] : ContinuedTable.Join(found, findings);
        if (table?.Title.Year is null && table is not null && layout.Title.Contains("{年度}", StringComparison.Ordinal))
        {
            withoutYear.Add(table);
        }

        return table;
    }

    private void ReportOtherYears()
    {
        foreach (var named in otherYears.GroupBy(table => table.Title.Year!.Value))
        {
            var tables = named.ToList();
            findings.Fatal(
                "IMP-12",
                tables.Count > 1
                    ? $"这是 {named.Key} 年度的公开表（{Tables(tables)}的标题都写 {named.Key} 年度），应为 {year} 年度。请换成 {year} 年度的{findings.Words.Whole}，或改正标题里的年份。"
                    : $"{tables[0].Label}：标题写的是 {named.Key} 年度，应为 {year} 年度。请换成 {year} 年度的表，或改正标题里的年份。",
                [.. tables.Select(table => table.Place)]);
        }
    }

    private void ReportMissing(int located)
    {
        foreach (var table in headless)
        {
            findings.Fatal("IMP-10", $"{table.Label}：找到了标题，但下面没有认得出的表头。{HeaderPicture.Of(table, set)}", table.Place);
        }

        if (missing.Count == 0)
        {
            return;
        }

        var names = string.Join("、", missing.Select(layout => $"{layout.Key}《{layout.Name}》"));
        findings.Fatal(
            "IMP-10",
            file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
                ? $"CSV 文件只放得下一张工作表，这里没有 {names}。请把每张表各存一个 CSV 一起选上，或放在一个工作簿里，另存为“Excel 工作簿（.xlsx）”。{Unprinted()}"
            : located == 0
                ? $"{findings.Words.Whole}里没有认出一张公开表（应有 {names}）。请核对是不是这个文件；表要有标题，例如“{Title(missing[0])}”。"
                : $"没有找到 {names}。请补上{(missing.Count > 1 ? "这些表" : $"这张表，标题写作“{Title(missing[0])}”")}；没有数的表也要保留表头和合计行。{Unprinted()}",
            new Place(file));
    }

    // Nobody can hand in a table that a province does not have: the set asks for it by mistake.
    private string Unprinted()
    {
        var printed = set.Outline.Tables;
        var keys = missing.Select(layout => layout.Key).Where(key => !printed.Contains(key)).ToList();
        return keys.Count == 0 || printed.Count == 0 ? "" : $"{string.Join("、", keys)} 不在模板集的目录里，不会印出；本地区没有的，请维护模板集的人在 set.yaml 里写 remove: {{tables: [{string.Join(", ", keys)}]}}。";
    }

    private string Title(TableLayout layout) => layout.Title.Replace("{年度}", year.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static string Tables(List<LocatedTable> tables) => tables.Count == 1 ? tables[0].Label : string.Join("、", tables.Select(table => table.Layout.Key));
}
