using System.Globalization;
using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Samples;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Checks.Planted;

/// <summary>The Shanghai sample with mistakes in it, through the whole pipeline.</summary>
/// <param name="Imported">What the import said.</param>
/// <param name="Places">The changed cells.</param>
internal sealed record PlantedSample(DepartmentAccounts Accounts, IReadOnlyList<Finding> Imported, IReadOnlySet<Place> Places)
{
    private const string PriorSheet = "上年数";
    private static readonly CompiledSet Set = ShippedSets.Of("shanghai-2024");
    private readonly Lazy<Disclosure> run = new(() => Pipeline.Run(Accounts, Imported, Set, null, CancellationToken.None));

    public static PlantedSample Clean { get; } = Read();

    public IReadOnlyList<Finding> Findings => run.Value.Findings;

    /// <summary>All paragraphs.</summary>
    public string Text => string.Join('\n', run.Value.Document!.Blocks.OfType<Paragraph>().Select(paragraph => DocumentText.Of(paragraph.Inlines)));

    /// <summary>Another value of a fact: money in 万元, as it is typed.</summary>
    public PlantedSample With(string sheet, string? record, string field, string wrong)
    {
        var records = Accounts.Facts.Records(sheet).ToList();
        var at = record is null ? 0 : Find(records, record);
        var old = records[at].Values.GetValueOrDefault(field) ?? new FactValue(records[at].Values.Values.First().Place);
        records[at] = new FactRecord(new Dictionary<string, FactValue>(records[at].Values) { [field] = Typed(sheet, field, wrong, old.Place) });
        return Sheet(sheet, records, old.Place!);
    }

    /// <summary>Without a record; what is not there is found where the tables have it.</summary>
    public PlantedSample Without(string sheet, string record)
    {
        var records = Accounts.Facts.Records(sheet).ToList();
        records.RemoveAt(Find(records, record));
        return Sheet(sheet, records, [.. Accounts.Tables["表05"].Row(record)!.Cells.Values.Select(cell => cell.Place!)]);
    }

    /// <summary>One record more.</summary>
    public PlantedSample Added(string sheet, params (string Field, string Value)[] values)
    {
        var place = new Place("文字资料.xlsx", sheet, "A99");
        var record = new FactRecord(values.ToDictionary(value => value.Field, value => Typed(sheet, value.Field, value.Value, place)));
        return Sheet(sheet, [.. Accounts.Facts.Records(sheet), record], place);
    }

    /// <summary>Last year's tables are not there: their figures are typed, one of them wrong.</summary>
    public PlantedSample WithTypedPrior(PlantedLine line)
    {
        var wrong = line.Where.Split('▸', '（')[1].Trim();
        var prior = new MetricBook(Set, Accounts.Prior!);
        var places = new HashSet<Place>();
        var records = new List<FactRecord>();
        foreach (var name in Set.Set.Metrics.Where(metric => metric.Unit == FormulaUnits.Yuan).Select(metric => metric.Name).Where(name => prior.Metric(name) is { Problem: null, Value: not null }))
        {
            var place = new Place("文字资料.xlsx", PriorSheet, $"B{records.Count + 2}");
            records.Add(new FactRecord(new Dictionary<string, FactValue>
            {
                ["指标"] = new(place) { Text = name },
                ["金额"] = new(place) { Number = name == wrong ? Yuan(line.Wrong) : prior.Metric(name)!.Value },
            }));
            if (name == wrong)
            {
                places.Add(place);
            }
        }

        Assert.NotEmpty(places);
        return Sheet(PriorSheet, records, [.. places]);
    }

    /// <summary>A subject with another name in all tables, as workbooks that are imported.</summary>
    public PlantedSample Renamed(string code, string name)
    {
        var tables = Accounts.Tables.ToDictionary(pair => pair.Key, pair => pair.Value with { Rows = [.. pair.Value.Rows.Select(row => row.Code == code ? row with { Name = name } : row)] });
        var dated = Dated().Accounts;
        var files = UnitFiles.Workbooks(dated with { Tables = tables, Prior = Accounts.Prior! with { Facts = dated.Facts } }, Set.Set).ToDictionary(file => file.Name, file => new ImportFile(file.Name, file.Content));
        var read = Importer.Import(new ImportRequest { Tables = files["公开表.xlsx"], Facts = files["文字资料.xlsx"], PriorTables = files["上年公开表.xlsx"] }, Set.Set, CancellationToken.None);
        return Of(read, read.Findings.Where(finding => finding.Message.Contains(name, StringComparison.Ordinal)).SelectMany(finding => finding.Places));
    }

    // Workbooks bear the day of publication.
    private PlantedSample Dated() => Sheet(
        "基本情况", [new FactRecord(new Dictionary<string, FactValue>(Accounts.Facts.Records("基本情况")[0].Values) { ["公开日期"] = new(Place: null) { Date = Accounts.Facts.Field("基本情况", "批复日期")!.Date } })]);

    private static PlantedSample Read() => new(ImportedSample.Shanghai.Accounts, ImportedSample.Shanghai.Findings, new HashSet<Place>());

    private static PlantedSample Of(Result<DepartmentAccounts> read, IEnumerable<Place> places) => new(read.Value!, read.Findings, places.ToHashSet());

    private PlantedSample Sheet(string name, IReadOnlyList<FactRecord> records, params Place[] changed) => new(
        Accounts with { Prior = name == PriorSheet ? null : Accounts.Prior, Facts = new Facts(new Dictionary<string, FactSheet>(Accounts.Facts.Sheets) { [name] = new FactSheet(name, records) }) },
        Imported, Places.Concat(changed).ToHashSet());

    private static FactValue Typed(string sheet, string field, string written, Place? place) => Set.Set.Facts.Sheet(sheet)!.Field(field)!.Type switch
    {
        FactType.Money => new FactValue(place) { Number = Yuan(written) },
        FactType.Decimal => new FactValue(place) { Number = decimal.Parse(written, CultureInfo.InvariantCulture) },
        _ => new FactValue(place) { Text = written },
    };

    private static decimal Yuan(string written) => decimal.Parse(written, CultureInfo.InvariantCulture) * 10_000m;

    private static int Find(List<FactRecord> records, string name) => records.FindIndex(record => record.Values.Values.Any(value => value.Text == name));
}
