namespace FinalAccounts.Rendering.Typefaces;

/// <summary>One face of a font file: the family names it answers to, and which characters it can draw.</summary>
internal sealed class FontFace(string path, IReadOnlyList<string> families, IReadOnlyDictionary<string, SfntTable> tables)
{
    private readonly Lazy<CharacterMap> characters = new(() => CharacterMap.Read(path, tables));

    public string Path { get; } = path;

    /// <summary>In every language that the file names them.</summary>
    public IReadOnlyList<string> Families { get; } = families;

    public bool Draws(int codePoint) => characters.Value.Contains(codePoint);

    /// <summary>The other characters that look the same because they share the glyph.</summary>
    public IEnumerable<int> Twins(int codePoint) => characters.Value.Twins(codePoint);
}

/// <summary>Where a table of a font file stands.</summary>
internal readonly record struct SfntTable(uint Offset, uint Length);
