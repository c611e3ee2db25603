using System.Linq.Expressions;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Editions;

/// <summary>An edition in a list: what is shown and no more, since an edition's findings may be long.</summary>
public sealed record EditionSummary(string Unit, string UnitName, int Year, int Number, EditionState State, int Errors, DateTimeOffset At, string By)
{
    internal static readonly Expression<Func<Edition, EditionSummary>> Of = edition => new EditionSummary(
        edition.Unit!.Code, edition.Unit.Name, edition.Year, edition.Number, edition.State, edition.Errors, edition.At, edition.By);

    internal static readonly Func<Edition, EditionSummary> OfOne = Of.Compile();
}
