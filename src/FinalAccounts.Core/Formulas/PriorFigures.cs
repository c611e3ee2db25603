using FinalAccounts.Accounts;

namespace FinalAccounts.Formulas;

/// <summary>The sheet 上年数 of the facts: last year's money by the metric's name.</summary>
internal sealed class PriorFigures
{
    /// <summary>The sheet's name.</summary>
    public const string Sheet = "上年数";

    /// <summary>The field that holds the metric's name.</summary>
    public const string NameField = "指标";

    /// <summary>The field that holds the money.</summary>
    public const string AmountField = "金额";

    private readonly Dictionary<string, FormulaValue> byName = new(StringComparer.Ordinal);

    public PriorFigures(Facts facts, string year)
    {
        foreach (var record in facts.Records(Sheet))
        {
            if (record.Values.GetValueOrDefault(NameField)?.Text?.Trim() is not { } name)
            {
                continue;
            }

            var amount = record.Values.GetValueOrDefault(AmountField);
            var cell = new OriginCell(year + Sheet, name, AmountField, amount?.Number, amount?.Place);
            if (byName.TryGetValue(name, out var first) && first.Number != amount?.Number)
            {
                // Which of two is right cannot be known.
                byName[name] = new FormulaValue(null, null, [.. first.Cells, cell]) { Problem = $"上年数里“{name}”有两个不同的数" };
            }
            else
            {
                byName[name] = new FormulaValue(amount?.Number, null, [cell])
                {
                    Problem = amount?.Error is { } error ? $"上年数里“{name}”是 {error}" : null,
                };
            }
        }
    }

    /// <summary>Last year's money; blank when the sheet does not have it.</summary>
    public FormulaValue Find(string name) => byName.GetValueOrDefault(name) ?? FormulaValue.Blank;
}
