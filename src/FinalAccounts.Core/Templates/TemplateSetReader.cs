using FinalAccounts.Templates.Reading;
using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates;

/// <summary>Reads a template set, laid over its parents, and reports every mistake in it with file, line and column.</summary>
public sealed class TemplateSetReader(ITemplateSource source)
{
    /// <summary>A file of a set is at most this long.</summary>
    public const int MaxFileBytes = 1_000_000;

    private const int MaxParents = 5;

    /// <summary>The set as its files say it; no value when anything in them is wrong. Its formulas are checked when it is compiled.</summary>
    public Result<TemplateSet> Read(string key)
    {
        var (set, log) = ReadLogged(key);
        return new Result<TemplateSet>(log.HasFatal ? null : set, log.Findings);
    }

    /// <summary>The set as far as it could be read, with what was wrong, so that its formulas are checked and reported in the same go.</summary>
    internal (TemplateSet? Set, FindingLog Log) ReadLogged(string key)
    {
        var log = new FindingLog();
        return (ReadSet(key, log), log);
    }

    /// <summary>The sets there are, in ordinal order; one whose set.yaml cannot be read is left out.</summary>
    public IReadOnlyList<SetSummary> Summaries() => source is TemplateSnapshot snapshot ? snapshot.Summaries : SummariesOf(source);

    /// <summary>The same, read anew.</summary>
    internal static IReadOnlyList<SetSummary> SummariesOf(ITemplateSource source)
    {
        var reader = new TemplateSetReader(source);
        return [.. source.Sets
            .Select(key => reader.Head(key, [], new FindingLog()))
            .OfType<SetHead>()
            .Select(head => new SetSummary(head.Key, head.Name, head.FiscalYear, head.Region, head.Parent))];
    }

    private TemplateSet? ReadSet(string key, FindingLog log)
    {
        if (!source.Sets.Contains(key))
        {
            log.Fatal("TPL-06", $"没有模板集“{key}”{Suggestion.For(key, source.Sets)}（模板集是含 set.yaml 的文件夹）", new Place(key));
            return null;
        }

        var lineage = new List<string>();
        var removals = new Removals(lineage);
        if (Head(key, lineage, log, removals) is not { } head)
        {
            return null;
        }

        var files = new SetFiles(source, lineage, log);
        var changes = new List<SetChange>();
        var tables = new TableFiles(files, lineage, removals, changes, log).Read();
        var sections = Sections(files, removals);
        var facts = new FactFiles(files, lineage, removals, changes, log).Read();
        var classification = files.Map("subjects.yaml", required: false) is { } subjects ? SubjectsReader.Read(subjects) : Classification.Empty;
        ReportOtherYears(tables, classification, head.FiscalYear, log);
        var metricDefinitions = Named("metrics", required: true, "name", "指标") is { } metrics ? MetricsReader.Read(metrics, log) : [];
        var rules = Named("rules", required: false, "code", "规则") is { } ruleList ? RulesReader.Read(ruleList, log) : [];
        var charts = Named("charts", required: false, "name", "图") is { } chartList ? ChartsReader.Read(chartList, log) : [];
        var removed = new RemovedNames(
            removals.Names("tables").Except(tables.Select(table => table.Key)).ToHashSet(), removals.Names("metrics").Except(metricDefinitions.Select(metric => metric.Name)).ToHashSet(),
            removals.Names("facts").Except(facts.Sheets.Select(sheet => sheet.Name)).ToHashSet())
        {
            Charts = removals.Names("charts").Except(charts.Select(chart => chart.Name)).ToHashSet(),
        };
        var statements = files.Below("statements/", ".yaml").Prepend("statements.yaml").Select(path => files.Map(path, required: false)).OfType<MapReader>()
            .OrderBy(map => ListMerge.Level(lineage, ListMerge.Owner(map.Place)))
            .Select(map => (map.Place.File, Rules: new StatementsReader(map, facts, metricDefinitions, tables, removed).Read())).ToList();
        var entries = new List<SetEntry>();
        StatementEntries.Note(statements, entries, changes);
        var set = new TemplateSet(head.Key, head.Name, head.FiscalYear, head.Region, head.Parent)
        {
            Options = head.Options,
            Tables = tables,
            Sections = sections,
            Facts = facts,
            Metrics = metricDefinitions,
            Rules = rules,
            Synonyms = files.Lists("synonyms", required: false) is { } synonyms ? SynonymsReader.Read(synonyms, lineage, entries, changes, log) : Synonyms.None,
            Wordings = files.Lists("wording", required: false) is { } wordings ? WordingReader.Read(wordings, lineage, log) : [],
            Charts = charts,
            Removed = removed,
            Mentions = files.Map("mentions.yaml", required: false) is { } mentions ? new MentionsReader(mentions, facts, removed).Read() : MentionRules.Empty,
            Statements = StatementsReader.Join([.. statements.Select(file => file.Rules)]),
            Forms = files.Map("forms.yaml", required: false) is { } forms ? FormTextsReader.Read(forms) : FormTexts.Empty,
            Classification = classification,
            Files = files.All,
            Terms = files.Map("terms.yaml", required: true) is { } terms
                ? TermsReader.Read(terms, classification.Functional(head.FiscalYear), removals) : new Terms([], new Dictionary<string, Subject>()),
            Theme = files.Map("theme.yaml", required: false) is { } theme ? ThemeReader.Read(theme) : new Theme(),
            Outline = files.Map("outline.yaml", required: true) is { } outline
                ? OutlineReader.Read(outline, tables, sections, removals) : new Outline(new OutlineCover([], "", []), []),
        };
        removals.ReportMissing(log);
        set = set with { Changes = [.. removals.Done, .. changes], Entries = entries };
        return set with { Facts = facts.Requiring((sheet, field) => Prints(set.Outline, sections.Values, sheet, field)) };

        YamlNode? Named(string name, bool required, string entry, string what) => files.Lists(name, required) is not { } root ? null
            : root is YamlSequence list ? list with { Items = ListMerge.Entries(list.Items, entry, name, what, lineage, removals, changes) }
            : root;
    }

    // {公开日期} on the cover or in a title, 资料.基本情况.公开日期 in a section.
    private static bool Prints(Outline outline, IEnumerable<SectionTemplate> sections, FactSheetSchema sheet, FactField field) =>
        outline.Cover.Lines.Append(outline.ContentsTitle ?? "").Append(outline.RunningHead ?? "").Append(outline.FileName ?? "")
            .Concat(outline.Parts.SelectMany(part => part.Items.Select(item => item.Title ?? "").Append(part.Title)))
            .Any(text => text.Contains(sheet.Name == Accounts.KnownFacts.Basics ? $"{{{field.Name}}}" : $"{{{sheet.Name}.{field.Name}}}", StringComparison.Ordinal))
        || sections.Any(section => section.Text.Contains($"资料.{sheet.Name}.{field.Name}", StringComparison.Ordinal));

    private static void ReportOtherYears(List<TableLayout> tables, Classification classification, int year, FindingLog log)
    {
        foreach (var layout in tables)
        {
            foreach (var code in layout.Blocks.SelectMany(block => block.Rows).Select(row => row.Code).OfType<string>())
            {
                if (Classification.OtherYear(classification.Economic(code), year) is { } why)
                {
                    log.Fatal("TPL-09", $"{layout.Key}的科目 {code} 是{why}，请改表样", new Place($"tables/{layout.Key}.yaml"));
                }
            }
        }
    }

    // Fills the lineage: the set, its parent, the parent's parent.
    private SetHead? Head(string key, List<string> lineage, FindingLog log, Removals? removals = null)
    {
        lineage.Add(key);
        if (SetFiles.Text(source, key, TemplateFileKinds.Head, log) is not { } text
            || MapReader.Of(YamlTreeReader.Read($"{key}/{TemplateFileKinds.Head}", text, log), log, "文件") is not { } map)
        {
            return null;
        }

        removals?.Read(key, map);
        map.Has("remove");
        return SetHead.Read(key, map, parent =>
        {
            if (lineage.Contains(parent) || lineage.Count > MaxParents)
            {
                log.Fatal("TPL-08", $"parent 不能循环，也不能超过 {MaxParents} 层：{string.Join(" → ", lineage.Append(parent))}", map.PlaceOf("parent"));
            }
            else if (!source.Sets.Contains(parent))
            {
                log.Fatal("TPL-08", $"没有模板集“{parent}”{Suggestion.For(parent, source.Sets)}", map.PlaceOf("parent"));
            }
            else if (Head(parent, lineage, log, removals) is { } head)
            {
                return head.Options;
            }

            return new SetOptions();
        });
    }

    private static Dictionary<string, SectionTemplate> Sections(SetFiles files, Removals removals)
    {
        var sections = new Dictionary<string, SectionTemplate>(StringComparer.Ordinal);
        foreach (var path in files.Below("sections/", ".sbn"))
        {
            if (!removals.Takes("sections", path, $"{files.Owner(path)}/{path}") && files.Text(path) is { } text)
            {
                sections.Add(path, new SectionTemplate(path, text, files.Owner(path)));
            }
        }

        return sections;
    }
}
