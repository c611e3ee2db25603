using FinalAccounts.Documents;

namespace FinalAccounts.Rendering.Html;

/// <summary>The names that page setups have in CSS, as class and as named page.</summary>
internal static class PageNames
{
    public static IEnumerable<PageSetup> All =>
        Enum.GetValues<PageOrientation>().SelectMany(orientation =>
            (IEnumerable<PageSetup>)[new(orientation, Numbered: true), new(orientation, Numbered: false)]);

    public static string Of(PageSetup page) =>
        (page.Orientation == PageOrientation.Landscape ? "landscape" : "portrait") + (page.Numbered ? "" : "-bare");
}
