using FinalAccounts.Design;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Pages.Templates;

/// <summary>What the fields of a step hold; what a step does not ask is not in it.</summary>
public sealed class DesignForm
{
    private const int LongestLine = 200;

    /// <summary>Titles of parts by number.</summary>
    public Dictionary<string, string?> Parts { get; set; } = [];

    /// <summary>Titles of entries by part and number: 1-0.</summary>
    public Dictionary<string, string?> Items { get; set; } = [];

    /// <summary>extras, title, below, date.</summary>
    public Dictionary<string, string?> Cover { get; set; } = [];

    /// <summary>Marks by table.</summary>
    public Dictionary<string, string?> Marks { get; set; } = [];

    /// <summary>Whether zeros are printed, by table: true, false or nothing.</summary>
    public Dictionary<string, string?> Zeros { get; set; } = [];

    /// <summary>What is said of empty tables, by table.</summary>
    public Dictionary<string, string?> Empties { get; set; } = [];

    /// <summary>Values by the option's key.</summary>
    public Dictionary<string, string?> Options { get; set; } = [];

    /// <summary>The part that a left-out entry goes to, by what it prints.</summary>
    public Dictionary<string, string?> Into { get; set; } = [];

    /// <summary>The set's name.</summary>
    public string? Name { get; set; }

    /// <summary>The design with what the fields hold.</summary>
    public SetDesign Over(SetDesign design)
    {
        var changed = design.Titled(Texts(Parts), Texts(Items));
        return changed with
        {
            Name = Line(Name) is { Length: > 0 } name ? name : changed.Name,
            Options = SetChoice.All.Aggregate(changed.Options, (options, choice) => Options.TryGetValue(choice.Key, out var value) ? choice.Chosen(options, value ?? "") ?? options : options),
            Outline = changed.Outline with { Cover = Covered(changed.Outline.Cover) },
            Tables = changed.Tables.ToDictionary(table => table.Key, table => Touched(table.Value), StringComparer.Ordinal),
        };
    }

    private OutlineCover Covered(OutlineCover cover) => Cover.Count == 0 ? cover : new OutlineCover(
        Lines("title") is { Count: > 0 } title ? title : cover.TitleLines, Line(Cover.GetValueOrDefault("date")) ?? "", Lines("extras"))
    { Below = Lines("below") };

    private TableLayout Touched(TableLayout layout) => layout with
    {
        Mark = Marks.TryGetValue(layout.Key, out var mark) ? Line(mark) is { Length: > 0 } printed ? printed : null : layout.Mark,
        PrintZeros = Zeros.TryGetValue(layout.Key, out var zeros) ? zeros switch { "true" => true, "false" => false, _ => null } : layout.PrintZeros,
        EmptyStatement = Empties.TryGetValue(layout.Key, out var empty) && Line(empty) is { Length: > 0 } said ? said : layout.EmptyStatement,
    };

    private List<string> Lines(string key) => [.. (Cover.GetValueOrDefault(key) ?? "").Split('\n').Select(line => Line(line)!).Where(line => line.Length > 0).Take(12)];

    private static Dictionary<string, string> Texts(Dictionary<string, string?> typed) => typed.ToDictionary(entry => entry.Key, entry => Line(entry.Value) ?? "", StringComparer.Ordinal);

    // What a line cannot hold is left out of it.
    private static string? Line(string? text) => text is null ? null : new string([.. text.Where(character => !char.IsControl(character)).Take(LongestLine)]).Trim();
}
