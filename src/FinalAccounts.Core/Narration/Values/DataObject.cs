using FinalAccounts.Documents;

namespace FinalAccounts.Narration.Values;

/// <summary>A value that templates see: a copy of data, read by Chinese names, never written.</summary>
internal abstract class DataObject
{
    /// <summary>What it is called in messages: 收支总计, 资料.政府采购.总额.</summary>
    public abstract string Label { get; }

    /// <summary>Whether `if` takes it as true; blank data is false.</summary>
    public virtual bool IsPresent => true;

    /// <summary>The names after a dot.</summary>
    public virtual IEnumerable<string> Members => [];

    /// <summary>The value after a dot; null when there is no such name.</summary>
    public virtual object? Member(string name) => null;

    /// <summary>What to say when a name after a dot does not exist; null for the usual words.</summary>
    public virtual string? MemberMistake(string name) => null;
}

/// <summary>A value that stands for a cell or field: it can be traced and be blank.</summary>
internal abstract class CellValue : DataObject
{
    /// <summary>Where it came from.</summary>
    public abstract Origin Origin { get; }

    /// <summary>What is said when it is printed and blank.</summary>
    public virtual string BlankMessage =>
        $"{Label}没有数据：{Cells}是空的。请在数据中补上，或用 if 判断后不写这句话";

    private string Cells => Origin.Cells.Count == 0 ? "来源" : string.Join("、", Origin.Cells.Select(Described));

    private static string Described(OriginCell cell) => cell.Place is null ? cell.ToString() : $"{cell}（{cell.Place}）";
}
