using System.Text.RegularExpressions;
using FinalAccounts.Accounts;

namespace FinalAccounts.Checks.Text;

/// <summary>Functional subjects that the office explains and no table uses, or explains by an old name (TXT-10, 11). Used ones that nobody explains are found where the text misses the explanation (NAR-06).</summary>
internal static partial class TermsCheck
{
    private const string Terms = "名词";
    private const string Item = "（项）";

    private static readonly string[] Common = ["行政运行", "一般行政管理事务", "机关服务", "事业运行", "信息化建设"];

    // The tables that go down to 项, in the order in which they are looked through.
    private static readonly string[] Tables = ["表03", "表05", "表07", "表08"];

    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Run(TextData data)
    {
        var used = Used(data.Book.Accounts);
        if (used.Count == 0)
        {
            yield break;
        }

        foreach (var (written, place) in Explained(data).Where(term => term.Written.EndsWith(Item, StringComparison.Ordinal)))
        {
            var path = Path(written);
            if (path.Length != 3 || Same(used, path) is not { } subject)
            {
                yield return Finding("TXT-10", $"名词解释了“{written}”，但公开表没有用到这个科目，请删去或核对科目名称", place);
                continue;
            }

            if (!subject.Path.SequenceEqual(path) && !IsOfficial(data, subject.Code, path))
            {
                yield return Finding("TXT-11", $"名词“{written}”用的不是公开表的科目名称“{subject.FullName}”，请改成一致", place, subject.Place);
            }
        }
    }

    // Where the tables have the wrong name, the import says so: the term is right.
    private static bool IsOfficial(TextData data, string code, string[] path) =>
        path.Select((name, level) => data.Set.Set.Classification.Functional(code[..(3 + (2 * level))]).Any(version => version.Has(data.Book.Accounts.FiscalYear) && version.Name == name)).All(right => right);

    // As the office filled them in; of a document without facts, as its section explains them.
    private static IEnumerable<(string Written, Place? Place)> Explained(TextData data)
    {
        if (data.Facts.Sheets.ContainsKey(Terms))
        {
            return data.Facts.Records(Terms).Select(record => record.Values.GetValueOrDefault(Terms)).Where(value => value?.Text is not null).Select(value => (value!.Text!, value.Place));
        }

        var (inside, level, found) = (false, 0, new List<(string, Place?)>());
        foreach (var passage in data.Passages)
        {
            if (passage.Block is Heading heading && (!inside || heading.Level <= level))
            {
                (inside, level) = (passage.Content.Contains(Terms + "解释", StringComparison.Ordinal), heading.Level);
            }
            else if (inside && passage.Content.IndexOf(Item, StringComparison.Ordinal) is > 0 and var at && passage.Content.IndexOfAny(['。', '，', '：']) > at)
            {
                found.Add((Ordinal().Replace(passage.Content[..(at + Item.Length)], ""), passage.PlaceAt(0)));
            }
        }

        return found;
    }

    private static Finding Finding(string rule, string message, params Place?[] places) =>
        new(Severity.Warning, rule, message, [.. places.OfType<Place>()]);

    // Old names of 类 and 款 still mean the subject; a 项 of another name is another subject. Many 款 have a 项 called 行政运行.
    private static UsedSubject? Same(IReadOnlyList<UsedSubject> used, string[] path) =>
        used.FirstOrDefault(subject => subject.Path.SequenceEqual(path))
        ?? used.FirstOrDefault(subject => subject.Path[2] == path[2] && Near(subject.Path[0], path[0])
            && (Near(subject.Path[1], path[1]) || !Common.Contains(path[2])));

    private static bool Near(string a, string b)
    {
        var (x, y) = (Bare(a), Bare(b));
        return x == y || x.StartsWith(y, StringComparison.Ordinal) || y.StartsWith(x, StringComparison.Ordinal) || x[..Math.Min(6, x.Length)] == y[..Math.Min(6, y.Length)];
    }

    private static string Bare(string name) =>
        name.Replace("（室）", "", StringComparison.Ordinal).Replace("支出", "", StringComparison.Ordinal).Replace("事业", "", StringComparison.Ordinal);

    private static string[] Path(string written) =>
        written.Replace('(', '（').Replace(')', '）').Split(["（类）", "（款）", Item], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static List<UsedSubject> Used(DepartmentAccounts accounts)
    {
        var used = new Dictionary<string, UsedSubject>(StringComparer.Ordinal);
        foreach (var table in Tables.Select(key => accounts.Tables.GetValueOrDefault(key)).OfType<AccountsTable>())
        {
            var names = table.Rows.Where(row => row.Code is not null).ToDictionary(row => row.Code!, row => row.Name);
            foreach (var row in table.Rows)
            {
                if (row.Code is { Length: 7 } code && row.Cells.Values.FirstOrDefault(cell => cell.Value is not null and not 0) is { } cell)
                {
                    used.TryAdd(code, new UsedSubject(code, [names.GetValueOrDefault(code[..3], ""), names.GetValueOrDefault(code[..5], ""), row.Name], cell.Place));
                }
            }
        }

        return [.. used.Values];
    }

    [GeneratedRegex(@"^(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]\s*)+", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();

    private sealed record UsedSubject(string Code, string[] Path, Place? Place)
    {
        public string FullName => $"{Path[0]}（类）{Path[1]}（款）{Path[2]}{Item}";
    }
}
