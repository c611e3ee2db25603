using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Editions;

/// <summary>The addresses of pages of editions.</summary>
public static class EditionPaths
{
    /// <summary>The page of an edition, whose unit is loaded.</summary>
    public static string Of(Edition edition) => Of(edition.Unit!.Code, edition.Year, edition.Number);

    /// <summary>The page of an edition.</summary>
    public static string Of(string unit, int year, int number) => $"{OfUnit(unit, year)}/{number}";

    /// <summary>The list of a unit's editions of a year.</summary>
    public static string OfUnit(string unit, int year) => $"/units/{Uri.EscapeDataString(unit)}/years/{year}/editions";
}
