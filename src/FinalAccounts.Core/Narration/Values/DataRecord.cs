namespace FinalAccounts.Narration.Values;

/// <summary>Values by name: a row of a table, a record or sheet of the facts, a group of such.</summary>
internal sealed class DataRecord(string label, IReadOnlyDictionary<string, object> values) : DataObject
{
    public override string Label => label;

    public override IEnumerable<string> Members => values.Keys;

    public override object? Member(string name) => values.GetValueOrDefault(name);
}

/// <summary>Values that are looked up by any name, made when asked for (原因.事项).</summary>
internal sealed class DataLookup(string label, IReadOnlyList<string> known, Func<string, object?> find) : DataObject
{
    public override string Label => label;

    public override IEnumerable<string> Members => known;

    public override object? Member(string name) => find(name);
}

/// <summary>What a search found when it found nothing: false in `if`, an error when used.</summary>
/// <param name="list">Where it was looked for: 资料.支出预算.</param>
/// <param name="place">Of that list; null when it came from no file.</param>
internal sealed class NothingFound(string list, string key, string content, Documents.Place? place) : DataObject
{
    // Said once for each content: a long one is cut.
    private const int Shown = 60;

    private readonly string content = content.Length <= Shown ? content : content[..Shown] + "…";

    public override string Label => $"{list}中没有{key}为“{content}”的记录";

    /// <summary>What is said when it is used.</summary>
    public MissingData Missing => new($"{list.Replace("资料.", "", StringComparison.Ordinal)}里没有{key}是这些的行：{{0}}。文字里要写到它们，请各补一行。", place)
    {
        Item = content,
        Sheet = list.StartsWith("资料.", StringComparison.Ordinal) ? list["资料.".Length..] : null,
        Key = key,
    };

    public override bool IsPresent => false;

}

/// <summary>Rows, records or figures in order. Read only.</summary>
/// <param name="label">What they are, for messages: 资料.出国团组, 表05.类.</param>
internal sealed class DataList(string label, IReadOnlyList<object?> items) : IReadOnlyList<object?>
{
    public string Label => label;

    /// <summary>The sheet of facts; null for rows of tables and what came from no file.</summary>
    public Documents.Place? Place { get; init; }

    /// <summary>Whether people fill it in: a sheet of facts.</summary>
    public bool IsFacts => label.StartsWith("资料.", StringComparison.Ordinal);

    public int Count => items.Count;

    public object? this[int index] => items[index];

    public IEnumerator<object?> GetEnumerator() => items.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => items.GetEnumerator();
}
