using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>Reads forms.yaml: labels by name, notes.</summary>
internal static class FormTextsReader
{
    /// <summary>The words of the forms; mistakes go to the log.</summary>
    public static FormTexts Read(MapReader map)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in map.Map("labels")?.Entries ?? [])
        {
            if (Scalars.Text(entry.Value, entry.Key, map.Log) is { } text)
            {
                labels[entry.Key] = text;
            }
        }

        var notes = map.Texts("notes");
        map.End();
        return new FormTexts(labels, notes);
    }
}
