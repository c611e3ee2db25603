using System.Buffers;
using FinalAccounts.Accounts;
using FinalAccounts.Checks.Text;

namespace FinalAccounts.Checks.Form;

/// <summary>Sentences that speak of another year's accounts as if they were this year's: last year's text left standing (FRM-05).</summary>
internal static class OtherYearCheck
{
    private const int Near = 12;
    private const int Reach = 60;
    private const string OwnLevel = "（本级）";

    // How the sentences of a disclosure go on after their year.
    private static readonly string[] Accounts =
    [
        "部门决算", "部门预算", "部门整体", "本部门", "本单位", "我单位", "我部门", "收入", "支出", "收、支", "财政拨款", "一般公共预算", "政府性基金", "国有资本经营",
        "“三公”", "三公经费", "政府采购", "机关运行", "决算", "项目支出",
    ];

    // What only a report on the year says, after a name of a project or an office.
    private static readonly SearchValues<string> Reported = SearchValues.Create(["全年预算数", "预算数为", "执行数", "机关运行经费支出", "政府采购支出总额", "自评得分"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Compared = SearchValues.Create(["与", "比", "较", "上年", "相比", "同期", "结转", "自", "从", "截至", "截止", "关于"], StringComparison.Ordinal);
    private static readonly SearchValues<string> ComparedAfter = SearchValues.Create(["相比", "结转", "通知"], StringComparison.Ordinal);

    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Run(TextData data)
    {
        var year = data.Book.Accounts.FiscalYear;
        var openings = Accounts.Append(Bare(data.Facts.Field(KnownFacts.Basics, KnownFacts.UnitName)?.Text ?? data.Book.Accounts.UnitName)).ToList();
        var seen = new HashSet<(Place?, int)>();
        foreach (var mention in data.Mentions.SelectMany(mentions => mentions).Where(mention => mention.Kind == MentionKind.Year && (int)mention.Number != year))
        {
            var passage = mention.Passage;
            var after = passage.Content.AsSpan(mention.End, Math.Min(Near, passage.Content.Length - mention.End));
            if (passage.Kind is not (PassageKind.Paragraph or PassageKind.Cell) || !after.StartsWith("度", StringComparison.Ordinal)
                || !(openings.Exists(word => Stands(word, passage.Content, mention.End + 1)) || Reports(mention, year)) || after.ContainsAny(ComparedAfter) || mention.Clause.ContainsAny(Compared) || !seen.Add((mention.Place, mention.Start)))
            {
                continue;
            }

            yield return new Finding(
                Severity.Warning, "FRM-05", $"“{passage.Content[mention.Start..Math.Min(passage.Content.Length, mention.End + Near)]}”说的是{mention.Number:0}年度，本文档是{year}年度：如果是上年文本留下的，请改正",
                mention.Place is { } place ? [place] : [])
            {
                Expected = $"{year}年",
                Actual = $"{mention.Number:0}年",
            };
        }
    }

    // 甲局（本级） calls itself 甲局 in its sentences.
    private static string Bare(string unit) => unit.EndsWith(OwnLevel, StringComparison.Ordinal) ? unit[..^OwnLevel.Length] : unit;

    private static bool Reports(NumberMention mention, int year)
    {
        var text = mention.Passage.Content;
        return (int)mention.Number == year - 1 && (mention.Start == 0 || text[mention.Start - 1] == '。')
            && text.AsSpan(mention.End, Math.Min(Reach, text.Length - mention.End)).ContainsAny(Reported);
    }

    private static bool Stands(string word, string text, int at) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;
}
