using System.Text.RegularExpressions;
using FinalAccounts.Accounts;
using FinalAccounts.Checks.Text;
using FinalAccounts.Claims;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Prefill;
using FinalAccounts.Templates;

namespace FinalAccounts.Auditing;

/// <summary>文字资料 as a published document says it: duties, structure, terms, projects by its sections (the statements' <c>recovered</c>), single figures by its sentences. What next year starts from.</summary>
internal sealed partial class PublishedFacts(CompiledSet set, MetricBook book, Document document)
{
    private readonly List<Block> blocks = [.. document.Blocks];

    /// <summary>The facts with what could be recovered; nothing is guessed, what the document does not say stays blank.</summary>
    public Facts Into(Facts known)
    {
        var facts = known;
        foreach (var source in set.Set.Statements.Recovered)
        {
            if (set.Set.Facts.Sheet(source.Sheet) is { } sheet && Records(source, sheet).ToList() is { Count: > 0 } records)
            {
                facts = FactEdits.With(facts, new FactSheet(sheet.Name, records));
            }
        }

        var data = new ClaimData(new TextData(set, book, document));
        foreach (var use in set.Set.Statements.Uses.Where(use => set.Set.Facts.Sheet(use.Sheet) is { IsRecords: true }))
        {
            if (Uses(data, use).ToList() is { Count: > 0 } records)
            {
                facts = FactEdits.With(facts, new FactSheet(use.Sheet, records));
            }
        }

        foreach (var field in Fields(data).GroupBy(field => field.Sheet))
        {
            facts = FactEdits.Fill(facts, set.Set.Facts.Sheet(field.Key)!, field.DistinctBy(one => one.Field).ToDictionary(one => one.Field, one => new FactValue(one.Place) { Number = one.Value }));
        }

        return facts;
    }

    // A table of the section says it all; else each line is a record.
    private IEnumerable<FactRecord> Records(StatementRecovered source, FactSheetSchema sheet)
    {
        var section = Section(source).ToList();
        return section.OfType<Table>().SelectMany(table => Rows(table, sheet)).ToList() is { Count: > 0 } rows ? rows
            : section.Where(block => block is not Table).Select(block => Line(source, DocumentText.Of(Inlines(block)), block.Place)).OfType<FactRecord>();
    }

    // Below its heading, or below the line that announces the list.
    private IEnumerable<Block> Section(StatementRecovered source)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var text = DocumentText.Of(Inlines(blocks[i]));
            if (blocks[i] is Heading heading && source.Headings.Any(words => text.Contains(words, StringComparison.Ordinal)))
            {
                return blocks.Skip(i + 1).TakeWhile(block => block is not Heading next || next.Level > heading.Level).Where(block => block is Heading or Paragraph or Table);
            }

            if (blocks[i] is Paragraph && text.EndsWith('：') && source.After.Any(words => text.Contains(words, StringComparison.Ordinal)))
            {
                return blocks.Skip(i + 1).TakeWhile(block => block is Table or Heading or Paragraph && (block is Table || NumberedList.IsItem(DocumentText.Of(Inlines(block)))));
            }
        }

        return [];
    }

    private FactRecord? Line(StatementRecovered source, string written, Place? place)
    {
        var text = written.Trim();
        var bare = Ordinal().Replace(text, "");
        var values = new Dictionary<string, FactValue>();
        void Put(string? field, string value)
        {
            if (field is not null && value.Length > 0)
            {
                values[field] = new FactValue(place) { Text = value };
            }
        }

        if (source.Amount is not null)
        {
            if (MentionReader.Read(Passage(bare)).FirstOrDefault(mention => mention.Kind == MentionKind.Amount) is not { } amount)
            {
                return null;
            }

            Put(source.Name, bare[..amount.Start].TrimEnd('：', ':', '，'));
            Put(source.Field, bare[amount.End..].TrimStart('，', '。', '；').TrimEnd());
            values[source.Amount] = new FactValue(place) { Number = amount.Value };
        }
        else if (source.Name is not null)
        {
            var colon = bare.IndexOf('：', StringComparison.Ordinal);
            if (colon <= 0 || IsCommon(bare[..colon]))
            {
                return null;
            }

            Put(source.Name, bare[..colon]);
            Put(source.Field, bare[(colon + 1)..]);
        }
        else if (source.Level is not null || NumberedList.IsItem(text))
        {
            Put(source.Level, Level(text));
            Put(source.Field, source.Level is null ? bare.TrimEnd('。', '；') : text);
        }

        return values.ContainsKey(source.Name ?? source.Field) ? new FactRecord(values) : null;
    }

    // A small table whose first row names the fields.
    private static IEnumerable<FactRecord> Rows(Table table, FactSheetSchema sheet)
    {
        var rows = table.HeaderRows.Concat(table.Rows).Select(row => row.Cells.Select(cell => (Text: DocumentText.Of(cell.Inlines).Trim(), Place: cell.Inlines.OfType<Text>().Select(text => text.Origin?.Cells[0].Place).FirstOrDefault())).ToList()).ToList();
        var names = rows.FirstOrDefault()?.Select(cell => sheet.Field(cell.Text)?.Name).ToList() ?? [];
        return names.TrueForAll(name => name is null) ? []
            : rows.Skip(1).Select(row => new FactRecord(row.Zip(names).Where(pair => pair.Second is not null && pair.First.Text.Length > 0)
                .ToDictionary(pair => pair.Second!, pair => new FactValue(pair.First.Place) { Text = pair.First.Text }))).Where(record => record.Values.Count > 0);
    }

    // What the set explains itself is no term of the office.
    private bool IsCommon(string term) => set.Set.Terms.General.Any(general => LooseText.Of(general.Name) == LooseText.Of(term))
        || (SubjectMarks().Split(term) is [.., var item, ""] && set.Set.Terms.Subjects.Values.Any(subject => subject.Meaning is not null && LooseText.Of(subject.Name) == LooseText.Of(item)));

    // …（项）。主要用于：甲。 and 1.…（类）5.00万元，占3%。主要是用于甲。
    private static IEnumerable<FactRecord> Uses(ClaimData data, StatementUse use)
    {
        foreach (var passage in data.Passages.Where(passage => passage is { Section.Rows: not null, Passage.Kind: PassageKind.Paragraph }))
        {
            var code = passage.Topic ?? passage.Claims.Take(1).Select(claim => data.Reader.Subjects.Row(passage.Section!.Rows, claim.Subject)?.Code).FirstOrDefault();
            if (code is not null && Use().Match(passage.Passage.Content) is { Success: true } match)
            {
                var place = passage.Passage.PlaceAt(match.Index);
                yield return new FactRecord(new Dictionary<string, FactValue> { [use.Key] = new(place) { Text = code }, [use.Field] = new(place) { Text = match.Groups["use"].Value } });
            }
        }
    }

    private IEnumerable<(string Sheet, string Field, decimal Value, Place? Place)> Fields(ClaimData data)
    {
        var amounts = data.Passages.SelectMany(passage => passage.Claims).Where(claim => claim is { IsAmount: true, Metric: not null, Number.Approximate: false }).ToLookup(claim => claim.Metric!);
        foreach (var metric in set.Metrics)
        {
            if (metric.Value?.Root is FactNode { Field: { } field, Filters.Count: 0 } fact && set.Set.Facts.Sheet(fact.Sheet) is { IsRecords: false })
            {
                var name = metric.Definition.Name;
                // Said twice with different figures, it is not known which is right.
                var agreed = amounts[name].DistinctBy(claim => claim.Value).ToList() is [var only] ? only.Number : null;
                if ((agreed ?? Beside(data.Text, name)) is { } said)
                {
                    yield return (fact.Sheet, field, said.Value, said.Place);
                }
            }
        }
    }

    private static NumberMention? Beside(TextData text, string metric) =>
        text.Formulas.Figures.Select(figure => figure.Figure).FirstOrDefault(figure => figure.Values is [var value] && value == metric) is not { } figure ? null
            : text.Mentions.SelectMany(mentions => mentions).FirstOrDefault(mention => !mention.Approximate && MentionText.IsUnit(mention, figure.Unit) && BesideCheck.Name(figure, mention) is not null
                && !MentionText.IsOfOtherYear(mention, text.Book.Accounts.FiscalYear));

    private static Passage Passage(string text) => new(text, [], new Paragraph([new Text(text)]), PassageKind.Paragraph);

    private static IReadOnlyList<Inline> Inlines(Block block) => block switch
    {
        Heading heading => heading.Inlines,
        Paragraph paragraph => paragraph.Inlines,
        _ => [],
    };

    private static string Level(string text) => First().IsMatch(text) ? "一级" : Third().IsMatch(text) ? "三级" : Second().IsMatch(text) ? "二级" : "正文";

    [GeneratedRegex("^[（(][一二三四五六七八九十]{1,3}[）)]", RegexOptions.CultureInvariant)]
    private static partial Regex First();

    [GeneratedRegex("^[0-9]{1,2}[.．、](?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Second();

    [GeneratedRegex("^[（(][0-9]{1,2}[）)]", RegexOptions.CultureInvariant)]
    private static partial Regex Third();

    [GeneratedRegex(@"^\s*(?:[（(][一二三四五六七八九十0-9]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[0-9]{1,3}(?:、|[.．](?![0-9])))\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();

    [GeneratedRegex("(?:主要)?(?:是)?用于：?(?<use>[^。]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Use();

    [GeneratedRegex("（[类款项]）", RegexOptions.CultureInvariant)]
    private static partial Regex SubjectMarks();
}
