namespace FinalAccounts.Rendering.Typefaces;

/// <summary>One installed font for every role of a theme.</summary>
public sealed class ChosenFonts
{
    private static readonly (FontRole Role, string Label, Func<ThemeFonts, IReadOnlyList<string>> Names)[] Roles =
    [
        (FontRole.Body, "正文字体", fonts => fonts.Body),
        (FontRole.Title, "标题字体", fonts => fonts.Title),
        (FontRole.Heading1, "一级标题字体", fonts => fonts.Heading1),
        (FontRole.Heading2, "二级标题字体", fonts => fonts.Heading2),
        (FontRole.Table, "表格字体", fonts => fonts.Table),
        (FontRole.Latin, "西文字体", fonts => fonts.Latin),
        (FontRole.Symbols, "符号字体", fonts => fonts.Symbols),
    ];

    private readonly Dictionary<FontRole, (string Name, FontFace Face)> chosen;

    private ChosenFonts(Dictionary<FontRole, (string Name, FontFace Face)> chosen, IReadOnlyList<string> substitutions)
    {
        this.chosen = chosen;
        Substitutions = substitutions;
    }

    /// <summary>A sentence in Chinese for every role that did not get its first choice, for the manifest.</summary>
    public IReadOnlyList<string> Substitutions { get; }

    /// <summary>The chosen fonts as preference lists of one.</summary>
    public ThemeFonts Fonts => new()
    {
        Body = [chosen[FontRole.Body].Name],
        Title = [chosen[FontRole.Title].Name],
        Heading1 = [chosen[FontRole.Heading1].Name],
        Heading2 = [chosen[FontRole.Heading2].Name],
        Table = [chosen[FontRole.Table].Name],
        Latin = [chosen[FontRole.Latin].Name],
        Symbols = [chosen[FontRole.Symbols].Name],
    };

    internal static ChosenFonts From(ThemeFonts preferences, FontCatalog catalog)
    {
        var chosen = new Dictionary<FontRole, (string, FontFace)>();
        var substitutions = new List<string>();
        var missing = new List<string>();
        foreach (var (role, label, list) in Roles)
        {
            var names = list(preferences);
            var name = names.FirstOrDefault(name => catalog.Find(name) is not null);
            if (name is null)
            {
                missing.Add($"{label}（{string.Join("、", names)}）");
                continue;
            }
            chosen.Add(role, (name, catalog.Find(name)!));
            if (name != names[0])
            {
                substitutions.Add($"{label}‘{names[0]}’未安装，使用‘{name}’");
            }
        }
        return missing.Count == 0
            ? new ChosenFonts(chosen, substitutions)
            : throw new RenderingException($"没有可用的字体：{string.Join("；", missing)}。请安装其中任一字体，或在 theme.yaml 中改用已安装的字体。");
    }

    /// <summary>Whether the character can be set in this role: by the Latin font where it is Latin, the role's own, or the one for signs.</summary>
    internal bool Draws(FontRole role, int codePoint) =>
        (Html.FontCss.IsLatin(codePoint) && chosen[FontRole.Latin].Face.Draws(codePoint))
        || chosen[role].Face.Draws(codePoint)
        || chosen[FontRole.Symbols].Face.Draws(codePoint);

    /// <summary>Whether a character of the data can be set: in body text and in tables.</summary>
    internal bool DrawsText(int codePoint) => Draws(FontRole.Body, codePoint) && Draws(FontRole.Table, codePoint);

    /// <summary>The face chosen for a role.</summary>
    internal FontFace Face(FontRole role) => chosen[role].Face;

    /// <summary>The role's name for people.</summary>
    internal static string Label(FontRole role) => Roles.Single(entry => entry.Role == role).Label;
}
