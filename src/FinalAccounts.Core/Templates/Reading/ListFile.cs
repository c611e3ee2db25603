using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>A file that is a list of mappings.</summary>
internal static class ListFile
{
    /// <summary>A reader for each item; what is no mapping is reported and left out.</summary>
    public static IEnumerable<MapReader> Maps(YamlNode root, FindingLog log, string what)
    {
        if (root is YamlSequence list)
        {
            return list.Items.Select(item => MapReader.Of(item, log, what)).OfType<MapReader>();
        }

        // A file of comments only is an empty list.
        if (root is not YamlScalar { Text: null })
        {
            log.Fatal("TPL-04", $"文件应当是列表，{what}一项，以“- ”开头", root.Place);
        }

        return [];
    }
}
