using FinalAccounts.Accounts;
using FinalAccounts.Import.Files;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.FactSheets;

/// <summary>Reads a 文字资料 workbook by the set's facts.yaml; sheets are found by name, columns by their headings.</summary>
internal sealed class FactsWorkbookReader(FactsSchema schema, ImportFindings findings)
{
    /// <summary>The facts; null after a Fatal finding.</summary>
    public Facts? Read(string file, IReadOnlyList<SheetGrid> grids, CancellationToken cancellation)
    {
        var bySheet = grids.ToLookup(grid => LooseText.Of(grid.Name));
        ReportUnknown(grids);
        HiddenParts.Report(schema.Sheets.SelectMany(sheet => bySheet[LooseText.Of(sheet.Name)]), findings);
        var sheets = new Dictionary<string, FactSheet>();
        foreach (var sheet in schema.Sheets)
        {
            cancellation.ThrowIfCancellationRequested();
            var found = bySheet[LooseText.Of(sheet.Name)].ToList();
            if (found.Count > 1)
            {
                findings.Fatal("IMP-56", $"工作表“{sheet.Name}”出现了两次。请核对哪一张是对的，把另一张改成它自己的名称。", [.. found.Select(grid => grid.Whole)]);
            }

            sheets.Add(sheet.Name, found.Count == 0 ? Missing(sheet, file)
                : CarriedMark.Read(sheet.IsRecords ? new RecordsSheetReader(sheet, found[0], findings).Read() : new FieldsSheetReader(sheet, found[0], findings).Read(), found[0], findings));
        }

        return findings.AnyFatal ? null : ZeroFields.Fill(schema, new Facts(sheets), findings);
    }

    private FactSheet Missing(FactSheetSchema sheet, string file)
    {
        var needed = !sheet.IsRecords && sheet.Fields.Any(field => field.IsAsked);
        findings.Add(
            needed ? Severity.Error : Severity.Warning,
            "IMP-50",
            $"没有工作表“{sheet.Name}”，按没有内容处理。{(needed ? "其中有必填项，请补上这张工作表（可用空白的文字资料表重新填写）" : "确实没有内容的，可以保留空表")}。",
            new Place(file));
        return new FactSheet(sheet.Name, []);
    }

    private void ReportUnknown(IReadOnlyList<SheetGrid> grids)
    {
        var known = schema.Sheets.Select(sheet => LooseText.Of(sheet.Name)).ToHashSet();
        foreach (var grid in grids.Where(grid => grid.LastRow >= 0 && !grid.Hidden && !known.Contains(LooseText.Of(grid.Name)) && LooseText.Of(grid.Name) is not ("填写说明" or "说明" or "目录")))
        {
            var near = LooseText.Nearest(grid.Name, schema.Sheets.Select(sheet => sheet.Name));
            findings.Warn("IMP-51", $"不认识工作表“{grid.Name}”，没有读取。{(near is null ? "里面的内容不会进入文档" : $"是否应为“{near}”？{NameDifference.Of(grid.Name, near)}请改正工作表名称")}。", grid.Whole);
        }
    }
}
