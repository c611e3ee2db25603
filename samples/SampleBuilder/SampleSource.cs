using FinalAccounts.Accounts;
using FinalAccounts.Templates;

namespace FinalAccounts.Samples;

/// <summary>A transcribed disclosure: one file per table, and the facts.</summary>
internal static class SampleSource
{
    /// <summary>The accounts in a source folder.</summary>
    public static DepartmentAccounts Read(string folder, TemplateSet set)
    {
        var facts = FactsSource.Read(Path.Combine(folder, "facts.yaml"), set.Facts);
        var name = facts.Field("基本情况", "公开名称")?.Text ?? throw new InvalidDataException("facts.yaml 没有公开名称。");
        var tables = set.Tables.ToDictionary(
            layout => layout.Key, layout => TableSource.Read(Path.Combine(folder, $"{layout.Key}.tsv"), layout));
        return new DepartmentAccounts(name, set.FiscalYear, tables, facts);
    }
}
