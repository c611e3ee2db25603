using FinalAccounts.Accounts;

namespace FinalAccounts.Samples;

/// <summary>Writes the workbooks of samples/shanghai-made-up: one department of Shanghai with its own level alone, tables in 元, last year's tables beside them.</summary>
internal static class MadeUpSample
{
    public static int Write(string repository)
    {
        var set = RepositorySet.Read(repository, "shanghai-2024");
        var accounts = SampleUnit.Create(set, new UnitOptions(2024)
        {
            Name = "上海市示例事务局", Code = "000000", Level = UnitLevel.Department, Prior = PriorYear.Accounts, Items = 12,
            Funds = UnitFunds.GovernmentFund | UnitFunds.OtherIncome,
        });
        var folder = Directory.CreateDirectory(Path.Combine(repository, "samples", "shanghai-made-up")).FullName;
        foreach (var (name, content) in UnitFiles.Workbooks(accounts, set.Set, MoneyUnit.Yuan))
        {
            var path = Path.Combine(folder, name);
            File.WriteAllBytes(path, content);
            Console.WriteLine($"{path} {content.Length:N0}");
        }

        return 0;
    }
}
