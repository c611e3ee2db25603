using System.Security.Cryptography;
using System.Text;

namespace FinalAccounts.Templates;

/// <summary>Tells whether two generations used the same template set: SHA-256 over all files of the set and of those it inherits from.</summary>
public static class TemplateSetHash
{
    /// <summary>The hash in lower-case hexadecimal; it changes with any file's name or content, and with nothing else.</summary>
    public static string Of(ITemplateSource source, TemplateSet set)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var current = set; current is not null; current = Parent(source, current))
        {
            foreach (var path in source.List(current.Key).Order(StringComparer.Ordinal))
            {
                Append(hash, $"{current.Key}/{path}");
                Append(hash, source.Read(current.Key, path) ?? string.Empty);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static TemplateSet? Parent(ITemplateSource source, TemplateSet set) =>
        set.Parent is { } parent ? new TemplateSetReader(source).Read(parent).Value : null;

    // The length before the content keeps “ab” + “c” apart from “a” + “bc”.
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes((long)bytes.Length));
        hash.AppendData(bytes);
    }
}
