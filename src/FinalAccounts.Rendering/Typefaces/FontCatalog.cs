namespace FinalAccounts.Rendering.Typefaces;

/// <summary>The fonts installed on this machine, found by any of their family names.</summary>
public sealed class FontCatalog
{
    private readonly Dictionary<string, FontFace> faces = new(StringComparer.OrdinalIgnoreCase);

    private FontCatalog()
    {
    }

    /// <summary>How many family names are known.</summary>
    public int Count => faces.Count;

    /// <summary>Reads the names of all installed fonts. A file that cannot be read is as if it were not installed.</summary>
    public static FontCatalog ReadInstalled() => Read(FontFiles.All());

    /// <summary>Reads the names in these font files.</summary>
    public static FontCatalog Read(IEnumerable<string> files)
    {
        var catalog = new FontCatalog();
        foreach (var file in files)
        {
            foreach (var face in ReadFaces(file))
            {
                foreach (var family in face.Families)
                {
                    catalog.faces.TryAdd(family, face);
                }
            }
        }
        return catalog;
    }

    /// <summary>Whether characters of the data can be set in body text and tables of a theme; null when a font of it is not installed, which rendering says.</summary>
    public Func<int, bool>? Draws(ThemeFonts preferences) => TryChoose(preferences) is { } chosen ? chosen.DrawsText : null;

    private ChosenFonts? TryChoose(ThemeFonts preferences)
    {
        try
        {
            return Choose(preferences);
        }
        catch (Foundations.RenderingException)
        {
            return null;
        }
    }

    /// <summary>Chooses for every role the first installed font of its list.</summary>
    /// <exception cref="RenderingException">Of some role's list no font is installed.</exception>
    public ChosenFonts Choose(ThemeFonts preferences) => ChosenFonts.From(preferences, this);

    internal FontFace? Find(string family) => faces.GetValueOrDefault(family);

    private static IReadOnlyList<FontFace> ReadFaces(string file)
    {
        try
        {
            return SfntReader.Read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentOutOfRangeException)
        {
            return [];
        }
    }
}
