using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>What set.yaml says: name, year, region, parent and options.</summary>
internal sealed record SetHead(string Key, string Name, int FiscalYear, string Region, string? Parent, SetOptions Options)
{
    private const string NoLine = "none";

    private static readonly Dictionary<string, BudgetBase> Budgets =
        new(StringComparer.Ordinal) { ["全年预算"] = BudgetBase.Adjusted, ["年初预算"] = BudgetBase.Initial };

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
            BareZeroPercent = map.Flag("bareZeroPercent", standard.BareZeroPercent),
            TrimWholeAmounts = map.Flag("trimWholeAmounts", standard.TrimWholeAmounts),
            SeparateThousands = map.Flag("separateThousands", standard.SeparateThousands),
            SeparateTableThousands = map.Flag("separateTableThousands", standard.SeparateTableThousands),
            PrintZeroCells = map.Flag("printZeroCells", standard.PrintZeroCells),
            ProcurementShare = map.Flag("procurementShare", standard.ProcurementShare),
            TableOwner = Line(map, "tableOwner", standard.TableOwner),
            TableUnit = Line(map, "tableUnit", standard.TableUnit),
            ListZeroSources = map.Flag("listZeroSources", standard.ListZeroSources),
            ListRevenueStructure = map.Flag("listRevenueStructure", standard.ListRevenueStructure),
            BudgetBase = map.Choice("budgetBase", Budgets, standard.BudgetBase),
            ListByProject = map.Flag("listByProject", standard.ListByProject),
            BothBudgets = map.Flag("bothBudgets", standard.BothBudgets),
            SameWord = map.OneOf("sameWord", SetOptions.SameWords, standard.SameWord),
            NearlySame = map.Percent("nearlySame", SetOptions.MostNearlySame, standard.NearlySame),
            ZeroAsNone = map.Flag("zeroAsNone", standard.ZeroAsNone),
        };
        map.End();
        return options;
    }

    // A key without a value inherits; that a line is not printed has to be said.
    private static string? Line(MapReader map, string key, string? standard) =>
        map.OptionalText(key) switch { null => standard, NoLine => null, var text => text };
}
