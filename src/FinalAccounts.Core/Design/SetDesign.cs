using System.Globalization;
using System.Text;
using FinalAccounts.Templates;
using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Design;

/// <summary>A new set that is put together by choosing: its head, its options, its outline and single lines of its tables, over those of the set that it is like. Everything else it inherits.</summary>
/// <param name="Key">Region and year: guizhou-2024.</param>
/// <param name="Like">The set that it is like, and inherits from.</param>
/// <param name="Tables">The layouts by key, with what was changed of them; those that are left out are among them.</param>
public sealed record SetDesign(string Key, string Name, int FiscalYear, string Region, TemplateSet Like, SetOptions Options, Outline Outline, IReadOnlyDictionary<string, TableLayout> Tables)
{
    /// <summary>The design as its files say it; no value when they cannot be read.</summary>
    /// <param name="source">With the files over the sets that there are.</param>
    public static Result<SetDesign> Read(ITemplateSource source, string key)
    {
        var (set, log) = new TemplateSetReader(source).ReadLogged(key);
        if (set?.Parent is not { } parent || new TemplateSetReader(source).Read(parent).Value is not { } like)
        {
            return new Result<SetDesign>(null, log.Findings);
        }

        var tables = set.Tables.Concat(like.Tables.Where(layout => set.Tables.All(own => own.Key != layout.Key))).ToDictionary(layout => layout.Key, StringComparer.Ordinal);
        return new Result<SetDesign>(new SetDesign(key, set.Name, set.FiscalYear, set.Region, like, set.Options, set.Outline, tables), log.Findings);
    }

    /// <summary>The set's files. Tables that the outline does not have are taken away, so that no unit is asked for them.</summary>
    public SetFolder Files()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal) { [TemplateFileKinds.Head] = Head(), ["outline.yaml"] = OutlineText.Of(Outline) };
        foreach (var layout in Printed)
        {
            if (Change(layout) is { } change)
            {
                files[$"tables/{layout.Key}.yaml"] = change;
            }
        }

        return new SetFolder(Key, files);
    }

    /// <summary>The tables that are printed, in their order.</summary>
    public IEnumerable<TableLayout> Printed => Outline.Items.Select(item => item.Table).OfType<string>().Select(key => Tables.GetValueOrDefault(key)).OfType<TableLayout>();

    /// <summary>The entries of the set that it is like which are left out, each with the number of its part there.</summary>
    public IReadOnlyList<(OutlineItem Item, int Part)> LeftOut
    {
        get
        {
            var taken = Outline.Items.Select(Content).ToHashSet();
            return
            [
                .. Like.Outline.Parts.SelectMany((part, number) => part.Items.Select(item => (item, number))).Where(entry => !taken.Contains(Content(entry.item))),
                .. Tables.Values.Where(layout => !taken.Contains(layout.Key) && Like.Outline.Parts.All(part => part.Items.All(item => item.Table != layout.Key)))
                    .Select(layout => (new OutlineItem(layout.Name) { Table = layout.Key }, 0)),
            ];
        }
    }

    /// <summary>What an entry prints.</summary>
    public static string Content(OutlineItem item) => item.Section ?? item.Table ?? item.Annex ?? "";

    private string Head()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"name: {YamlText.Of(Name)}\nfiscalYear: {FiscalYear}\nregion: {YamlText.Of(Region)}\nparent: {Like.Key}\n");
        var options = SetChoice.All.Where(choice => choice.Get(Options) != choice.Get(Like.Options)).ToList();
        text.Append(options.Count == 0 ? "" : $"options:\n{string.Concat(options.Select(choice => $"  {choice.Key}: {Value(choice)}\n"))}");
        var removed = Like.Tables.Select(layout => layout.Key).Except(Outline.Tables).ToList();
        return text.Append(removed.Count == 0 ? "" : $"remove:\n  tables: {YamlText.List(removed)}\n").ToString();
    }

    // Numbers and true, false stand bare.
    private string Value(SetChoice choice) => choice.Get(Options) is var value && (value is "true" or "false" || decimal.TryParse(value, CultureInfo.InvariantCulture, out _)) ? value : YamlText.Of(value);

    private string? Change(TableLayout layout)
    {
        var before = Like.Tables.FirstOrDefault(table => table.Key == layout.Key);
        var text = new StringBuilder();
        Add("mark", layout.Mark, before?.Mark);
        Add("emptyStatement", layout.EmptyStatement, before?.EmptyStatement);
        if (layout.PrintZeros is { } zeros && zeros != before?.PrintZeros)
        {
            text.Append(zeros ? "printZeros: true\n" : "printZeros: false\n");
        }

        return text.Length == 0 ? null : $"change: {layout.Key}\n{text}";

        void Add(string key, string? now, string? then) => text.Append(now == then ? "" : $"{key}: {(now is null ? "null" : YamlText.Of(now))}\n");
    }
}
