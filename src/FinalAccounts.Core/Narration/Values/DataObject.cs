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

    /// <summary>What to do about it when it is blank.</summary>
    protected virtual string Remedy => "请填写";

    /// <summary>What is said when it is printed and blank.</summary>
    public virtual MissingData Missing
    {
        get
        {
            const int listed = 3;
            var blank = Origin.Cells.Where(cell => cell.Value is null).ToList();
            var cells = blank.Count == 0 ? Label : string.Join("、", blank.Take(listed).Select(Described)) + (blank.Count > listed ? $"等{blank.Count}格" : "");
            return new MissingData($"{cells}是空的，文字里要写到它。{Remedy}。", blank.FirstOrDefault(cell => cell.Place is not null)?.Place);
        }
    }

    /// <summary>A cell as the import calls it: 政府采购，“总额”.</summary>
    internal static string Described(OriginCell cell) => $"{cell.Table}{(cell.Row.StartsWith('第') || cell.Row.Length == 0 ? cell.Row : $"“{cell.Row}”行")}，“{cell.Column}”";
}
