using FinalAccounts.Templates;

namespace FinalAccounts.Service.Data;

/// <summary>Model of the partial <c>_FactInput</c>: the control of one field.</summary>
/// <param name="Field">What it holds.</param>
/// <param name="Name">The control's name.</param>
/// <param name="Id">Its id, for a label; null where <paramref name="Label"/> names it.</param>
/// <param name="Value">As typed.</param>
/// <param name="Label">The accessible name where there is no label element.</param>
public sealed record FactInput(FactField Field, string Name, string? Id, string Value, string? Label = null)
{
    /// <summary>Whether what was typed was refused.</summary>
    public bool Invalid { get; init; }
}
