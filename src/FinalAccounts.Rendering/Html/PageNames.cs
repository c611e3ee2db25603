namespace FinalAccounts.Rendering.Html;

/// <summary>The names that page setups have in CSS, as class and as named page.</summary>
internal static class PageNames
{
    public static IEnumerable<PageSetup> All =>
        from orientation in Enum.GetValues<PageOrientation>()
        from kind in Enum.GetValues<PageKind>()
        from numbered in (IEnumerable<bool>)[true, false]
        select new PageSetup(orientation, numbered, kind);

    public static string Of(PageSetup page) =>
        (page.Orientation == PageOrientation.Landscape ? "landscape" : "portrait")
        + (page.Kind == PageKind.Tables ? "-tables" : "") + (page.Numbered ? "" : "-bare");
}
