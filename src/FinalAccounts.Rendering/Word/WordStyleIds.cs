using System.Globalization;

namespace FinalAccounts.Rendering.Word;

/// <summary>The ids of the styles that paragraphs, runs and tables name; <see cref="WordStyles"/> defines them.</summary>
internal static class WordStyleIds
{
    public const string Normal = "Normal";
    public const string Body = "BodyIndent";
    public const string Centered = "CenteredText";
    public const string Caption = "Caption";
    public const string TableNote = "TableNote";
    public const string TableFrame = "TableFrame";
    public const string TableText = "TableText";
    public const string FormText = "FormText";
    public const string PlainTableText = "PlainTableText";
    public const string Grid = "AccountsGrid";
    public const string ListItem = "ListItem";
    public const string Picture = "Picture";
    public const string CoverTitle = "CoverTitle";
    public const string CoverDate = "CoverDate";
    public const string CoverLine = "CoverLine";
    public const string CoverDraft = "CoverDraft";
    public const string ContentsTitle = "ContentsTitle";
    public const string PartTitle = "PartTitle";
    public const string TableTitle = "TableTitle";
    public const string Header = "Header";
    public const string Footer = "Footer";
    public const string Box = "Box";

    /// <summary>Carries a section's end or keeps two tables apart; as good as invisible.</summary>
    public const string Divider = "Divider";

    /// <summary>How many levels of headings and contents have a style of their own.</summary>
    public const int Levels = 4;

    /// <summary>Word's own heading styles; the contents list levels 1 and 2 of them.</summary>
    public static string Heading(int level) => $"Heading{Level(level)}";

    /// <summary>Looks like a heading of running text; not listed in the contents by its style.</summary>
    public static string UnlistedHeading(int level) => $"UnlistedHeading{Level(level)}";

    public static string Contents(int level) => $"TOC{Level(level)}";

    /// <summary>The style of table text in a size of its own in pt; the style itself for null.</summary>
    public static string Sized(string style, double? size) => size is { } points ? string.Create(CultureInfo.InvariantCulture, $"{style}{points * 10:0}") : style;

    private static int Level(int level) => Math.Clamp(level, 1, Levels);
}
