using System.Security.Cryptography;
using System.Text;

namespace FinalAccounts.Service.Templates;

/// <summary>What is the same text: line ends of any system count as one.</summary>
internal static class TemplateText
{
    /// <summary>SHA-256 of a text, as drafts name the text that they began from.</summary>
    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>With the line ends of the shipped files.</summary>
    public static string Normal(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
