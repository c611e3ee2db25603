using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>What set.yaml says: name, year, region, parent and options.</summary>
internal sealed record SetHead(string Key, string Name, int FiscalYear, string Region, string? Parent, SetOptions Options)
{
    /// <summary>The head; mistakes go to the log.</summary>
    /// <param name="inherited">The options of the parent: a set states only what it changes.</param>
    public static SetHead Read(string key, MapReader map, Func<string, SetOptions> inherited)
    {
        var parent = map.OptionalText("parent");
        var options = parent is null ? new SetOptions() : inherited(parent);
        var head = new SetHead(
            key,
            map.Text("name"),
            map.Integer("fiscalYear", 2000, 2100),
            map.Text("region"),
            parent,
            map.Map("options") is { } choices ? Choices(choices, options) : options);
        map.End();
        return head;
    }

    private static SetOptions Choices(MapReader map, SetOptions standard)
    {
        var options = new SetOptions
        {
            PercentDecimals = map.Integer("percentDecimals", 0, 4, standard.PercentDecimals),
            TrimPercent = map.Flag("trimPercent", standard.TrimPercent),
            TrimWholeAmounts = map.Flag("trimWholeAmounts", standard.TrimWholeAmounts),
            SeparateThousands = map.Flag("separateThousands", standard.SeparateThousands),
            PrintZeroCells = map.Flag("printZeroCells", standard.PrintZeroCells),
            ProcurementShare = map.Flag("procurementShare", standard.ProcurementShare),
            ListZeroSources = map.Flag("listZeroSources", standard.ListZeroSources),
            ListRevenueStructure = map.Flag("listRevenueStructure", standard.ListRevenueStructure),
        };
        map.End();
        return options;
    }
}
