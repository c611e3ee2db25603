using System.Text.RegularExpressions;
using FinalAccounts.Accounts;
using FinalAccounts.Templates;

namespace FinalAccounts.Checks.Text;

/// <summary>Reasons and uses that an office typed, at their cells: a reason that says nothing (RSN-01), that contradicts the direction (RSN-02) or the figures (RSN-03); a use copied from another subject (RSN-04); a subject without budget and spending (RSN-05).</summary>
internal static partial class ReasonCheck
{
    private const int ShortestCopy = 8;

    /// <summary>The findings, sheet by sheet.</summary>
    public static IEnumerable<Finding> Run(TextData data)
    {
        var rules = data.Set.Set.Statements;
        return rules.Reasons.SelectMany(reason => data.Facts.Records(reason.Sheet).SelectMany(record => Reason(data, rules, reason, record)))
            .Concat(rules.Uses.SelectMany(use => Uses(data, use)));
    }

    private static IEnumerable<Finding> Reason(TextData data, StatementRules rules, StatementReason reason, FactRecord record)
    {
        if (record.Values.GetValueOrDefault(reason.Field) is not { Text: { } written } value || Explained(data, reason, record) is not { } figures)
        {
            yield break;
        }

        var text = written.Trim(ReasonWords.Ends);
        if (rules.EmptyReasons.Contains(text) && figures.Difference != 0)
        {
            yield return At(value, Severity.Warning, "RSN-01", $"{figures.Name}的原因写的是“{written}”，等于没有说明", "写出实际原因，如新增了什么工作、减少了哪项支出", written);
            yield break;
        }

        if (ReasonWords.Against(text, Math.Sign(figures.Difference)) is { } against)
        {
            yield return At(
                value, Severity.Warning, "RSN-02",
                $"{figures.Name}{MentionFindings.Amount(figures.Actual)}{(figures.Difference > 0 ? "大于" : "小于")}{figures.BaseName}{MentionFindings.Amount(figures.Base)}，原因说的却是“{against}”",
                "写出与增减方向一致的原因；数错的改正数", written);
            yield break;
        }

        if (Contradiction(text, figures) is { } words)
        {
            yield return At(value, Severity.Error, "RSN-03", words, "改正原因里的数，或删去：增减幅度和完成率由程序写出", written);
        }
    }

    private static string? Contradiction(string text, Figures figures)
    {
        foreach (Match match in Percentages().Matches(text))
        {
            if (!decimal.TryParse(match.Groups["n"].Value, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var percent))
            {
                continue;
            }

            var completion = match.Groups["done"].Success;
            if (completion == figures.IsPrior)
            {
                continue;
            }

            if (figures.Base == 0)
            {
                return $"{figures.Name}的{figures.BaseName}为0，没有{(completion ? "完成率" : "增减幅度")}，原因却写了“{match.Value}”";
            }

            var exact = 100m * (completion ? figures.Actual / figures.Base : Math.Abs(figures.Difference) / Math.Abs(figures.Base));
            if (Math.Abs(exact - percent) > 0.06m)
            {
                return $"原因写了“{match.Value}”，按{figures.Name}{MentionFindings.Amount(figures.Actual)}、{figures.BaseName}{MentionFindings.Amount(figures.Base)}计算是{exact:0.##}%";
            }
        }

        return figures.IsPrior && figures.Base != 0 && NothingBefore().Match(text) is { Success: true } nothing
            ? $"原因写了“{nothing.Value}”，而{figures.Name}的{figures.BaseName}是{MentionFindings.Amount(figures.Base)}" : null;
    }

    private static Figures? Explained(TextData data, StatementReason reason, FactRecord record)
    {
        var name = reason.Named is { } named ? record.Values.GetValueOrDefault(named)?.Text?.Trim() : reason.Metric;
        if (name is not null)
        {
            return data.Book.Metric(name) is { Value: { } value, PriorValue: { } prior, Problem: null } ? new Figures(name, value, prior, "上年数", true) : null;
        }

        if (reason.Key is null || record.Values.GetValueOrDefault(reason.Key)?.Text is not { } code
            || record.Values.GetValueOrDefault(reason.Budget ?? (data.Set.Set.Options.BudgetBase == BudgetBase.Adjusted ? "全年预算" : "年初预算"))?.Number is not { } budget)
        {
            return null;
        }

        return code == "合计"
            ? data.Book.Metric(reason.Total ?? "") is { Value: { } total, Problem: null } ? new Figures(reason.Total!, total, budget, "预算", false) : null
            : Row(data, reason.Rows, code) is { } row ? new Figures($"{code} {row.Name}", row.Cell(reason.Rows!.Column).Value ?? 0, budget, "预算", false) : null;
    }

    private static AccountsRow? Row(TextData data, CellColumn? rows, string code) =>
        rows is null ? null : data.Book.Accounts.Tables.GetValueOrDefault(rows.Table)?.Row(code);

    private static IEnumerable<Finding> Uses(TextData data, StatementUse use)
    {
        var records = data.Facts.Records(use.Sheet);
        foreach (var same in records.Where(record => record.Values.GetValueOrDefault(use.Field)?.Text?.Trim(ReasonWords.Ends) is { Length: >= ShortestCopy })
            .GroupBy(record => record.Values[use.Field].Text!.Trim(ReasonWords.Ends)).Where(group => group.Count() > 1))
        {
            var codes = string.Join('、', same.Select(record => record.Values.GetValueOrDefault(use.Key)?.Text));
            yield return new Finding(
                Severity.Warning, "RSN-04", $"{codes}的{use.Field}一字不差：“{same.Key}”，像是抄来的", [.. same.Select(record => record.Values[use.Field].Place).OfType<Place>()])
            {
                Remedy = "按各科目的实际用途分别填写",
            };
        }

        if (use.Budget is null || use.Rows is null)
        {
            yield break;
        }

        foreach (var record in records)
        {
            if (record.Values.GetValueOrDefault(use.Key) is { Text: { Length: 7 } code } key && record.Values.GetValueOrDefault(use.Budget)?.Number is null or 0
                && (Row(data, use.Rows, code)?.Cell(use.Rows.Column).Value ?? 0) == 0)
            {
                yield return At(key, Severity.Warning, "RSN-05", $"科目{code}没有{use.Budget}，公开表里也没有支出：这一行不会印出", "编码写错的改正编码；确实没有的删去这一行", code);
            }
        }
    }

    private static Finding At(FactValue value, Severity severity, string rule, string message, string remedy, string actual) =>
        new(severity, rule, message, value.Place is { } place ? [place] : []) { Actual = actual, Remedy = remedy };

    /// <param name="IsPrior">Compared with last year, else with the budget.</param>
    private sealed record Figures(string Name, decimal Actual, decimal Base, string BaseName, bool IsPrior)
    {
        // What is known to 0.01万元 only differs by more.
        public decimal Difference => Math.Abs(Actual - Base) < 100m ? 0 : Actual - Base;
    }

    [GeneratedRegex(@"(?<done>完成(?:年初|全年|调整)?预算(?:数)?的?|完成率(?:为|是)?)(?<n>[0-9][0-9,]*(?:\.[0-9]+)?)[%％]|(?:比|较|与)上年(?:相比)?[，,]?(?:增加|增长|减少|下降|降低)(?<n>[0-9][0-9,]*(?:\.[0-9]+)?)[%％]", RegexOptions.CultureInvariant)]
    private static partial Regex Percentages();

    [GeneratedRegex("上年(?:度)?(?:没有|未|无)(?:安排|支出|预算|发生)", RegexOptions.CultureInvariant)]
    private static partial Regex NothingBefore();
}
