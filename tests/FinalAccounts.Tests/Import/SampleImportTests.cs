using FinalAccounts.Accounts;
using FinalAccounts.Import;
using FinalAccounts.Import.FactSheets;
using FinalAccounts.Rendering.Excel;
using FinalAccounts.Tests.Assembly;

namespace FinalAccounts.Tests.Import;

public sealed class SampleImportTests
{
    [Fact]
    public void SampleIsImportedWholeAndOnlyThePublishedErrorValueIsReported()
    {
        var set = Sample.Set;
        using var form = new MemoryStream();
        WorkbookWriter.Write(FactsWorkbook.Build(set.Facts, set.Name, Sample.Accounts.Facts, DateTimeOffset.UnixEpoch), form);
        var request = new ImportRequest
        {
            Tables = new ImportFile("公开表.xlsx", File.ReadAllBytes(Path.Combine(Sample.Folder, "公开表.xlsx"))),
            Facts = new ImportFile("文字资料.xlsx", form.ToArray()),
            UnitName = Sample.Accounts.UnitName,
            FiscalYear = 2023,
        };
        var result = Importer.Import(request, set, CancellationToken.None);
        Assert.True(result.Succeeded, ImportCase.Print(result.Findings));
        Assert.Equal(["IMP-55"], result.Findings.Where(finding => finding.Severity > Severity.Note).Select(finding => finding.Rule));
        Assert.Contains("#REF!", result.Findings.Single(finding => finding.Rule == "IMP-55").Message);
        Assert.Equal(952_052_900m, result.Value!.Tables["表01"].Cell("收入总计", "金额").Value);
        Assert.Equal(Lines(Sample.Accounts.Facts), Lines(result.Value.Facts));
    }

    private static List<string> Lines(Facts facts) =>
    [
        .. from sheet in facts.Sheets.Values.OrderBy(sheet => sheet.Name, StringComparer.Ordinal)
           from record in sheet.Records.Select((record, i) => (record, i))
           from pair in record.record.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal)
           select $"{sheet.Name} {record.i} {pair.Key} {pair.Value.Text} {pair.Value.Number / 1.000000000000m} {pair.Value.Date} {pair.Value.Flag} {pair.Value.Error}",
    ];
}
