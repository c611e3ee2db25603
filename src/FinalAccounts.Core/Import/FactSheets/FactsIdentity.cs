using FinalAccounts.Accounts;

namespace FinalAccounts.Import.FactSheets;

/// <summary>Whether the facts belong to the same unit and year as the tables.</summary>
internal static class FactsIdentity
{
    public static void Check(Facts facts, string? tablesUnit, int year, ImportFindings findings)
    {
        var published = facts.Field(KnownFacts.Basics, KnownFacts.PublicName);
        var full = facts.Field(KnownFacts.Basics, KnownFacts.UnitName);
        var names = new[] { published?.Text, full?.Text }.OfType<string>().ToList();
        if (tablesUnit is not null && names.Count > 0 && !names.Exists(name => UnitNames.AreSame(name, tablesUnit)))
        {
            findings.Fatal("IMP-13", $"文字资料的公开名称是“{names[0]}”，公开表的部门是“{tablesUnit}”。请换成同一个单位的文件，或统一名称。", Places(published ?? full));
        }

        if (facts.Field(KnownFacts.Basics, KnownFacts.Year) is { Number: { } named } value && named != year)
        {
            findings.Fatal("IMP-12", $"文字资料的年度是 {named}，应为 {year}。请换成 {year} 年度的文字资料，或改正年度。", Places(value));
        }
    }

    private static Place[] Places(FactValue? value) => value?.Place is { } place ? [place] : [];
}
