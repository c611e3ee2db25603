using FinalAccounts.Accounts;
using FinalAccounts.Checks.Text;

namespace FinalAccounts.Checks.Form;

/// <summary>The unit's name written with a character too many, too few or another one (FRM-16).</summary>
internal static class UnitNameCheck
{
    // Shorter names have neighbours that are other units.
    private const int ShortestName = 6;
    private const int Anchor = 4;
    private const int MostEdits = 2;

    /// <summary>The findings, each wrong name once in each cell.</summary>
    public static IEnumerable<Finding> Run(TextData data)
    {
        if (data.Facts.Field(KnownFacts.Basics, KnownFacts.UnitName)?.Text is not { Length: >= ShortestName } name)
        {
            yield break;
        }

        // Text leaves out （本级）.
        string[] names = name.IndexOf('（', StringComparison.Ordinal) is >= ShortestName and var bracket ? [name, name[..bracket]] : [name];

        // Names that the office gives in the facts are names, even when they are near.
        var others = data.Facts.Records(KnownFacts.Members).Select(record => record.Values.GetValueOrDefault(KnownFacts.UnitName)?.Text).OfType<string>().ToList();
        foreach (var value in data.Facts.Sheets.Values.SelectMany(sheet => sheet.Records).SelectMany(record => record.Values.Values).Where(value => value.Text is not null))
        {
            foreach (var finding in In(value.Text!, value.Place, names, others))
            {
                yield return finding;
            }
        }

        foreach (var finding in Published(data, names))
        {
            yield return finding;
        }
    }

    // What others published has no facts: all its lines are looked through; a line that is nothing but a near name names another unit.
    private static IEnumerable<Finding> Published(TextData data, string[] names)
    {
        var lines = data.Passages.Where(passage => passage.CellAt(0) is { Table: Passage.Published }).ToList();
        var others = lines.Where(line => line.Content.Length < names[0].Length + 6).Select(line => line.Content).ToList();
        return lines.Where(line => line.Content.Length >= names[0].Length + 6).SelectMany(line => In(line.Content, line.PlaceAt(0), names, others));
    }

    private static IEnumerable<Finding> In(string text, Place? place, string[] names, List<string> others) =>
        names.SelectMany(right => Similar(text, right).Select(written => (Written: written, Right: right)))
            .DistinctBy(one => one.Written).Where(one => !others.Exists(other => other.Contains(one.Written, StringComparison.Ordinal)))
            .Select(one => new Finding(Severity.Warning, "FRM-16", $"单位名称写作“{one.Written}”，与“{one.Right}”不一致，请改正", place is null ? [] : [place])
            {
                Expected = one.Right,
                Actual = one.Written,
            });

    private static IEnumerable<string> Similar(string text, string name) =>
        Starts(text, name).Select(at => Written(text, at, name)).OfType<string>();

    // Where the name may begin: its first characters stand there, or its last ones where they would end it.
    private static IEnumerable<int> Starts(string text, string name)
    {
        foreach (var at in Places(text, name[..Anchor]))
        {
            yield return at;
        }

        foreach (var at in Places(text, name[^Anchor..]))
        {
            var end = at + Anchor;
            foreach (var length in Lengths(name).Where(length => length <= end && text[end - length] == name[0]))
            {
                yield return end - length;
            }
        }
    }

    private static IEnumerable<int> Places(string text, string part)
    {
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
        {
            yield return at;
        }
    }

    private static int[] Lengths(string name) => [name.Length + 1, name.Length, name.Length - 1];

    /// <returns>The wrong name that begins there; null where the right one does, or none.</returns>
    private static string? Written(string text, int at, string name) =>
        string.CompareOrdinal(text, at, name, 0, name.Length) == 0 ? null
            : Lengths(name).Where(length => at + length <= text.Length).Select(length => text.Substring(at, length)).FirstOrDefault(written => IsMisspelt(written, name));

    // Another character near the beginning or the end makes another office (财政局, 审计局); one too many or too few there does not.
    private static bool IsMisspelt(string written, string name)
    {
        // A blank within is where a long title was broken.
        if (written.Any(char.IsWhiteSpace) || written[0] != name[0] || written[^1] != name[^1])
        {
            return false;
        }

        var anchored = written.StartsWith(name[..Anchor], StringComparison.Ordinal) && written.EndsWith(name[^Anchor..], StringComparison.Ordinal);
        return Distance(written, name) is > 0 and var distance && (anchored ? distance <= MostEdits : distance == 1 && written.Length != name.Length);
    }

    // What differs lies between what both begin with and what both end with.
    private static int Distance(string a, string b)
    {
        var from = 0;
        while (from < Math.Min(a.Length, b.Length) && a[from] == b[from])
        {
            from++;
        }

        var end = 0;
        while (end < Math.Min(a.Length, b.Length) - from && a[^(end + 1)] == b[^(end + 1)])
        {
            end++;
        }

        return Math.Max(a.Length, b.Length) - from - end;
    }
}
