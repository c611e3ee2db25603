using System.Collections.Concurrent;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.InForce;

/// <summary>The shipped sets and the published versions over them, at one moment. Many requests share them.</summary>
public sealed class TemplateLayers
{
    private readonly TemplateSnapshot shipped;
    private readonly Dictionary<(string Set, string Path), PublishedFile> published;
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> lineages = new(StringComparer.Ordinal);

    /// <param name="shipped">The folders that came with the program.</param>
    /// <param name="latest">The highest published version of each file.</param>
    public TemplateLayers(TemplateSnapshot shipped, IEnumerable<PublishedFile> latest)
    {
        this.shipped = shipped;
        published = latest.ToDictionary(version => (version.Set, version.Path));
        InForce = With("", []);
    }

    /// <summary>What counts.</summary>
    public TemplateSnapshot InForce { get; }

    /// <summary>The version of a file that counts; null where none was published.</summary>
    public PublishedFile? Published(string set, string path) => published.GetValueOrDefault((set, path));

    /// <summary>The published versions of a set's files that have a text, in the order of their paths.</summary>
    public IReadOnlyList<PublishedFile> PublishedOf(string set) =>
        [.. published.Values.Where(version => version.Set == set && version.Content is not null).OrderBy(version => version.Path, StringComparer.Ordinal)];

    /// <summary>What would count if these files of a set were published. A file without text gives way to the shipped one.</summary>
    public TemplateSnapshot With(string set, IReadOnlyList<ProposedFile> files)
    {
        var over = published.Values.Where(version => version.Content is not null)
            .ToDictionary(version => (version.Set, version.Path), version => version.Content!);
        foreach (var file in files)
        {
            over.Remove((set, file.Path));
            if (file.Content is not null)
            {
                over[(set, file.Path)] = file.Content;
            }
        }

        return TemplateSnapshot.Take(shipped, over.Select(pair => (pair.Key.Set, pair.Key.Path, pair.Value)));
    }

    /// <summary>The text of a file that counts for a set, its own or an inherited one, and whose it is.</summary>
    public (string Text, string Owner)? Find(string set, string path) => SetLineage.Find(InForce, Lineage(set), path);

    /// <summary>The text under the published versions of a set's file: the shipped one, else the inherited one; null when there is none.</summary>
    public (string Text, string Owner)? Below(string set, string path) =>
        SetLineage.Find(shipped, [set], path) is { } own ? own : SetLineage.Find(InForce, Lineage(set).Skip(1), path);

    /// <summary>The set and those it inherits from.</summary>
    public IReadOnlyList<string> Lineage(string set) => lineages.GetOrAdd(set, one => SetLineage.Of(InForce, one));
}

/// <summary>The published version of a file that counts.</summary>
/// <param name="Content">Null where it removes the file: the shipped or inherited one shows again.</param>
public sealed record PublishedFile(string Set, string Path, int Number, string? Content);
