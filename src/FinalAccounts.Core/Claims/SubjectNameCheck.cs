using System.Text.RegularExpressions;
using FinalAccounts.Accounts;
using FinalAccounts.Import;

namespace FinalAccounts.Claims;

/// <summary>Subjects named in full, …（类）…（款）…（项）, by a name that neither the tables nor the classification have, where another is near (CLM-13).</summary>
internal static partial class SubjectNameCheck
{
    /// <summary>The findings, each wrong name once.</summary>
    public static IEnumerable<Finding> Run(ClaimData data)
    {
        var named = data.Text.Passages.Where(passage => passage.Kind is PassageKind.Paragraph or PassageKind.Heading && passage.Content.Contains("（项）", StringComparison.Ordinal)).ToList();
        if (named.Count == 0)
        {
            yield break;
        }

        var paths = Paths(data.Text.Book.Accounts);
        var official = Official(data);
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var passage in named)
        {
            for (var match = Name().Match(passage.Content); match.Success; match = match.NextMatch())
            {
                var (path, written) = (Path(match), match.Value);
                if (paths.Exists(one => Same(one, path)) || official.Contains(string.Join('/', path)) || !said.Add(written))
                {
                    continue;
                }

                if (paths.Where(one => Alike(one, path) == 2).ToList() is [var right])
                {
                    var place = passage.PlaceAt(match.Index);
                    yield return new Finding(
                        Severity.Warning, "CLM-13", $"“{written}”不是公开表里的科目名称，表里是“{right[0]}（类）{right[1]}（款）{right[2]}（项）”", place is null ? [] : [place])
                    {
                        Expected = string.Concat(right.Zip(path).Where(part => part.First != part.Second).Select(part => part.First)),
                        Actual = string.Concat(right.Zip(path).Where(part => part.First != part.Second).Select(part => part.Second)),
                        Remedy = "用公开表和政府收支分类科目的名称",
                    };
                }
            }
        }
    }

    // The category's name may follow an ordinal or other words: its end counts.
    private static bool Same(string[] right, string[] path) => Alike(right, path) == 3;

    private static int Alike(string[] right, string[] path) =>
        (right[0].Length > 0 && path[0].EndsWith(right[0], StringComparison.Ordinal) ? 1 : 0) + (right[1] == path[1] ? 1 : 0) + (right[2] == path[2] ? 1 : 0);

    private static string[] Path(Match match) => [.. ((string[])["c", "g", "i"]).Select(part => LooseText.Of(match.Groups[part].Value))];

    private static List<string[]> Paths(DepartmentAccounts accounts)
    {
        var paths = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var table in accounts.Tables.Values)
        {
            var names = table.Rows.Where(row => row.Code is { Length: 3 or 5 or 7 }).GroupBy(row => row.Code!).ToDictionary(rows => rows.Key, rows => LooseText.Of(rows.First().Name), StringComparer.Ordinal);
            foreach (var code in names.Keys.Where(code => code.Length == 7))
            {
                paths.TryAdd(code, [names.GetValueOrDefault(code[..3], ""), names.GetValueOrDefault(code[..5], ""), names[code]]);
            }
        }

        return [.. paths.Values.DistinctBy(path => string.Join('/', path))];
    }

    // With budget and without spending, a subject is named and stands in no table.
    private static HashSet<string> Official(ClaimData data)
    {
        var subjects = data.Text.Set.Set.Classification.Functional(data.Text.Book.Accounts.FiscalYear);
        string NameOf(string code) => LooseText.Of(subjects.GetValueOrDefault(code)?.Name);
        return [.. subjects.Keys.Where(code => code.Length == 7).Select(code => $"{NameOf(code[..3])}/{NameOf(code[..5])}/{NameOf(code)}")];
    }

    [GeneratedRegex("(?<c>[\u4e00-\u9fff]{2,20})（类）(?<g>[^，。；：（]{2,40}(?:（[^类款项）]{1,10}）[^，。；：（]{0,20})?)（款）(?<i>[^，。；：（]{2,40}(?:（[^类款项）]{1,10}）[^，。；：（]{0,20})?)（项）", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
