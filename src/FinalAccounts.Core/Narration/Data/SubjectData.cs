using FinalAccounts.Accounts;
using FinalAccounts.Narration.Functions;
using FinalAccounts.Narration.Values;
using FinalAccounts.Templates;

namespace FinalAccounts.Narration.Data;

/// <summary>Functional subjects and 名词 as templates see them: the set's terms with the unit's own worked in.</summary>
internal sealed class SubjectData(Terms terms, DepartmentAccounts accounts)
{
    private const string TermsSheet = "名词";
    private readonly Dictionary<string, (string Text, Place? Place)> ownTerms = Own(accounts.Facts);
    private readonly Dictionary<string, (string Name, OriginCell? Cell)> tableNames = Names(accounts);

    /// <summary>通用名词: the set's general terms in order, the unit's words where it has its own, the unit's further terms last.</summary>
    public DataList GeneralTerms()
    {
        var general = terms.General.Select(term => (term.Name, Meaning: ownTerms.TryGetValue(term.Name, out var own) ? own : (term.Meaning, null)));
        var names = terms.General.Select(term => term.Name).ToHashSet(StringComparer.Ordinal);
        var further = ownTerms.Where(own => !names.Contains(own.Key) && !own.Key.EndsWith("（项）", StringComparison.Ordinal))
            .Select(own => (Name: own.Key, Meaning: own.Value));
        return new DataList("通用名词", general.Concat(further).Select(term => (object?)Term(term.Name, term.Meaning)).ToList());
    }

    /// <summary>科目: 编码, 名称, 全称 and 释义 of a code.</summary>
    public object Subject(FunctionCall call)
    {
        var code = call.Text(0);
        if (Name(code) is not { } name)
        {
            throw call.Mistake(NarrationRules.Unknown, $"没有编码为“{code}”的功能分类科目：模板集的 terms.yaml 和公开表里都没有");
        }

        var full = FullName(code);
        return new DataLookup($"科目{code}", ["编码", "名称", "全称", "释义"], member => member switch
        {
            "编码" => Text(code, "编码", null),
            "名称" => Text(name, "名称", null),
            "全称" => Text(full, "全称", null),
            "释义" => Meaning(call, code, full),
            _ => null,
        });
    }

    // Only a text that asks for the meaning misses it.
    private TextValue Meaning(FunctionCall call, string code, string full)
    {
        var (meaning, place) = ownTerms.TryGetValue(full, out var own) ? own : (terms.Subjects.GetValueOrDefault(code)?.Meaning, null);
        if (meaning is null)
        {
            call.Miss(new MissingData($"{TermsSheet}里没有这些科目的解释，模板集的名词里也没有：{{0}}。请各补一行，“名词”写科目的全称。", accounts.Facts.PlaceOf(TermsSheet))
            {
                Item = full, Severity = Severity.Warning,
            });
        }

        return Text(meaning, $"科目{code}释义", place);
    }

    private static Dictionary<string, (string Text, Place? Place)> Own(Facts facts)
    {
        var own = new Dictionary<string, (string, Place?)>(StringComparer.Ordinal);
        foreach (var record in facts.Records(TermsSheet))
        {
            if (record.Values.GetValueOrDefault("名词")?.Text is { } name && record.Values.GetValueOrDefault("解释") is { Text: { } text } meaning)
            {
                own.TryAdd(name, (text, meaning.Place));
            }
        }

        return own;
    }

    private static Dictionary<string, (string Name, OriginCell? Cell)> Names(DepartmentAccounts accounts)
    {
        var names = new Dictionary<string, (string, OriginCell?)>(StringComparer.Ordinal);
        foreach (var table in accounts.Tables.Values.OrderBy(table => table.Key, StringComparer.Ordinal))
        {
            foreach (var row in table.Rows.Where(row => row.Code is not null))
            {
                names.TryAdd(row.Code!, (row.Name, First(table.Key, row)));
            }
        }

        return names;
    }

    private static OriginCell? First(string table, AccountsRow row) => row.Cells
        .Where(pair => pair.Value.Value is not null and not 0).OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => new OriginCell(table, row.Key, pair.Key, pair.Value.Value, pair.Value.Place)).FirstOrDefault();

    private static DataRecord Term(string name, (string Text, Place? Place) meaning) =>
        new($"名词“{name}”", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["名称"] = Text(name, "名词", null),
            ["释义"] = Text(meaning.Text, $"名词“{name}”的释义", meaning.Place),
        });

    private static TextValue Text(string? text, string label, Place? place) =>
        new(text, new Origin(label, null, null, place is null ? [] : [new OriginCell("名词", "", "解释", null, place)]));

    private string? Name(string code) => terms.Subjects.GetValueOrDefault(code)?.Name ?? tableNames.GetValueOrDefault(code).Name;

    private string FullName(string code)
    {
        var parts = new List<string>();
        for (var level = code; level is not null; level = SubjectCode.Parent(level))
        {
            var mark = SubjectCode.Level(level) switch
            {
                SubjectLevel.Category => "（类）",
                SubjectLevel.Group => "（款）",
                _ => "（项）",
            };
            parts.Insert(0, (Name(level) ?? level) + mark);
        }

        return string.Concat(parts);
    }
}
