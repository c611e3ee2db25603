using FinalAccounts.Narration;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Templates.Workbench;

/// <summary>A part of the outline as the workbench lists it.</summary>
public sealed record WorkbenchPart(string Title, IReadOnlyList<WorkbenchItem> Items)
{
    internal static IReadOnlyList<WorkbenchPart> Of(TemplateSet set, IReadOnlyList<OutlineEntry> entries, IReadOnlyList<TemplateDraft> drafts, string me, Func<string, string> nameOf)
    {
        var files = WorkbenchFile.Of(set).ToDictionary(file => file.Path);
        var parts = entries.GroupBy(entry => entry.Part)
            .Select(part => new WorkbenchPart(part.Key, [.. part.Select(entry => Item(entry.Title ?? NameOf(entry.Item) ?? part.Key, entry.Item.Section))])).ToList();
        var rest = files.Values.Where(file => entries.All(entry => entry.Item.Section != file.Path)).ToList();
        if (rest.Count > 0)
        {
            parts.Add(new WorkbenchPart("不单独成节的", [.. rest.Select(file => Item(file.Name == "句式" ? "各节共用的句式" : file.Name, file.Path))]));
        }

        return parts;

        WorkbenchItem Item(string title, string? path) => new(title, path)
        {
            Own = path is not null && files.TryGetValue(path, out var file) && file.Owner == set.Key && set.Parent is not null,
            MyDraft = drafts.Any(draft => draft.Path == path && draft.By == me),
            Others = [.. drafts.Where(draft => draft.Path == path && draft.By != me).Select(draft => nameOf(draft.By)).Order(StringComparer.Ordinal)],
        };
    }

    private static string? NameOf(OutlineItem item) => item.Section is { } path ? System.IO.Path.GetFileNameWithoutExtension(path) : item.Table ?? item.Annex;
}

/// <summary>An entry of the outline.</summary>
/// <param name="Title">As printed.</param>
/// <param name="Path">The template; null for a table or annex, which has none.</param>
public sealed record WorkbenchItem(string Title, string? Path)
{
    /// <summary>Whether the set has a text of its own in place of, or besides, its parent's.</summary>
    public bool Own { get; init; }

    /// <summary>Whether the asker has a draft of it.</summary>
    public bool MyDraft { get; init; }

    /// <summary>Who else has one.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];
}
