using FinalAccounts.Formulas;
using FinalAccounts.Narration;
using FinalAccounts.Tests.Assembly;

namespace FinalAccounts.Tests.Narration;

/// <summary>The sections of hubei-2023 over the transcribed disclosure.</summary>
public sealed class SampleNarrationTests
{
    private static readonly Lazy<IReadOnlyList<NarratedSection>> Sections =
        new(() => Narrator.Narrate(Sample.Accounts, CompiledSet.Compile(Sample.Set).Value!, CancellationToken.None));

    [Fact]
    public void NoSectionHasErrors()
    {
        Assert.Empty(Sections.Value.SelectMany(section => section.Findings).Where(finding => finding.Severity >= Severity.Error).Select(f => $"{f.Message} {string.Join(' ', f.Places)}"));
    }
}
