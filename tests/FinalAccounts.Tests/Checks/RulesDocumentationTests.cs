using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Checks;

public sealed class RulesDocumentationTests
{
    [Fact]
    public void EveryRuleOfEveryShippedSetIsListedAsItIsAndNothingElse()
    {
        var rules = ShippedSets.Source.Sets.SelectMany(set => ShippedSets.Of(set).Set.Rules).Select(Line).ToHashSet();
        var listed = File.ReadAllLines(Repository.PathOf("docs", "checks.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| 编号 ", StringComparison.Ordinal))
            .ToHashSet();

        Assert.Equal(rules.Order(), listed.Order());
    }

    private static string Line(RuleDefinition rule)
    {
        var severity = rule.Severity switch { Severity.Error => "错误", Severity.Warning => "提醒", _ => "说明" };
        return $"| {rule.Code} | {rule.Message} | {severity} | {rule.Source} |";
    }
}
