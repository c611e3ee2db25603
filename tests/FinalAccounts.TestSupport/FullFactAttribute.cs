using Xunit.Abstractions;
using Xunit.Sdk;

namespace FinalAccounts.TestSupport;

/// <summary>A test that takes minutes: it runs with <c>./test.sh --full</c>, after the others, as it measures as well.</summary>
[AttributeUsage(AttributeTargets.Method)]
[TraitDiscoverer("FinalAccounts.TestSupport.FullTrait", "FinalAccounts.TestSupport")]
public sealed class FullFactAttribute : FactAttribute, ITraitAttribute
{
    /// <summary>Whether everything is asked for.</summary>
    public static bool Wanted => Environment.GetEnvironmentVariable("FINALACCOUNTS_FULL") == "true";

    public FullFactAttribute()
    {
        if (!Wanted)
        {
            Skip = "takes minutes: ./test.sh --full";
        }
    }
}

/// <summary>What <c>--filter Length=Full</c> finds.</summary>
public sealed class FullTrait : ITraitDiscoverer
{
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute) => [new("Length", "Full")];
}
