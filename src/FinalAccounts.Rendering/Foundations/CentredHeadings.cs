namespace FinalAccounts.Rendering.Foundations;

/// <summary>Headings that stand in the middle of the page.</summary>
internal static class CentredHeadings
{
    /// <summary>Their size in pt; null for a heading that begins at the left.</summary>
    public static double? Size(HeadingStyle style, Theme theme) => style switch
    {
        HeadingStyle.Part => theme.TitleSize,
        HeadingStyle.TableTitle => theme.BodySize,
        _ => null,
    };
}
