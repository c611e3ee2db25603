using FinalAccounts.Import;
using FinalAccounts.Templates;

namespace FinalAccounts.Linting;

/// <summary>Tables that would be taken for one another, and tables that nobody sees.</summary>
internal static class TableLint
{
    public static IEnumerable<Finding> Of(TemplateSet set)
    {
        foreach (var twice in set.Tables.Where(layout => layout.Mark is not null).GroupBy(layout => LooseText.Of(layout.Mark)).Where(group => group.Count() > 1))
        {
            yield return Error("TPL-14", $"{Keys(twice)}的 mark 都是“{twice.First().Mark}”：每张表的编号要不同，没有编号的不写 mark。", twice);
        }

        foreach (var twice in set.Tables.GroupBy(layout => LooseText.Of(layout.Name)).Where(group => group.Count() > 1))
        {
            yield return Error("TPL-14", $"{Keys(twice)}的 name 都是“{twice.First().Name}”：导入按名称找表，名称要不同。", twice);
        }

        var printed = set.Outline.Tables;
        foreach (var layout in set.Tables.Where(layout => !printed.Contains(layout.Key)))
        {
            yield return new Finding(
                Severity.Warning, "TPL-15", $"{layout.Key}《{layout.Name}》不在 outline 里，不会印出，但单位仍要交这张表。没有这张表的，在 set.yaml 里写 remove: {{tables: [{layout.Key}]}}。", [Place(layout)]);
        }

        foreach (var twice in set.Outline.Items.Where(item => item.Table is not null).GroupBy(item => item.Table).Where(group => group.Count() > 1))
        {
            yield return new Finding(Severity.Error, "TPL-15", $"{twice.Key}在 outline 里写了 {twice.Count()} 次，请只留一处。", [new Place("outline.yaml")]);
        }
    }

    private static Finding Error(string rule, string message, IEnumerable<TableLayout> tables) => new(Severity.Error, rule, message, [.. tables.Select(Place)]);

    private static string Keys(IEnumerable<TableLayout> tables) => string.Join("、", tables.Select(layout => layout.Key));

    private static Place Place(TableLayout layout) => new($"tables/{layout.Key}.yaml");
}
