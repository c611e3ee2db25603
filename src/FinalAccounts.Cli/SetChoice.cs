using FinalAccounts.Import;
using FinalAccounts.Templates;

namespace FinalAccounts.Cli;

/// <summary>Which template set data are read by when the command line names none.</summary>
internal static class SetChoice
{
    /// <summary>For data that name neither a set nor a year.</summary>
    public const string Standard = "hubei-2023";

    /// <summary>The set that the data name, else the standard one or the only one of their year; where there are several others, the user has to say.</summary>
    public static string Of(StatedSet stated, IReadOnlyList<SetSummary> sets)
    {
        if (stated.Set is { } named)
        {
            return named;
        }

        return sets.Where(set => set.FiscalYear == stated.Year).ToList() switch
        {
            [] => Standard,
            [var only] => only.Key,
            var several when several.Any(set => set.Key == Standard) => Standard,
            var several => throw new UsageException(
                $"{stated.Year}年度有几个模板集：{string.Join("、", several.Select(set => $"{set.Key}（{set.Region}）"))}。请用 --set 写明，或在文字资料的基本情况里填写“模板集”。"),
        };
    }
}
