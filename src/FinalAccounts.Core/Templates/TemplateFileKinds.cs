using System.Text.RegularExpressions;

namespace FinalAccounts.Templates;

/// <summary>Which files a template set consists of.</summary>
public static partial class TemplateFileKinds
{
    /// <summary>The file that makes a folder a set: its name, year, region, parent and options.</summary>
    public const string Head = "set.yaml";

    /// <summary>Whether a set may have a file at this path.</summary>
    public static bool Has(string path) => Known().IsMatch(path);

    /// <summary>Whether this may be the key of a set: the name of its folder.</summary>
    public static bool IsKey(string key) => Key().IsMatch(key);

    [GeneratedRegex(@"\A(?:(?:set|outline|metrics|rules|charts|facts|forms|mentions|statements|subjects|synonyms|terms|theme|wording)\.yaml|(?:tables|charts|facts|metrics|rules|statements|synonyms|wording)/[\p{L}\p{N}_（）()\-]{1,80}\.yaml|sections/[\p{L}\p{N}_（）()\-]{1,80}\.sbn)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Known();

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(?:-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
