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
internal sealed class NothingFound(string what) : DataObject
{
    public override string Label => what;

    public override bool IsPresent => false;

    public override string MemberMistake(string name) => $"{what}，因此没有“{name}”可用：请在数据中补上，或先用 if 判断";
}

/// <summary>Rows, records or figures in order. Read only.</summary>
/// <param name="label">What they are, for messages: 资料.出国团组, 表05.类.</param>
internal sealed class DataList(string label, IReadOnlyList<object?> items) : IReadOnlyList<object?>
{
    public string Label => label;

    public int Count => items.Count;

    public object? this[int index] => items[index];

    public IEnumerator<object?> GetEnumerator() => items.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => items.GetEnumerator();
}
