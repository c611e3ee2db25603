using FinalAccounts.Accounts;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Checks;

/// <summary>Mistakes typed into the facts of the Shanghai sample, one at a time, each found at its cell.</summary>
public sealed class PlantedFactsTests
{
    private static readonly CompiledSet Set = new TemplateSetReader(new FolderTemplateSource(Repository.PathOf("templates"))).ReadCompiled("shanghai-2024").Value!;

    [Theory]
    [InlineData("沪-9", "一般公共预算支出", "科目编码", "合计", "年初预算", "431587000000")]
    [InlineData("沪-9", "一般公共预算支出", "科目编码", "2010505", "年初预算", "1405000")]
    [InlineData("沪-16", "机关运行经费", null, null, "支出决算", "363900")]
    [InlineData("沪-11", "公务接待", null, null, "国内接待费", "86400")]
    [InlineData("沪-12", "政府采购", null, null, "预留项目中小企业中标", "9000000")]
    [InlineData("沪-14", "政府采购", null, null, "预留中小企业预算", "35903500")]
    [InlineData("沪-15", "绩效自评", null, null, "平均得分", "993.3")]
    [InlineData("RSN-01", "原因说明", "事项", "收支总计", "原因", "无")]
    [InlineData("RSN-01", "一般公共预算支出", "科目编码", "2010505", "原因", "/")]
    [InlineData("RSN-02", "一般公共预算支出", "科目编码", "2010505", "原因", "业务量增加，支出相应增加")]
    [InlineData("RSN-02", "一般公共预算支出", "科目编码", "2010505", "原因", "决算数大于预算数，主要是追加项目")]
    [InlineData("RSN-03", "原因说明", "事项", "收支总计", "原因", "比上年增长100%，上年没有安排")]
    [InlineData("RSN-03", "一般公共预算支出", "科目编码", "2010505", "原因", "完成年初预算的55.00%，根据工作进度据实支出")]
    public void MistakeInAFactIsFoundAtItsCell(string rule, string sheet, string? key, string? name, string field, string wrong)
    {
        var accounts = Accounts();
        var records = accounts.Facts.Records(sheet).ToList();
        var at = key is null ? 0 : records.FindIndex(record => record.Values.GetValueOrDefault(key)?.Text == name);
        var value = records[at].Values[field];
        records[at] = new FactRecord(new Dictionary<string, FactValue>(records[at].Values)
        {
            [field] = value.Number is not null ? value with { Number = decimal.Parse(wrong, System.Globalization.CultureInfo.InvariantCulture) } : value with { Text = wrong },
        });

        var changed = accounts with { Facts = new Facts(new Dictionary<string, FactSheet>(accounts.Facts.Sheets) { [sheet] = new FactSheet(sheet, records) }) };
        var findings = Pipeline.Run(changed, [], Set, null, CancellationToken.None).Findings;

        Assert.Contains(findings, finding => finding.Rule == rule && finding.Places.Contains(value.Place!) && finding.Severity >= Severity.Warning);
    }

    private static DepartmentAccounts Accounts()
    {
        ImportFile Read(string name) => new(name, File.ReadAllBytes(Repository.PathOf("samples", "shanghai-made-up", name)));
        return Importer.Import(
            new ImportRequest { Tables = Read("公开表.xlsx"), Facts = Read("文字资料.xlsx"), PriorTables = Read("上年公开表.xlsx") },
            Set.Set, CancellationToken.None).Value!;
    }
}
