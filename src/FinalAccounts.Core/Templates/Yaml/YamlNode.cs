namespace FinalAccounts.Templates.Yaml;

/// <summary>A node of a YAML file with its place; anchors, aliases and tags do not occur.</summary>
internal abstract record YamlNode(Place Place);

/// <summary>A text. <see cref="TextPlace"/> is where its first character stands, behind an opening quotation mark.</summary>
/// <param name="Text">Null for a plain null, ~ or nothing.</param>
internal sealed record YamlScalar(string? Text, Place Place, Place TextPlace) : YamlNode(Place);

/// <summary>A list.</summary>
internal sealed record YamlSequence(IReadOnlyList<YamlNode> Items, Place Place) : YamlNode(Place);

/// <summary>A mapping, keys in the order of the file.</summary>
internal sealed record YamlMapping(IReadOnlyList<YamlEntry> Entries, Place Place) : YamlNode(Place);

/// <summary>A key with its value.</summary>
internal sealed record YamlEntry(string Key, Place KeyPlace, YamlNode Value);
