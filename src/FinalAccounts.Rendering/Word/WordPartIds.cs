namespace FinalAccounts.Rendering.Word;

/// <summary>The fixed relationship ids of the package's parts.</summary>
internal static class WordPartIds
{
    public const string Main = "rIdDocument";
    public const string Core = "rIdCore";
    public const string Application = "rIdApplication";
    public const string Styles = "rIdStyles";
    public const string Theme = "rIdTheme";
    public const string Fonts = "rIdFonts";
    public const string Settings = "rIdSettings";
    public const string Numbering = "rIdNumbering";
    public const string EmptyHeader = "rIdEmptyHeader";
    public const string DraftHeader = "rIdDraftHeader";
    public const string EmptyFooter = "rIdEmptyFooter";
    public const string OddSideFooter = "rIdOddSideFooter";
    public const string EvenSideFooter = "rIdEvenSideFooter";
    public const string OddFooter = "rIdOddFooter";
    public const string EvenFooter = "rIdEvenFooter";

    public static string Chart(uint number) => $"rIdChart{number}";
}
