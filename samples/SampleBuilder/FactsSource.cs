using System.Globalization;
using FinalAccounts.Accounts;
using FinalAccounts.Formatting;
using FinalAccounts.Templates;
using YamlDotNet.RepresentationModel;

namespace FinalAccounts.Samples;

/// <summary>Reads the transcribed facts (source/facts.yaml) by the set's schema; anything the schema does not have is a broken source.</summary>
internal static class FactsSource
{
    /// <summary>All sheets.</summary>
    public static Facts Read(string file, FactsSchema schema)
    {
        var yaml = new YamlStream();
        using (var reader = new StreamReader(file))
        {
            yaml.Load(reader);
        }

        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        var given = root.Children.ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => pair.Value);
        if (given.Keys.FirstOrDefault(name => schema.Sheet(name) is null) is { } stranger)
        {
            throw new InvalidDataException($"{file}：没有工作表“{stranger}”。");
        }

        return new Facts(schema.Sheets.ToDictionary(
            sheet => sheet.Name,
            sheet => new FactSheet(sheet.Name, given.TryGetValue(sheet.Name, out var node) ? Records(node, sheet) : [])));
    }

    private static List<FactRecord> Records(YamlNode node, FactSheetSchema sheet) =>
        node is YamlSequenceNode records ? [.. records.Select(record => Record(record, sheet))] : [Record(node, sheet)];

    private static FactRecord Record(YamlNode node, FactSheetSchema sheet)
    {
        var values = new Dictionary<string, FactValue>();
        foreach (var (key, value) in (YamlMappingNode)node)
        {
            var name = ((YamlScalarNode)key).Value!;
            var field = sheet.Field(name) ?? throw new InvalidDataException($"“{sheet.Name}”没有“{name}”一项。");
            if (((YamlScalarNode)value).Value is { Length: > 0 } text)
            {
                values.Add(name, Value(text, field));
            }
        }

        return new FactRecord(values);
    }

    private static FactValue Value(string text, FactField field)
    {
        var value = new FactValue((Documents.Place?)null);
        if (text.StartsWith('#') && field.Type is not (FactType.Text or FactType.Prose))
        {
            return value with { Error = text };
        }

        return field.Type switch
        {
            FactType.Money => value with { Number = Number(text) * (field.Unit == "元" ? 1m : AmountFormat.YuanPerUnit) },
            FactType.Percent => value with { Number = text.EndsWith('%') ? Number(text[..^1]) / 100m : Number(text) },
            FactType.Integer or FactType.Decimal => value with { Number = Number(text) },
            FactType.Date => value with { Date = DateOnly.Parse(text, CultureInfo.InvariantCulture) },
            FactType.Flag => value with { Flag = text is "是" or "true" },
            _ => value with { Text = text },
        };
    }

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
