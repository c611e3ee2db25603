namespace FinalAccounts.Rendering.Typefaces;

/// <summary>One face of a font file: the family names it answers to, and which characters it can draw.</summary>
internal sealed class FontFace(string path, IReadOnlyList<string> families, string typesetterFamily, IReadOnlyDictionary<string, SfntTable> tables)
{
    private readonly Lazy<CharacterMap> characters = new(() => CharacterMap.Read(path, tables));

    public string Path { get; } = path;

    /// <summary>In every language that the file names them.</summary>
    public IReadOnlyList<string> Families { get; } = families;

    /// <summary>The one name by which Typst knows the family.</summary>
    public string TypesetterFamily { get; } = typesetterFamily;

    public bool Draws(int codePoint) => characters.Value.Contains(codePoint);
}

/// <summary>Where a table of a font file stands.</summary>
internal readonly record struct SfntTable(uint Offset, uint Length);
