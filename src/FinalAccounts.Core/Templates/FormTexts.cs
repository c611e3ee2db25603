namespace FinalAccounts.Templates;

/// <summary>The words of the self-evaluation forms (自评表), read from forms.yaml.</summary>
/// <param name="Labels">By the name that docs/template-sets.md lists; what is left out is printed by its name.</param>
/// <param name="Notes">Printed below each form, a paragraph each (备注).</param>
public sealed record FormTexts(IReadOnlyDictionary<string, string> Labels, IReadOnlyList<string> Notes)
{
    /// <summary>No words of its own: labels by their names, no notes.</summary>
    public static readonly FormTexts Empty = new(new Dictionary<string, string>(), []);

    /// <summary>The label as printed.</summary>
    public string Label(string name) => Labels.GetValueOrDefault(name, name);
}
