namespace FinalAccounts.Import;

/// <summary>Names of units, compared without regard to blanks, widths of characters and brackets.</summary>
public static class UnitNames
{
    /// <summary>A name with （本级） is another unit than the same name without.</summary>
    public static bool AreSame(string a, string b) => Comparable(a) == Comparable(b);

    /// <summary>The form in which equal names are equal strings.</summary>
    public static string Comparable(string name) => LooseText.Of(name);

    /// <summary>The name most like this one, for suggestions; null when none is near.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates) => LooseText.Nearest(name, candidates);
}
