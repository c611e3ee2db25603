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
        if (data.Facts.Field("基本情况", "单位名称")?.Text is not { Length: >= ShortestName } name)
        {
            yield break;
        }

        // Names that the office gives in the facts are names, even when they are near.
        var others = data.Facts.Records("所属单位").Select(record => record.Values.GetValueOrDefault("单位名称")?.Text).OfType<string>().ToList();
        foreach (var sheet in data.Facts.Sheets.Values)
        {
            foreach (var value in sheet.Records.SelectMany(record => record.Values.Values).Where(value => value.Text is not null))
            {
                foreach (var written in Similar(value.Text!, name).Distinct().Where(written => !others.Exists(other => other.Contains(written, StringComparison.Ordinal))))
                {
                    yield return new Finding(
                        Severity.Warning, "FRM-16", $"单位名称写作“{written}”，与“{name}”不一致，请改正", value.Place is { } place ? [place] : [])
                    {
                        Expected = name,
                        Actual = written,
                    };
                }
            }
        }
    }

    private static IEnumerable<string> Similar(string text, string name)
    {
        var (head, tail) = (name[..Anchor], name[^Anchor..]);
        for (var at = text.IndexOf(head, StringComparison.Ordinal); at >= 0; at = text.IndexOf(head, at + 1, StringComparison.Ordinal))
        {
            for (var length = Math.Min(name.Length + 1, text.Length - at); length >= name.Length - 1 && length > Anchor; length--)
            {
                var written = text.Substring(at, length);
                if (written == name)
                {
                    break;
                }

                if (written.EndsWith(tail, StringComparison.Ordinal) && Distance(written, name) is > 0 and <= MostEdits)
                {
                    yield return written;
                    break;
                }
            }
        }
    }

    // Head and tail are equal: what differs lies between.
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
