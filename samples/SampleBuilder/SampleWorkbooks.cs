using FinalAccounts.Accounts;
using FinalAccounts.Assembly;
using FinalAccounts.Import.FactSheets;
using FinalAccounts.Rendering.Excel;
using FinalAccounts.Templates;

namespace FinalAccounts.Samples;

/// <summary>The two workbooks as an office would hand them in.</summary>
internal static class SampleWorkbooks
{
    /// <summary>Name and content of each.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Build(DepartmentAccounts accounts, TemplateSet set) =>
    [
        ("公开表.xlsx", Tables(accounts, set)),
        ("文字资料.xlsx", Facts(accounts, set)),
    ];

    private static byte[] Tables(DepartmentAccounts accounts, TemplateSet set)
    {
        var document = Assembler.AssembleTables(accounts, set, SampleSource.Created(accounts));
        if (document.Value is null || document.Findings.Count > 0)
        {
            throw new InvalidDataException(string.Join('\n', document.Findings.Select(finding => finding.Message)));
        }

        using var stream = new MemoryStream();
        ExcelRenderer.Render(document.Value, stream);
        return stream.ToArray();
    }

    private static byte[] Facts(DepartmentAccounts accounts, TemplateSet set)
    {
        using var stream = new MemoryStream();
        WorkbookWriter.Write(FactsWorkbook.Build(set.Facts, set.Name, accounts.Facts, SampleSource.Created(accounts)), stream);
        return stream.ToArray();
    }
}
