namespace FinalAccounts.Narration.Shapes;

/// <summary>What a name of a template stands for, whatever the unit: which names may follow after a dot.</summary>
internal abstract record DataShape
{
    /// <summary>Not known, or anything: nothing is said of what follows.</summary>
    public static DataShape Any { get; } = new AnyShape();

    /// <summary>What may stand after a dot; null when the name does not exist there.</summary>
    public virtual DataShape? Member(string name) => Any;

    /// <summary>One of the shapes, where they say the same; else nothing is known.</summary>
    public static DataShape Either(DataShape a, DataShape b) => ReferenceEquals(a, b) || (a is ListShape one && b is ListShape other && ReferenceEquals(one.Element, other.Element)) ? a : Any;

    private sealed record AnyShape : DataShape;
}

/// <summary>A figure: only its name can be asked for.</summary>
internal sealed record FigureShape(string Label) : DataShape
{
    public override DataShape? Member(string name) => name == "名称" ? Any : null;
}

/// <summary>A record, a row or a group: its own names and no others.</summary>
/// <param name="Label">For messages: 资料.政府采购.</param>
internal sealed record RecordShape(string Label, IReadOnlyDictionary<string, DataShape> Members) : DataShape
{
    public override DataShape? Member(string name) => Members.GetValueOrDefault(name);
}

/// <summary>Rows or records.</summary>
internal sealed record ListShape(string Label, DataShape Element) : DataShape
{
    public override DataShape? Member(string name) => null;
}
