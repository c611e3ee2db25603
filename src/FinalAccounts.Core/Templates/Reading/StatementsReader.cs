using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>Reads one file of statements; sheets, fields, metrics and tables that the set does not have are mistakes.</summary>
internal sealed class StatementsReader(MapReader map, FactsSchema facts, IReadOnlyList<MetricDefinition> metrics, IReadOnlyList<TableLayout> tables, RemovedNames removed)
{
    private const string Rows = "rows";

    private static readonly Dictionary<string, ClaimRole> Roles = new()
    {
        ["actual"] = ClaimRole.Actual,
        ["budget"] = ClaimRole.Budget,
        ["prior"] = ClaimRole.Prior,
        ["change"] = ClaimRole.Change,
        ["rate"] = ClaimRole.Rate,
        ["share"] = ClaimRole.Share,
        ["completion"] = ClaimRole.Completion,
    };

    /// <summary>The rules; mistakes go to the log.</summary>
    public StatementRules Read()
    {
        var rules = new StatementRules(
            Words(), [.. map.Each("roles", Role)], [.. map.Each("sections", Section)], [.. map.Each("reasons", Reason).OfType<StatementReason>()], map.Texts("emptyReasons"),
            [.. map.Each("uses", Use).OfType<StatementUse>()], [.. map.Each("mismatches", item => new StatementMismatch(item.Text("name"), item.Texts("words")))],
            [.. map.Each("misspellings", item => new StatementMisspelling(item.Text("wrong"), item.Text("right")))],
            [.. map.Each("recovered", Recovered).OfType<StatementRecovered>()]);
        map.End();
        return rules;
    }

    /// <summary>The files of a set as one, those of the nearest set first: its section takes the place of one of the same name.</summary>
    public static StatementRules Join(IReadOnlyList<StatementRules> files) => new(
        files.SelectMany(file => file.Words).GroupBy(word => word.Key).ToDictionary(word => word.Key, word => (IReadOnlyList<string>)[.. word.SelectMany(one => one.Value)]),
        [.. files.SelectMany(file => file.Roles)], [.. files.SelectMany(file => file.Sections).DistinctBy(section => section.Name)], [.. files.SelectMany(file => file.Reasons)],
        [.. files.SelectMany(file => file.EmptyReasons)], [.. files.SelectMany(file => file.Uses)],
        [.. files.SelectMany(file => file.Mismatches)], [.. files.SelectMany(file => file.Misspellings)],
        [.. files.SelectMany(file => file.Recovered)]);

    private Dictionary<string, IReadOnlyList<string>> Words()
    {
        if (map.Map("words") is not { } words)
        {
            return [];
        }

        var all = words.Entries.ToDictionary(entry => entry.Key, entry => words.Texts(entry.Key));
        words.End();
        return all;
    }

    private static StatementRole Role(MapReader item) => new(item.Choice("role", Roles), item.Text("unit"), item.Texts("before"), item.PlaceOf("before"));

    private StatementSection Section(MapReader item) => new(
        item.Text("name"), item.Texts("headings"), Column(item),
        [.. item.Each("subjects", subject => new StatementSubject(subject.Texts("names"), Metric(subject, "metric") ?? "")).Where(subject => subject.Metric.Length > 0)],
        [.. item.Each("lists", list => (After: list.Texts("after"), Rows: Column(list), Codes: list.Texts("codes"))).Where(list => list.Rows is not null)
            .Select(list => new StatementList(list.After, list.Rows!, list.Codes))]);

    private StatementReason? Reason(MapReader item)
    {
        var sheet = Sheet(item);
        var reason = new StatementReason(
            sheet, Field(item, sheet, "field")!, Field(item, sheet, "named"), Metric(item, "metric"), Field(item, sheet, "key"),
            Column(item), Metric(item, "total"), Field(item, sheet, "budget"));
        return removed.Sheets.Contains(sheet) ? null : reason;
    }

    private StatementUse? Use(MapReader item)
    {
        var sheet = Sheet(item);
        var use = new StatementUse(sheet, Field(item, sheet, "field")!, Field(item, sheet, "key")!, Column(item), Field(item, sheet, "budget"));
        return removed.Sheets.Contains(sheet) ? null : use;
    }

    private StatementRecovered? Recovered(MapReader item)
    {
        var sheet = Sheet(item);
        var source = new StatementRecovered(
            sheet, item.Texts("headings"), item.Texts("after"), Field(item, sheet, "field") ?? "", Field(item, sheet, "level"), Field(item, sheet, "name"), Field(item, sheet, "amount"));
        return removed.Sheets.Contains(sheet) ? null : source;
    }

    private string Sheet(MapReader item)
    {
        var name = item.Text("sheet");
        if (facts.Sheet(name) is null && !removed.Sheets.Contains(name))
        {
            item.Log.Fatal("TPL-10", $"文字资料没有工作表“{name}”{Suggestion.For(name, facts.Sheets.Select(known => known.Name))}", item.PlaceOf("sheet"));
        }

        return name;
    }

    private string? Field(MapReader item, string sheet, string key)
    {
        if (item.OptionalText(key) is { } name && facts.Sheet(sheet) is { } known && known.Field(name) is null)
        {
            item.Log.Fatal("TPL-10", $"文字资料“{sheet}”没有“{name}”这一项{Suggestion.For(name, known.Fields.Select(one => one.Name))}", item.PlaceOf(key));
        }

        return item.OptionalText(key);
    }

    private string? Metric(MapReader item, string key)
    {
        if (item.OptionalText(key) is { } gone && removed.Metrics.Contains(gone))
        {
            return null;
        }

        if (item.OptionalText(key) is { } name && !metrics.Any(metric => metric.Name == name))
        {
            item.Log.Fatal("TPL-10", $"没有指标“{name}”{Suggestion.For(name, metrics.Select(metric => metric.Name))}", item.PlaceOf(key));
        }

        return item.OptionalText(key);
    }

    private CellColumn? Column(MapReader item)
    {
        if (item.OptionalText(Rows) is not { } text)
        {
            return null;
        }

        var (table, column) = text.Split('.', 2) is [var first, var second] ? (first, second) : (text, "");
        if (removed.Tables.Contains(table))
        {
            return null;
        }

        if (tables.FirstOrDefault(one => one.Key == table) is not { } layout)
        {
            item.Log.Fatal("TPL-10", $"没有{table}{Suggestion.For(table, tables.Select(one => one.Key))}", item.PlaceOf(Rows));
        }
        else if (!layout.ValueColumns.Contains(column))
        {
            item.Log.Fatal("TPL-10", $"{table}没有“{column}”这一栏{Suggestion.For(column, layout.ValueColumns)}", item.PlaceOf(Rows));
        }

        return new CellColumn(table, column);
    }
}
