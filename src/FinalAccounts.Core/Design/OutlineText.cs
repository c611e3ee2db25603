using System.Text;
using FinalAccounts.Templates;
using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Design;

/// <summary>An outline as outline.yaml says it: what <see cref="Templates.Reading.OutlineReader"/> reads back.</summary>
internal static class OutlineText
{
    /// <summary>The file's text.</summary>
    public static string Of(Outline outline)
    {
        var text = new StringBuilder("cover:\n");
        text.Append($"  title: {YamlText.List(outline.Cover.TitleLines)}\n");
        Line(text, "  date", outline.Cover.Date.Length > 0 ? outline.Cover.Date : null);
        List(text, "  extras", outline.Cover.Extras);
        List(text, "  below", outline.Cover.Below);
        Line(text, "contents", outline.ContentsTitle);
        Line(text, "runningHead", outline.RunningHead);
        Line(text, "fileName", outline.FileName);
        text.Append("parts:\n");
        foreach (var part in outline.Parts)
        {
            text.Append($"  - title: {YamlText.Of(part.Title)}\n");
            Line(text, "    contents", part.ContentsText);
            text.Append(part.TitlePage ? "    titlePage: true\n" : "").Append("    items:\n");
            foreach (var item in part.Items)
            {
                text.Append($"      - {{{string.Join(", ", Entries(item).Select(entry => $"{entry.Key}: {entry.Value}"))}}}\n");
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static IEnumerable<(string Key, string Value)> Entries(OutlineItem item)
    {
        yield return ("title", item.Title is null ? "null" : YamlText.Of(item.Title));
        foreach (var (key, value) in new[] { ("section", item.Section), ("table", item.Table), ("annex", item.Annex), ("contents", item.ContentsText), ("when", item.When) })
        {
            if (value is not null)
            {
                yield return (key, YamlText.Of(value));
            }
        }
    }

    private static void Line(StringBuilder text, string key, string? value) => text.Append(value is null ? "" : $"{key}: {YamlText.Of(value)}\n");

    private static void List(StringBuilder text, string key, IReadOnlyList<string> values) => text.Append(values.Count == 0 ? "" : $"{key}: {YamlText.List(values)}\n");
}
