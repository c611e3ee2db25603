namespace FinalAccounts.TestSupport;

/// <summary>A test that takes minutes: it runs with <c>./test.sh --full</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FullFactAttribute : FactAttribute
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
