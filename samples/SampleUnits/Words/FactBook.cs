using FinalAccounts.Accounts;
using FinalAccounts.Templates;

namespace FinalAccounts.Samples.Words;

/// <summary>Collects facts by sheet and field names, and fits them to a set's schema: what the schema does not have is left out, what it requires and nobody gave is filled plainly.</summary>
internal sealed class FactBook
{
    private readonly Dictionary<string, List<Dictionary<string, object?>>> sheets = [];

    /// <summary>Adds a record, or the fields of a fields sheet. Text, numbers, dates and flags; money in 元; null for blank.</summary>
    public void Add(string sheet, params (string Field, object? Value)[] values)
    {
        if (!sheets.TryGetValue(sheet, out var records))
        {
            sheets[sheet] = records = [];
        }

        records.Add(values.ToDictionary(value => value.Field, value => value.Value));
    }

    /// <summary>What was added to a sheet so far.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object?>> Records(string sheet) => sheets.TryGetValue(sheet, out var records) ? records : [];

    /// <summary>Further fields of a fields sheet that was added before.</summary>
    public void Amend(string sheet, params (string Field, object? Value)[] values)
    {
        foreach (var (field, value) in values)
        {
            sheets[sheet][0][field] = value;
        }
    }

    /// <summary>Two plain records for a sheet that only this region has; one whose fields name something else stays empty.</summary>
    public void AddPlain(FactSheetSchema sheet, DateOnly today)
    {
        if (sheet.IsRecords && !sheets.ContainsKey(sheet.Name) && sheet.Fields.All(field => field.Names is null && !field.IsCode))
        {
            foreach (var number in new[] { "一", "二" })
            {
                Add(sheet.Name, [.. sheet.Fields.Select(field => (field.Name, (object?)Example(field, number, today)))]);
            }
        }
    }

    /// <summary>The facts in the schema's form.</summary>
    public Facts Build(FactsSchema schema, DateOnly today) => new(schema.Sheets.ToDictionary(
        sheet => sheet.Name,
        sheet => new FactSheet(sheet.Name, Given(sheet).Select(record => Record(record, sheet, today)).ToList())));

    private List<Dictionary<string, object?>> Given(FactSheetSchema sheet) =>
        sheets.TryGetValue(sheet.Name, out var records) ? records
        : !sheet.IsRecords && sheet.Fields.Any(field => field.Required || field.Zero) ? [[]]
        : [];

    private static FactRecord Record(Dictionary<string, object?> given, FactSheetSchema sheet, DateOnly today)
    {
        var values = new Dictionary<string, FactValue>();
        foreach (var field in sheet.Fields)
        {
            if ((given.GetValueOrDefault(field.Name) ?? (field.Required || field.Zero ? Plain(field, today) : null)) is { } value)
            {
                values[field.Name] = Value(value, field);
            }
        }

        return new FactRecord(values);
    }

    private static object Plain(FactField field, DateOnly today) => field.Type switch
    {
        FactType.Text or FactType.Prose => "无",
        FactType.Date => today,
        FactType.Choice => field.Options[0],
        FactType.Flag => false,
        _ => 0m,
    };

    private static object Example(FactField field, string number, DateOnly today) => field.Type switch
    {
        FactType.Text or FactType.Prose => $"虚构的{field.Name}{number}",
        FactType.Date => today,
        FactType.Choice => field.Options[^1],
        FactType.Flag => true,
        FactType.Money => 120_000m,
        FactType.Percent => 0.95m,
        _ => 12m,
    };

    // An office types 万元 with two decimals.
    private static FactValue Value(object value, FactField field) => value switch
    {
        string text => new FactValue((Documents.Place?)null) { Text = text },
        DateOnly date => new FactValue((Documents.Place?)null) { Date = date },
        bool flag => new FactValue((Documents.Place?)null) { Flag = flag },
        int number => new FactValue((Documents.Place?)null) { Number = number },
        decimal number => new FactValue((Documents.Place?)null)
        {
            Number = field.Type == FactType.Money ? Amounts.Typed(number) : number,
        },
        _ => throw new ArgumentException($"{field.Name}: {value.GetType()}", nameof(value)),
    };
}
