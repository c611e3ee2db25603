namespace FinalAccounts.Service.InForce;

/// <summary>What is the same text: line ends of any system count as one.</summary>
internal static class TemplateText
{
    /// <summary>With the line ends of the shipped files.</summary>
    public static string Normal(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
