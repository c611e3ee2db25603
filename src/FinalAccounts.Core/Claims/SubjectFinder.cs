using System.Text.RegularExpressions;
using FinalAccounts.Accounts;
using FinalAccounts.Import;
using FinalAccounts.Templates;

namespace FinalAccounts.Claims;

/// <summary>Finds what the words before a number name: a metric of the section, or a row of its table.</summary>
internal sealed partial class SubjectFinder(DepartmentAccounts accounts)
{
    private readonly Dictionary<string, List<(AccountsRow Row, string[] Path)>> rows = [];
    private readonly Dictionary<StatementSection, Dictionary<string, string>> names = [];

    /// <summary>The noun at the end of the words, without year, conjunctions and verbs.</summary>
    public static string Noun(string words)
    {
        var tail = words[(words.LastIndexOfAny(['，', '。', '；', '：', ',', ';', ':', '！']) + 1)..];
        tail = Leading().Replace(tail, "", 1);
        return Trailing().Replace(tail, "", 1).Trim();
    }

    /// <summary>The metric that a noun names in a section; null when it names none.</summary>
    public string? Metric(StatementSection? section, string noun)
    {
        if (section is null || noun.Length == 0)
        {
            return null;
        }

        var known = Names(section);
        var loose = LooseText.Of(noun);
        foreach (var written in (string[])[loose, loose + "支出", loose + "收入", loose.EndsWith("决算", StringComparison.Ordinal) ? loose[..^2] : loose])
        {
            if (known.TryGetValue(written, out var metric))
            {
                return metric;
            }
        }

        // 某某局机关运行经费支出: an office's name may stand before; 政府性基金预算财政拨款收入 is not 财政拨款收入.
        // 政府采购金额（以合同签订为准）: what stands in brackets behind a name explains it.
        return known.Where(name => loose.EndsWith(name.Key, StringComparison.Ordinal) && IsOffice(loose[..^name.Key.Length]))
            .OrderByDescending(name => name.Key.Length).Select(name => name.Value).FirstOrDefault()
            ?? (Remark().Match(noun) is { Success: true, Index: > 0 } remark ? Metric(section, noun[..remark.Index]) : null);
    }

    /// <summary>The row that …（类）…（款）…（项）, or a plain name, names in a table; null when there is none or more than one.</summary>
    public AccountsRow? Row(CellColumn? column, string words)
    {
        if (column is null || words.Length == 0)
        {
            return null;
        }

        var marked = Marks().Split(words).Select(part => LooseText.WithoutOrdinal(LooseText.Of(part))).Where(part => part.Length > 0).ToArray();
        if (marked.Length == 0 || (!Marks().IsMatch(words) && marked[^1].Length < 3))
        {
            return null;
        }

        var level = words.Contains("（项）", StringComparison.Ordinal) || words.Contains("(项)", StringComparison.Ordinal) ? 3
            : words.Contains("（款）", StringComparison.Ordinal) || words.Contains("(款)", StringComparison.Ordinal) ? 2
            : words.Contains("（类）", StringComparison.Ordinal) || words.Contains("(类)", StringComparison.Ordinal) ? 1 : 0;
        var named = Rows(column.Table).Where(row => (level == 0 || row.Path.Length == level) && row.Path[^1] == marked[^1]).ToList();
        if (named.Count > 1 && marked.Length > 1)
        {
            named = [.. named.Where(row => row.Path.Length > 1 && row.Path[^2] == marked[^2])];
        }

        return named is [var only] ? only.Row : named.Count > 1 && level == 0 ? named.FirstOrDefault(row => row.Path.Length == 1).Row : null;
    }

    private Dictionary<string, string> Names(StatementSection section)
    {
        if (!names.TryGetValue(section, out var known))
        {
            names[section] = known = section.Subjects.SelectMany(subject => subject.Names.Select(name => (Name: LooseText.Of(name), subject.Metric)))
                .DistinctBy(name => name.Name).ToDictionary(name => name.Name, name => name.Metric, StringComparer.Ordinal);
        }

        return known;
    }

    private List<(AccountsRow Row, string[] Path)> Rows(string table)
    {
        if (!rows.TryGetValue(table, out var found))
        {
            var all = accounts.Tables.GetValueOrDefault(table)?.Rows.Where(row => row.Code is { Length: 3 or 5 or 7 }).ToList() ?? [];
            var byCode = all.ToDictionary(row => row.Code!, row => LooseText.Of(row.Name), StringComparer.Ordinal);
            rows[table] = found = [.. all.Select(row => (row, Enumerable.Range(0, (row.Code!.Length - 1) / 2).Select(i => byCode.GetValueOrDefault(row.Code![..(3 + (2 * i))], "")).ToArray()))];
        }

        return found;
    }

    private static bool IsOffice(string before) => before.Length == 0 || Office().IsMatch(before);

    [GeneratedRegex(@"^[\s、和及与]*(?:(?:其中|以及|具体|另外|此外|全年|当年|今年|本年度|我单位|我部门|本单位|本部门|我局|我校|我院|单位|部门|共|总|是|[一二三四五六七八九十]+是|[（(]?[0-9一二三四五六七八九十]{1,2}[）)．.、])\s*|[0-9]{4}\s*年度?\s*)*", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    [GeneratedRegex(@"(?:共计|为|是|共|达到|达|约|数|各|实际|完成|列支|分别|：|\s)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Trailing();

    [GeneratedRegex(@"[（(][^（）()]{2,30}[）)]$", RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    [GeneratedRegex(@"[（(][类款项][）)]", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?:年度?|的|本级\)?|单位|部门|局|委|会|院|中心|校|学|处|所|办|室|队|站|馆|政府|园|社|团|\))$", RegexOptions.CultureInvariant)]
    private static partial Regex Office();
}
