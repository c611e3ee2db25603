namespace FinalAccounts.Formulas;

/// <summary>The reason that a formula gives when it asks for a facts sheet that nobody filled in.</summary>
internal static class MissingSheet
{
    private const string Before = "文字资料没有工作表“";
    private const string After = "”";

    public static string Reason(string sheet) => Before + sheet + After;

    /// <summary>The sheet that a reason names; null for other reasons.</summary>
    public static string? In(string reason) =>
        reason.StartsWith(Before, StringComparison.Ordinal) && reason.EndsWith(After, StringComparison.Ordinal) ? reason[Before.Length..^After.Length] : null;
}
