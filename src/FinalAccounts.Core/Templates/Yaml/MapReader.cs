using System.Globalization;

namespace FinalAccounts.Templates.Yaml;

/// <summary>Reads the keys of one mapping and reports what is missing, of the wrong kind, or unknown.</summary>
internal sealed class MapReader
{
    private readonly Dictionary<string, YamlEntry> entries;
    private readonly YamlMapping node;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    private MapReader(YamlMapping node, FindingLog log)
    {
        (this.node, Log) = (node, log);
        entries = node.Entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
    }

    /// <summary>Where mistakes go.</summary>
    public FindingLog Log { get; }

    /// <summary>Where the mapping begins.</summary>
    public Place Place => node.Place;

    /// <summary>All entries, for mappings whose keys are data (subject codes).</summary>
    public IReadOnlyList<YamlEntry> Entries => node.Entries;

    // A full-width colon makes a text of what was meant as an entry.
    private static string Colon(YamlNode node) => node is YamlScalar { Text: { } text } && text.Contains('：', StringComparison.Ordinal) ? "：冒号要用半角的“: ”，后面空一格" : "";

    /// <summary>A reader of the node; null when it is no mapping, which is reported.</summary>
    public static MapReader? Of(YamlNode? node, FindingLog log, string what)
    {
        if (node is YamlMapping mapping)
        {
            return new MapReader(mapping, log);
        }

        if (node is not null)
        {
            log.Fatal("TPL-04", $"{what}应当写成“键: 值”的形式{Colon(node)}", node.Place);
        }

        return null;
    }

    /// <summary>Whether the key is written, with any value.</summary>
    public bool Has(string key)
    {
        known.Add(key);
        return entries.ContainsKey(key);
    }

    /// <summary>A required text; empty, and reported, when it is missing.</summary>
    public string Text(string key) => Required(key) is { } node ? Scalars.Text(node, key, Log) ?? "" : "";

    /// <summary>A text or null.</summary>
    public string? OptionalText(string key) => Optional(key) is { } node ? Scalars.Text(node, key, Log) : null;

    /// <summary>Where the value's text begins; the mapping's place when there is none.</summary>
    public Place PlaceOf(string key) => entries.GetValueOrDefault(key)?.Value switch
    {
        YamlScalar scalar => scalar.TextPlace,
        { } other => other.Place,
        null => Place,
    };

    /// <summary>A whole number between the limits.</summary>
    public int Integer(string key, int min, int max, int? fallback = null) => Parsed(
        key, fallback is null ? Required(key) : Optional(key), fallback ?? min, $" {min} 到 {max} 的整数",
        text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max ? number : null);

    /// <summary>A number greater than zero, at most 1000.</summary>
    public double Number(string key, double fallback) => Parsed(
        key, Optional(key), fallback, "大于 0、不超过 1000 的数",
        text => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 1000 ? number : null);

    /// <summary>A percentage from 0 to a bound.</summary>
    public decimal Percent(string key, decimal most, decimal fallback) => Parsed(
        key, Optional(key), fallback, $" 0 到 {most} 的数",
        text => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= 0 && number <= most ? number : null);

    /// <summary>One of some texts.</summary>
    public string OneOf(string key, IReadOnlyList<string> forms, string fallback)
    {
        if (Optional(key) is not { } value || value is YamlScalar { Text: { } text } && forms.Contains(text))
        {
            return OptionalText(key) ?? fallback;
        }

        Log.Fatal("TPL-04", $"“{key}”只能是 {string.Join("、", forms)}", value.Place);
        return fallback;
    }

    /// <summary>true or false.</summary>
    public bool Flag(string key, bool fallback = false)
    {
        switch (Optional(key))
        {
            case null:
                return fallback;
            case YamlScalar { Text: "true" }:
                return true;
            case YamlScalar { Text: "false" }:
                return false;
            case { } value:
                Log.Fatal("TPL-04", $"“{key}”应当是 true 或 false", value.Place);
                return fallback;
        }
    }

    /// <summary>One of the written forms.</summary>
    /// <param name="fallback">Null when the key is required.</param>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> forms, T? fallback = null) where T : struct
    {
        var value = fallback is null ? Required(key) : Optional(key);
        if (value is null)
        {
            return fallback ?? default;
        }

        if (value is YamlScalar { Text: { } text })
        {
            if (forms.TryGetValue(text, out var form))
            {
                return form;
            }

            Log.Fatal("TPL-04", $"“{key}”只能是 {string.Join("、", forms.Keys)}，这里是“{text}”{Suggestion.For(text, forms.Keys)}", value.Place);
        }
        else
        {
            Log.Fatal("TPL-04", $"“{key}”只能是 {string.Join("、", forms.Keys)}", value.Place);
        }

        return fallback ?? default;
    }

    /// <summary>A list of texts; none when the key is missing.</summary>
    public IReadOnlyList<string> Texts(string key) =>
        Items(key).Select(item => Scalars.Text(item, key, Log)).OfType<string>().ToList();

    /// <summary>The items of a list; none when the key is missing.</summary>
    public IReadOnlyList<YamlNode> Items(string key, bool required = false)
    {
        var value = required ? Required(key) : Optional(key);
        switch (value)
        {
            case null:
                return [];
            case YamlSequence sequence:
                return sequence.Items;
            default:
                Log.Fatal("TPL-04", $"“{key}”应当是列表（- … 或 […]）", value.Place);
                return [];
        }
    }

    /// <summary>A reader for each mapping of a list; what is no mapping is reported and left out.</summary>
    /// <param name="what">One of them, for the report.</param>
    public IEnumerable<MapReader> Maps(string key, string what, bool required = true) =>
        Items(key, required).Select(item => Of(item, Log, what)).OfType<MapReader>();

    /// <summary>What is read from each mapping of a list, which may have nothing else in it; none when the key is missing.</summary>
    public IEnumerable<T> Each<T>(string key, Func<MapReader, T> read)
    {
        foreach (var item in Maps(key, $"“{key}”的一条", required: false))
        {
            var value = read(item);
            item.End();
            yield return value;
        }
    }

    /// <summary>The mapping below the key; null when missing.</summary>
    public MapReader? Map(string key, bool required = false) =>
        (required ? Required(key) : Optional(key)) is { } value ? Of(value, Log, $"“{key}”") : null;

    /// <summary>Reports the keys that nobody asked for.</summary>
    public void End()
    {
        foreach (var entry in node.Entries.Where(entry => !known.Contains(entry.Key)))
        {
            Log.Fatal("TPL-02", $"不认识的键“{entry.Key}”{Suggestion.For(entry.Key, known.Order(StringComparer.Ordinal))}", entry.KeyPlace);
        }
    }

    private T Parsed<T>(string key, YamlNode? value, T fallback, string wanted, Func<string, T?> parse) where T : struct
    {
        if (value is null)
        {
            return fallback;
        }

        if (value is YamlScalar { Text: { } text } && parse(text) is { } number)
        {
            return number;
        }

        Log.Fatal("TPL-04", $"“{key}”应当是{wanted}", value.Place);
        return fallback;
    }

    private YamlNode? Optional(string key)
    {
        known.Add(key);
        return entries.GetValueOrDefault(key)?.Value is { } value and not YamlScalar { Text: null } ? value : null;
    }

    private YamlNode? Required(string key)
    {
        if (Optional(key) is { } value)
        {
            return value;
        }

        Log.Fatal("TPL-03", $"缺少“{key}”", entries.GetValueOrDefault(key)?.KeyPlace ?? Place);
        return null;
    }
}
