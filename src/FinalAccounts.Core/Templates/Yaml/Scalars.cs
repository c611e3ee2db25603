namespace FinalAccounts.Templates.Yaml;

/// <summary>Texts of a YAML file.</summary>
internal static class Scalars
{
    /// <summary>The node's text; null, and reported, when it is none or blank.</summary>
    public static string? Text(YamlNode node, string what, FindingLog log)
    {
        if (node is YamlScalar { Text: { } text } && !string.IsNullOrWhiteSpace(text))
        {
            return text.TrimEnd('\n');
        }

        log.Fatal("TPL-04", $"“{what}”应当是文字，不能为空", node.Place);
        return null;
    }
}
