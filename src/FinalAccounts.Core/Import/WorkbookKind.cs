using FinalAccounts.Import.Files;
using FinalAccounts.Import.Tables;
using FinalAccounts.Templates;

namespace FinalAccounts.Import;

/// <summary>Which of the two workbooks a file is, by what stands in it: published tables or sheets of facts.</summary>
internal static class WorkbookKind
{
    /// <summary>So many sheets with the names of facts make a workbook of facts.</summary>
    public const int FewSheets = 3;

    /// <summary>Says in one sentence that files were handed in the wrong way round; true when it did.</summary>
    public static bool ReportMisplaced(
        ImportFile tables, IReadOnlyList<SheetGrid> tableGrids, ImportFile? facts, IReadOnlyList<SheetGrid>? factGrids, TemplateSet set, ImportFindings findings)
    {
        var factsAsTables = Tables(tableGrids, set) == 0 && Facts(tableGrids, set) >= FewSheets;
        var tablesAsFacts = facts is not null && factGrids is not null && Facts(factGrids, set) == 0 && Tables(factGrids, set) >= FewSheets;
        if (factsAsTables && tablesAsFacts)
        {
            findings.Fatal("IMP-17", "公开表和文字资料两个文件放反了。请对调后再导入。", new Place(tables.Name), new Place(facts!.Name));
        }
        else if (factsAsTables)
        {
            findings.Fatal("IMP-17", $"公开表放的是文字资料（“{tables.Name}”里是{Facts(tableGrids, set)}张文字资料的工作表）。请换成有九张公开表的工作簿。", new Place(tables.Name));
        }
        else if (tablesAsFacts)
        {
            findings.Fatal("IMP-17", $"文字资料放的是公开表（“{facts!.Name}”里是{Tables(factGrids!, set)}张公开表）。请换成文字资料工作簿。", new Place(facts.Name));
        }

        return factsAsTables || tablesAsFacts;
    }

    /// <summary>How many of the set's tables have a title here.</summary>
    public static int Tables(IReadOnlyList<SheetGrid> grids, TemplateSet set) =>
        Titles(grids, set).Select(title => title.Layout).OfType<TableLayout>().Distinct().Count();

    /// <summary>Everything that reads like a table's title.</summary>
    public static IEnumerable<TableTitle> Titles(IReadOnlyList<SheetGrid> grids, TemplateSet set)
    {
        var finder = new TitleFinder(set.Tables, null, set.Synonyms);
        return grids.SelectMany(finder.Find);
    }

    /// <summary>How many sheets are named like the set's sheets of facts.</summary>
    public static int Facts(IReadOnlyList<SheetGrid> grids, TemplateSet set)
    {
        var names = set.Facts.Sheets.Select(sheet => LooseText.Of(sheet.Name)).ToHashSet();
        return grids.Count(grid => names.Contains(LooseText.Of(grid.Name)));
    }
}
