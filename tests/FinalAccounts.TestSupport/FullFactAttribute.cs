namespace FinalAccounts.TestSupport;

/// <summary>A test that takes minutes: it runs with <c>./test.sh --full</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FullFactAttribute : FactAttribute
{
    public FullFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("FINALACCOUNTS_FULL") != "true")
        {
            Skip = "takes minutes: ./test.sh --full";
        }
    }
}
