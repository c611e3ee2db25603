using FinalAccounts.Accounts;
using FinalAccounts.Checks;
using FinalAccounts.Formulas;
using FinalAccounts.Templates;
using FinalAccounts.Tests.Templates;

namespace FinalAccounts.Tests.Checks;

/// <summary>The rules of hubei-2023 on the tables of the published document.</summary>
public sealed class SampleRulesTests
{
    private static readonly CompiledSet Set =
        new TemplateSetReader(new FolderTemplateSource(ShippedTemplateSetsTests.Folder())).ReadCompiled("hubei-2023").Value!;

    private static readonly string Source =
        Path.Combine(ShippedTemplateSetsTests.Folder(), "..", "samples", "whdh-2023", "source");

    [Fact]
    public void ThePublishedTablesDifferByRoundingOnly()
    {
        var findings = Check(SampleTables.Read(Set.Set, Source));

        Assert.Equal(
        [
            "x",
        ],
            findings.Select(finding => $"{finding.Severity} {finding.Rule} {finding.Message}"));
    }

    private static IReadOnlyList<Finding> Check(Dictionary<string, AccountsTable> tables) =>
        Checker.Check(Set, new DepartmentAccounts("武汉东湖新技术开发区管理委员会（本级）", 2023, tables, Facts.Empty), CancellationToken.None)
            .Where(finding => !finding.Rule.StartsWith("CHK", StringComparison.Ordinal))
            .ToList();
}
