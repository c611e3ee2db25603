using System.Linq.Expressions;
using System.Text.Json.Serialization;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Editions;

/// <summary>An edition in a list: what is shown and no more, since an edition's findings may be long.</summary>
public sealed record EditionSummary(
    string Unit, string UnitName, int Year, int Number, EditionState State, int Errors, DateTimeOffset At, string By, [property: JsonIgnore] EditionBasis Basis)
{
    /// <summary>Who, as people call them; <see cref="By"/> is the name that they sign in with, or a token's.</summary>
    public string ByName { get; init; } = By;

    internal static readonly Expression<Func<Edition, EditionSummary>> Of = edition => new EditionSummary(
        edition.Unit!.Code, edition.Unit.Name, edition.Year, edition.Number, edition.State, edition.Errors, edition.At, edition.By,
        new EditionBasis(edition.Id, edition.UnitId, edition.Year, edition.ImportId, edition.AccountsSha256, edition.TemplateSetHash));

    internal static readonly Func<Edition, EditionSummary> OfOne = Of.Compile();

    internal EditionSummary Named(PersonNames names) => this with { ByName = names.Of(By) };
}

/// <summary>What an edition was made of.</summary>
public sealed record EditionBasis(long Id, long UnitId, int Year, long ImportId, string AccountsSha256, string TemplateSetHash);
