namespace FinalAccounts.Import.Tables;

/// <summary>Names of units, compared without regard to blanks, widths of characters and brackets.</summary>
internal static class UnitNames
{
    /// <summary>A name with （本级） is another unit than the same name without.</summary>
    public static bool AreSame(string a, string b) => LooseText.Of(a) == LooseText.Of(b);
}
