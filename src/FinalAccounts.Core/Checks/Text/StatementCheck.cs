using FinalAccounts.Accounts;
using FinalAccounts.Templates;

namespace FinalAccounts.Checks.Text;

/// <summary>Sentences that say a field of the facts in words: 调整后预算…万元, 自评得分为…分 (TXT-01). The first number after the phrase counts.</summary>
internal static class StatementCheck
{
    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Run(TextData data)
    {
        var said = new HashSet<(MentionStatement, string)>();
        for (var i = 0; i < data.Passages.Count; i++)
        {
            var passage = data.Passages[i];
            if (data.Mentions[i].Count == 0 || passage.CellAt(passage.Content.Length - 1) is not { } cell)
            {
                continue;
            }

            foreach (var statement in data.Rules.Statements.Where(statement => statement.Sheet == cell.Table))
            {
                var about = statement.Join is null ? "" : cell.Row;
                if (said.Contains((statement, about)) || Said(statement, data.Mentions[i]) is not { } mention)
                {
                    continue;
                }

                said.Add((statement, about));
                if (Fact(data.Facts, statement, about) is { Number: { } number } fact && !MentionFindings.Agrees(mention, number))
                {
                    var whose = about.Length > 0 ? $"“{about}”的" : "";
                    yield return MentionFindings.Differs(
                        Severity.Error, "TXT-01",
                        $"文字写“{Phrase(mention)}{mention.Written}”，与{statement.Fact.Sheet}里{whose}{statement.Fact.Field}{MentionFindings.Print(number, mention)}不一致，请核对后改正一处",
                        mention, number, [fact.Place]);
                }
            }
        }
    }

    // 执行率 is looked for from the right: 预算执行率100% is no 预算执行.
    private static NumberMention? Said(MentionStatement statement, IReadOnlyList<NumberMention> mentions) =>
        mentions.FirstOrDefault(mention => MentionText.IsUnit(mention, statement.Unit)
            && statement.Phrases.Any(phrase => MentionText.EndsWith(mention.Clause, phrase)));

    private static FactValue? Fact(Facts facts, MentionStatement statement, string about)
    {
        var records = facts.Records(statement.Fact.Sheet);
        var record = statement.Join is { } join
            ? records.FirstOrDefault(record => record.Values.GetValueOrDefault(join)?.Text == about)
            : records is [var only, ..] ? only : null;
        return record?.Values.GetValueOrDefault(statement.Fact.Field);
    }

    private static string Phrase(NumberMention mention) => MentionText.Quoted(mention.Clause, 16);
}
