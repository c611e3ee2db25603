namespace FinalAccounts.Claims;

/// <summary>Words that are wrong whatever the figures: misspelt fixed phrases (CLM-08), a lead-in with nothing after it (CLM-09), a use that does not go with its subject (CLM-10), unpaired brackets (CLM-11), 截至 of another year (CLM-12).</summary>
internal static class WordingCheck
{
    private static readonly string[] LeadIns = ["主要用于：", "主要包括：", "包括：", "主要原因：", "主要原因是：", "主要原因是", "主要用于", "主要包括"];
    private static readonly string[] CutOff = ["。", "；", "，", "、"];
    private static readonly (char Open, char Close)[] Pairs = [('（', '）'), ('“', '”'), ('《', '》'), ('【', '】')];

    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Run(ClaimData data) => Words(data).Concat(LeadIn(data)).Concat(Dates(data));

    private static IEnumerable<Finding> Words(ClaimData data)
    {
        foreach (var passage in data.Text.Passages.Where(passage => passage.Kind != PassageKind.Note))
        {
            foreach (var known in data.Rules.Misspellings)
            {
                if (passage.Content.IndexOf(known.Wrong, StringComparison.Ordinal) is >= 0 and var at)
                {
                    yield return Found(Severity.Warning, "CLM-08", $"“{Around(passage.Content, at, known.Wrong.Length)}”里的“{known.Wrong}”应是“{known.Right}”", passage, at, known.Wrong, "改正错字");
                }
            }

            foreach (var mismatch in data.Rules.Mismatches)
            {
                if (passage.Kind == PassageKind.Paragraph && passage.Content.IndexOf(mismatch.Name + "（项）", StringComparison.Ordinal) is >= 0 and var name
                    && mismatch.Words.FirstOrDefault(word => Use(passage.Content, name).Contains(word, StringComparison.Ordinal)) is { } wrong)
                {
                    yield return Found(Severity.Warning, "CLM-10", $"{mismatch.Name}的用途写了“{wrong}”，像是从别的科目抄来的", passage, name, wrong, "改成这个科目的用途");
                }
            }

            if (passage.Kind == PassageKind.Paragraph && passage.Content[^1] is '。' or '：' or '；' && Unpaired(passage.Content) is { } pair)
            {
                yield return Found(Severity.Warning, "CLM-11", $"“{Around(passage.Content, pair.At, 1)}”里的“{pair.Mark}”没有成对", passage, pair.At, pair.Mark.ToString(), "补上或删去");
            }
        }
    }

    private static string Use(string text, int from)
    {
        var at = text.IndexOf("用于", from, StringComparison.Ordinal);
        var end = at < 0 ? -1 : text.IndexOf('。', at);
        return at < 0 ? "" : text[at..(end < 0 ? text.Length : end)];
    }

    private static (char Mark, int At)? Unpaired(string text)
    {
        foreach (var (open, close) in Pairs)
        {
            var depth = 0;
            for (var i = 0; i < text.Length; i++)
            {
                depth += text[i] == open ? 1 : text[i] == close ? -1 : 0;
                if (depth < 0)
                {
                    // 1）…… is an ordinal, no bracket.
                    if (i > 0 && close == '）' && i < 4 && char.IsAsciiDigit(text[i - 1]))
                    {
                        depth = 0;
                        continue;
                    }

                    return (close, i);
                }
            }

            if (depth > 0)
            {
                return (open, text.LastIndexOf(open));
            }
        }

        return null;
    }

    private static IEnumerable<Finding> LeadIn(ClaimData data)
    {
        var passages = data.Text.Passages;
        for (var i = 0; i < passages.Count; i++)
        {
            var text = passages[i].Content;
            if (passages[i].Kind != PassageKind.Paragraph)
            {
                continue;
            }

            foreach (var words in LeadIns)
            {
                var at = text.IndexOf(words, StringComparison.Ordinal);
                var rest = at < 0 ? "" : text[(at + words.Length)..];
                var ends = at >= 0 && rest.Length == 0 && (i + 1 == passages.Count || passages[i + 1].Kind == PassageKind.Heading);
                if (at >= 0 && (ends || CutOff.Any(mark => rest.StartsWith(mark, StringComparison.Ordinal))))
                {
                    yield return Found(Severity.Error, "CLM-09", $"“{Around(text, at, words.Length)}”后面没有内容", passages[i], at, words, "补上内容；没有内容的，删去这句引语");
                    break;
                }
            }
        }
    }

    private static IEnumerable<Finding> Dates(ClaimData data)
    {
        var year = data.Text.Book.Accounts.FiscalYear;
        foreach (var passage in data.Passages)
        {
            foreach (var cue in (string[])["截至", "截止", "截止到", "截至到"])
            {
                var at = passage.Passage.Content.IndexOf(cue, StringComparison.Ordinal);
                var from = at + cue.Length;
                if (at >= 0 && passage.Section is not null && from + 11 <= passage.Passage.Content.Length && int.TryParse(passage.Passage.Content.AsSpan(from, 4), out var named)
                    && passage.Passage.Content.AsSpan(from + 4).StartsWith("年12月31日", StringComparison.Ordinal) && named != year)
                {
                    yield return Found(
                        Severity.Error, "CLM-12", $"“{passage.Passage.Content[at..(from + 11)]}”说的是{named}年末，本文档是{year}年度", passage.Passage, from, $"{named}年", "改成本年，并核对数是不是本年的") with
                    {
                        Expected = $"{year}年",
                    };
                }
            }
        }
    }

    private static Finding Found(Severity severity, string rule, string message, Passage passage, int at, string actual, string remedy) =>
        new(severity, rule, message, passage.PlaceAt(at) is { } place ? [place] : []) { Actual = actual, Remedy = remedy };

    private static string Around(string text, int at, int length) => text[Math.Max(0, at - 8)..Math.Min(text.Length, at + length + 8)];
}
