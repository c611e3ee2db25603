using FinalAccounts.Comparison;
using FinalAccounts.Formulas;
using FinalAccounts.Service.Shell.Components;

namespace FinalAccounts.Service.Data;

/// <summary>Model of the partial <c>_Changes</c>: values that differ, printed as the set's form has them.</summary>
/// <param name="Set">Null when it is not known: then as they are kept.</param>
public sealed record ChangesTable(IReadOnlyList<ValueChange> Changes, CompiledSet? Set)
{
    /// <summary>Both values of a change.</summary>
    public ComparedValue Of(ValueChange change) => new ComparedValue(
        PrintedValue.Of(Set, change.Sheet, change.Column, change.IsFact, change.Before),
        PrintedValue.Of(Set, change.Sheet, change.Column, change.IsFact, change.After));
}
