using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>Reads mentions.yaml; sheets and fields that facts.yaml does not have are mistakes.</summary>
internal sealed class MentionsReader(MapReader map, FactsSchema facts, RemovedNames removed)
{
    /// <summary>The rules; mistakes go to the log.</summary>
    public MentionRules Read()
    {
        var rules = new MentionRules(
            [.. map.Each("statements", Statement).Where(one => !Gone(one.Sheet) && !Gone(one.Fact.Sheet))], [.. map.Each("figures", Figure)], [.. map.Each("bases", Base)],
            [.. map.Each("dates", item => Path(item, "fact")).Where(one => !Gone(one.Sheet))], [.. map.Each("indicators", Indicators).Where(one => !Gone(one.Sheet) && !Gone(one.Records))]);
        map.End();
        return rules;
    }

    private bool Gone(string sheet) => removed.Sheets.Contains(sheet);

    private MentionStatement Statement(MapReader item)
    {
        var fact = Path(item, "fact");
        return new MentionStatement(
            Sheet(item, "sheet"), item.Texts("phrases"), item.Text("unit"), fact, Join(item, fact.Sheet));
    }

    private static MentionFigure Figure(MapReader item) =>
        new(item.Texts("names"), item.Text("unit"), item.Texts("values"), item.PlaceOf("values"));

    private static MentionBase Base(MapReader item) => new(item.Text("name"), item.Text("value"), item.PlaceOf("value"));

    private MentionIndicators Indicators(MapReader item)
    {
        var records = Sheet(item, "records");
        var name = Field(item, records, item.Text("name"), "name");
        var values = item.Texts("values").Select(value => Field(item, records, value, "values")).ToList();
        return new MentionIndicators(Sheet(item, "sheet"), records, Join(item, records), name, values);
    }

    private string? Join(MapReader item, string sheet) =>
        item.OptionalText("join") is { } join ? Field(item, sheet, join, "join") : null;

    private FactPath Path(MapReader item, string key)
    {
        var (sheet, field) = item.Text(key).Split('.', 2) is [var first, var second] ? (first, second) : (item.Text(key), "");
        if (Gone(sheet))
        {
            return new FactPath(sheet, field, item.PlaceOf(key));
        }

        if (facts.Sheet(sheet) is null)
        {
            Missing(item, key, $"没有工作表“{sheet}”", Suggestion.For(sheet, facts.Sheets.Select(known => known.Name)));
        }
        else
        {
            Field(item, sheet, field, key);
        }

        return new FactPath(sheet, field, item.PlaceOf(key));
    }

    private string Sheet(MapReader item, string key)
    {
        var name = item.Text(key);
        if (name.Length > 0 && facts.Sheet(name) is null && !Gone(name))
        {
            Missing(item, key, $"没有工作表“{name}”", Suggestion.For(name, facts.Sheets.Select(known => known.Name)));
        }

        return name;
    }

    private string Field(MapReader item, string sheet, string field, string key)
    {
        if (facts.Sheet(sheet) is { } known && known.Field(field) is null)
        {
            Missing(item, key, $"“{sheet}”没有“{field}”这一项", Suggestion.For(field, known.Fields.Select(one => one.Name)));
        }

        return field;
    }

    private static void Missing(MapReader item, string key, string what, string suggestion) =>
        item.Log.Fatal("TPL-10", $"文字资料{what}{suggestion}", item.PlaceOf(key));
}
