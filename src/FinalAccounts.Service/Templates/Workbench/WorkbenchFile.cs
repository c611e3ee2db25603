using FinalAccounts.Narration;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Templates.Workbench;

/// <summary>A template of a set as the workbench opens it.</summary>
/// <param name="Path">In the set: sections/收入.sbn.</param>
/// <param name="Owner">The set that its text in force is taken from.</param>
/// <param name="Overrides">The set whose file it replaces; null when none.</param>
/// <param name="Text">The text in force.</param>
internal sealed record WorkbenchFile(string Path, string Owner, string? Overrides, string Text)
{
    /// <summary>As the outline lists it when no entry prints it: 句式.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The narrative templates of a set, in ordinal order; the shared phrases last.</summary>
    public static IReadOnlyList<WorkbenchFile> Of(TemplateSet set) =>
    [
        .. set.Sections.Values
            .Select(section => (section, file: set.Files.FirstOrDefault(file => file.Path == section.File)))
            .Select(pair => new WorkbenchFile(pair.section.File, pair.file?.Set ?? set.Key, pair.file?.Overrides, pair.section.Text))
            .OrderBy(file => file.Path == Narrator.PhrasesFile).ThenBy(file => file.Path, StringComparer.Ordinal),
    ];

    /// <summary>One of them; null when the set has no such template.</summary>
    public static WorkbenchFile? Find(TemplateSet set, string? path) => path is null ? null : Of(set).FirstOrDefault(file => file.Path == path);
}
