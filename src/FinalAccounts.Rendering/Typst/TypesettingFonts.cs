using FinalAccounts.Rendering.Typefaces;

namespace FinalAccounts.Rendering.Typst;

/// <summary>The fonts of a theme as Typst is told them: for each role a list in order, the first that has a character sets it.</summary>
internal sealed record TypesettingFonts(IReadOnlyList<(string Role, IReadOnlyList<TypesettingFont> Fonts)> ByRole, IReadOnlyList<string> Files)
{
    /// <summary>The characters that the Latin font sets: printable ASCII and Latin letters, without punctuation that Chinese shares (·, ×, ÷, “”, —).</summary>
    public const string LatinPattern = @"[\u{20}-\u{7E}\u{A3}\u{A9}\u{AE}\u{C0}-\u{D6}\u{D8}-\u{F6}\u{F8}-\u{24F}]";

    // Free 楷体 have quotes of half the width; those of the body stand in for them.
    private const string Quotes = @"[\u{2018}\u{2019}\u{201C}\u{201D}]";

    private static readonly (string Name, FontRole Role)[] Roles =
    [
        ("body", FontRole.Body), ("title", FontRole.Title), ("heading1", FontRole.Heading1), ("heading2", FontRole.Heading2), ("table", FontRole.Table),
    ];

    /// <summary>The lists of the chosen fonts: Latin letters, the role's own, signs.</summary>
    public static TypesettingFonts Of(ChosenFonts chosen)
    {
        var latin = new TypesettingFont(chosen.Face(FontRole.Latin).TypesetterFamily, LatinPattern);
        var symbols = new TypesettingFont(chosen.Face(FontRole.Symbols).TypesetterFamily);
        return new TypesettingFonts(
            [.. Roles.Select(role => (role.Name, (IReadOnlyList<TypesettingFont>)[latin, .. Own(role.Role), symbols]))],
            [.. Enum.GetValues<FontRole>().Select(role => chosen.Face(role).Path).Distinct().Order(StringComparer.Ordinal)]);

        IEnumerable<TypesettingFont> Own(FontRole role) =>
            [.. role == FontRole.Heading2 ? (TypesettingFont[])[new(chosen.Face(FontRole.Body).TypesetterFamily, Quotes)] : [], new(chosen.Face(role).TypesetterFamily)];
    }
}

/// <summary>A family by the name that Typst knows it by.</summary>
/// <param name="Covers">The characters that it sets, as a pattern; null for all that it has.</param>
internal sealed record TypesettingFont(string Family, string? Covers = null);
