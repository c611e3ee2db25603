using System.Text.RegularExpressions;

namespace FinalAccounts.Tests.Import;

public sealed partial class ImportDocumentationTests
{
    [Fact]
    public void EveryRuleCodeIsListedOnceAndEveryListedCodeExists()
    {
        var source = Directory.GetFiles(Path.Combine(Repository.Root, "src/FinalAccounts.Core"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Quoted().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct().Order();
        var listed = Listed().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs/import.md"))).Select(match => match.Groups[1].Value).Order();
        Assert.Equal(source, listed);
    }

    [GeneratedRegex("\"(IMP-\\d\\d)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\| (IMP-\d\d) \|", RegexOptions.Multiline)]
    private static partial Regex Listed();
}
