using FinalAccounts.Accounts;
using FinalAccounts.Import;
using FinalAccounts.Templates;

namespace FinalAccounts.Claims;

/// <summary>Lists of items after 主要包括：: exactly the rows that have a figure, by their official names (CLM-07). One finding a list.</summary>
internal static class ListedItemsCheck
{
    private const int Shown = 8;
    private static readonly string[] Cues = ["主要包括：", "主要包括:", "包括：", "主要用于：", "主要包括", "主要用于"];

    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Run(ClaimData data)
    {
        foreach (var passage in data.Passages.Where(passage => passage.Section is { Lists.Count: > 0 }))
        {
            foreach (var list in passage.Section!.Lists)
            {
                if (Listed(passage, list) is var (text, at) && data.Text.Book.Accounts.Tables.GetValueOrDefault(list.Rows.Table) is { } table
                    && Compare(list, table, text) is { } finding)
                {
                    yield return finding with { Places = [.. ((Place?[])[passage.Passage.PlaceAt(at), .. finding.Places]).OfType<Place>().Distinct()] };
                }
            }
        }
    }

    // From the cue behind the name's amount to the end of the sentence, or to where the next amount's list begins.
    private static (string Text, int At)? Listed(ClaimedPassage passage, StatementList list)
    {
        var content = passage.Passage.Content;
        var amount = passage.Claims.FirstOrDefault(claim => claim.IsAmount && list.After.Any(name => LooseText.Of(claim.Subject).EndsWith(LooseText.Of(name), StringComparison.Ordinal)));
        if (amount is null)
        {
            return null;
        }

        foreach (var cue in Cues)
        {
            var at = content.IndexOf(cue, amount.Number.End, StringComparison.Ordinal);
            if (at < 0 || content[amount.Number.End..at].Contains('。', StringComparison.Ordinal))
            {
                continue;
            }

            var from = at + cue.Length;
            var end = content.IndexOfAny(['。', '；'], from);
            var next = passage.Claims.FirstOrDefault(claim => claim.Number.Start > from)?.Number.Start ?? content.Length;
            end = Math.Min(end < 0 ? content.Length : end, next);
            return end > from ? (content[from..end], from) : null;
        }

        return null;
    }

    private static Finding? Compare(StatementList list, AccountsTable table, string text)
    {
        var names = text.Trim('：', ':').Split(['、', '，', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var open = names.Length > 0 && names[^1].EndsWith('等');
        var written = names.Select(name => name.TrimEnd('等')).Where(name => name.Length > 1).ToList();
        var rows = table.Rows.Where(row => row.Code is { Length: 5 } code && list.Codes.Contains(code[..3])).ToList();

        // Amounts beside the names, or a list of something else, is no list of rows.
        if (written.Count < 2 || rows.Count == 0 || written.Count(name => rows.Exists(row => LooseText.Of(row.Name) == LooseText.Of(name))) * 2 < written.Count)
        {
            return null;
        }

        var used = rows.Where(row => row.Cell(list.Rows.Column).Value is not null and not 0).ToList();
        var unknown = written.Where(name => !rows.Exists(row => LooseText.Of(row.Name) == LooseText.Of(name))).ToList();
        var zero = written.Where(name => !unknown.Contains(name) && !used.Exists(row => LooseText.Of(row.Name) == LooseText.Of(name))).ToList();
        var missing = open ? [] : used.Where(row => !written.Exists(name => LooseText.Of(name) == LooseText.Of(row.Name))).ToList();
        var swapped = Swapped(written, used);
        if (unknown.Count + zero.Count + missing.Count == 0 && swapped is null)
        {
            return null;
        }

        var words = new List<string>();
        if (swapped is var (later, earlier))
        {
            words.Add($"次序不同，表里“{earlier}”在“{later}”之前");
        }

        Add(words, "列了表里没有数的", zero);
        Add(words, "不是表里的科目名称", unknown);
        Add(words, "漏了", [.. missing.Select(row => row.Name)]);
        return new Finding(
            Severity.Warning, "CLM-07", $"{list.After[0]}所列的项目与明细表不一致：{string.Join("；", words)}",
            [.. missing.Concat(rows.Where(row => zero.Contains(row.Name))).Select(row => row.Cell(list.Rows.Column).Place).OfType<Place>().Take(Shown)])
        {
            Remedy = "按明细表里有数的科目列出，用表里的名称和次序",
        };
    }

    // The first name that stands in the table above the one written before it.
    private static (string Later, string Earlier)? Swapped(List<string> written, List<AccountsRow> used)
    {
        var order = written.Select(name => (Name: name, At: used.FindIndex(row => LooseText.Of(row.Name) == LooseText.Of(name)))).Where(name => name.At >= 0).ToList();
        return order.Zip(order.Skip(1)).Where(pair => pair.Second.At < pair.First.At).Select(pair => ((string, string)?)(pair.First.Name, pair.Second.Name)).FirstOrDefault();
    }

    private static void Add(List<string> words, string what, List<string> names)
    {
        if (names.Count > 0)
        {
            words.Add($"{what}{string.Join("、", names.Take(Shown))}{(names.Count > Shown ? $"等{names.Count}项" : "")}");
        }
    }
}
