using FinalAccounts.Import;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.InForce;

/// <summary>Which template set a unit's data of a year are read by, for import and generation alike.</summary>
/// <param name="Key">Null when it cannot be told.</param>
/// <param name="Problem">Then why, in Chinese; else null.</param>
public sealed record SetOfUnit(string? Key, string? Problem)
{
    /// <summary>The unit's own set, else the one that the data name, else of the year's: the only one, the service's default, the only one of the default's region.</summary>
    /// <param name="stated">The set that the data name (<see cref="StatedSet"/>); null for none.</param>
    public static SetOfUnit Choose(Unit unit, int year, string? stated, TemplateSnapshot templates, ServiceOptions options)
    {
        if ((unit.TemplateSet ?? stated) is { } named)
        {
            return new SetOfUnit(named, null);
        }

        var ofYear = ByRule(year, templates, options);
        return ofYear.Problem is { } problem ? new SetOfUnit(null, $"{problem}请为单位 {unit.Code} 指定模板集。") : ofYear;
    }

    /// <summary>Of a year alone, for a unit that names none: the only one, the service's default, the only one of the default's region.</summary>
    public static SetOfUnit ByRule(int year, TemplateSnapshot templates, ServiceOptions options)
    {
        var all = new TemplateSetReader(templates).Summaries();
        var ofYear = all.Where(set => set.FiscalYear == year).ToList();
        var region = all.FirstOrDefault(set => set.Key == options.DefaultTemplateSet)?.Region;
        return ofYear switch
        {
            [] => new SetOfUnit(options.DefaultTemplateSet, null),
            [var only] => new SetOfUnit(only.Key, null),
            _ when ofYear.Any(set => set.Key == options.DefaultTemplateSet) => new SetOfUnit(options.DefaultTemplateSet, null),
            _ when ofYear.Where(set => set.Region == region).ToList() is [var ours] => new SetOfUnit(ours.Key, null),
            _ => new SetOfUnit(null, $"{year} 年度有几个模板集：{string.Join("、", ofYear.Select(set => $"{set.Key}（{set.Region}）"))}。"),
        };
    }
}
