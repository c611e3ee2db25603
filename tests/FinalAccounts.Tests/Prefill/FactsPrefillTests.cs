using FinalAccounts.Accounts;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Import.FactSheets;
using FinalAccounts.Prefill;
using FinalAccounts.Rendering.Excel;
using FinalAccounts.Samples;

namespace FinalAccounts.Tests.Prefill;

/// <summary>A form with what is known already, and how little is left to type.</summary>
public sealed class FactsPrefillTests
{
    private static readonly CompiledSet Shanghai = ShippedSets.Of("shanghai-2024");

    // What the performance system has as well: a value an indicator, a budget and a date a project.
    private static readonly string[] Evaluations =
        ["整体自评表", "整体自评得分", "整体绩效目标", "整体绩效指标", "整体自评结果", "项目自评表", "项目绩效指标", "项目自评结果", "项目自评综述", "自评组织", "自评结果应用"];

    // Each project with a form of its own is a dozen cells that only the people of the project know.
    [Theory]
    [InlineData("shanghai-2024", 6, 3)]
    [InlineData("shanghai-2024", 8, 4)]
    [InlineData("shanghai-2024", 10, 5)]
    [InlineData("national-2024", 6, 3)]
    [InlineData("hubei-2023", 6, 3)]
    [InlineData("national-2024", 8, 4)]
    [InlineData("hubei-2023", 8, 4)]
    public void AClerkOfASmallUnitTypesAtMost60Cells(string key, int items, int seed)
    {
        var set = ShippedSets.Of(key);
        var unit = SampleUnit.Create(set, new UnitOptions(seed) { Level = UnitLevel.Unit, Items = items, Funds = UnitFunds.None, Prior = PriorYear.Accounts, BudgetByItem = true });
        var form = FactsPrefill.Build(set, unit with { Facts = Facts.Empty, Prior = null }, new LastYear(unit.Prior!.Facts, unit.Prior), CancellationToken.None);

        var clerk = new Clerk(set, unit with { Prior = null }).Fill(form);

        Assert.Equal([], clerk.Left.Where(finding => finding.Severity >= Severity.Error).Select(finding => $"{finding.Rule} {finding.Message} {string.Join(' ', finding.Places)}"));
        var projects = unit.Facts.Records("项目自评表").Count;
        var evaluation = clerk.BySheet.Where(pair => Evaluations.Contains(pair.Key)).Sum(pair => pair.Value);
        var line = $"| {key} | {items} | {projects} | {clerk.Cells} | {evaluation} | {form.Sheets.Values.Count(sheet => sheet.CarriedOver)} |";
        var bySheet = string.Join('，', clerk.BySheet.Where(pair => pair.Value > 0).Select(pair => $"{pair.Key} {pair.Value}"));
        Assert.True(clerk.Cells > 0 && (clerk.Cells <= 60 || projects > 1), $"{line} {bySheet}");
        Assert.True(File.ReadAllText(Repository.PathOf("docs", "import.md")).Contains(line, StringComparison.Ordinal), $"docs/import.md should say: {line} {bySheet}");
    }

    [Fact]
    public void RowsCarryTheExactNamesThatTheTextsAskFor()
    {
        var sample = Sample();
        var form = FactsPrefill.Build(Shanghai, sample with { Facts = Facts.Empty, Prior = null }, null, CancellationToken.None);

        Assert.Equal(
            sample.Tables["表05"].Rows.Where(row => row.Code?.Length == 7).Select(row => $"{row.Code} {row.Name}").Prepend("合计 "),
            form.Records("一般公共预算支出").Select(record => $"{record.Values["科目编码"].Text} {record.Values.GetValueOrDefault("科目名称")?.Text}"));
        Assert.Contains("收支总计", form.Records("原因说明").Select(record => record.Values["事项"].Text));
        Assert.Contains("收支总计", form.Records("上年数").Select(record => record.Values["指标"].Text));
        Assert.Equal(sample.Tables["表09"].Rows[0].Cell("决算公务接待费").Value, form.Field("公务接待", "国内接待费")!.Number);
        Assert.Equal(2024, form.Field("基本情况", "年度")!.Number);
    }

    [Fact]
    public void LastYearsAmountsAreFilledFromItsAccounts()
    {
        var sample = Sample();
        var form = FactsPrefill.Build(Shanghai, sample with { Facts = Facts.Empty, Prior = null }, new LastYear(Facts.Empty, sample.Prior), CancellationToken.None);

        var total = form.Records("上年数").Single(record => record.Values["指标"].Text == "收支总计");
        Assert.Equal(new MetricBook(Shanghai, sample.Prior!).Metric("收支总计")!.Value, total.Values["金额"].Number);
    }

    [Fact]
    public void WhatIsCarriedOverIsMarkedUntilSomebodyLooksAtIt()
    {
        var sample = Sample();
        var form = FactsPrefill.Build(Shanghai, sample with { Facts = Facts.Empty }, new LastYear(sample.Facts, null), CancellationToken.None);
        Assert.True(form.Sheets["主要职责"].CarriedOver);
        Assert.Equal(sample.Facts.Records("主要职责").Count, form.Records("主要职责").Count);

        var marked = Back(form, mark => mark);
        Assert.True(marked.Value!.Sheets["主要职责"].CarriedOver);
        Assert.Contains(marked.Findings, finding => finding is { Rule: "IMP-59", Severity: Severity.Warning } && finding.Places[0].Sheet == "主要职责" && finding.Places[0].Cell == "C1");

        var seen = Back(form, mark => "已核对");
        Assert.False(seen.Value!.Sheets["主要职责"].CarriedOver);
        Assert.DoesNotContain(seen.Findings, finding => finding.Rule == "IMP-59");
    }

    [Fact]
    public void ATitleThatNamesLastYearMovesOnWithTheYear()
    {
        var set = ShippedSets.Of("hubei-2023");
        var last = new Facts(new Dictionary<string, FactSheet>
        {
            ["整体自评表"] = new("整体自评表", [new FactRecord(new Dictionary<string, FactValue> { ["表题"] = new(Place: null) { Text = "2022年度甲局整体绩效自评表" }, ["偏差原因"] = new(Place: null) { Text = "2022年度的原因" } })]),
        });
        var form = FactsPrefill.Build(set, new DepartmentAccounts("甲局", 2023, new Dictionary<string, AccountsTable>(), Facts.Empty), new LastYear(last, null), CancellationToken.None);

        Assert.Equal("2023年度甲局整体绩效自评表", form.Field("整体自评表", "表题")!.Text);
        Assert.Null(form.Field("整体自评表", "偏差原因"));
    }

    [Fact]
    public void WhatIsThereIsNeverChanged()
    {
        var sample = Sample();
        var form = FactsPrefill.Build(Shanghai, sample, new LastYear(sample.Facts, sample.Prior), CancellationToken.None);

        Assert.DoesNotContain(form.Sheets.Values, sheet => sheet.CarriedOver && sample.Facts.Records(sheet.Name).Count > 0);
        Assert.All(sample.Facts.Sheets.Values, sheet => Assert.All(sheet.Records.Zip(form.Records(sheet.Name)), pair =>
            Assert.All(pair.First.Values, value => Assert.Equal(value.Value, pair.Second.Values[value.Key]))));
    }

    [Fact]
    public void BlankZeroFieldsCountAsZeroAndAreSaidOnce()
    {
        var form = FactsPrefill.Build(Shanghai, Sample() with { Facts = Facts.Empty }, null, CancellationToken.None);
        var read = Back(form, mark => mark);

        Assert.Equal(0m, read.Value!.Field("公务用车", "保有量")!.Number);
        var note = Assert.Single(read.Findings, finding => finding.Rule == "IMP-63");
        Assert.Contains("公务用车（购置数、保有量）", note.Message, StringComparison.Ordinal);
        Assert.Contains(note.Places, place => place is { Sheet: "公务用车", Cell: "B4" });
        Assert.DoesNotContain(read.Findings, finding => finding.Rule == "IMP-52" && finding.Places[0].Sheet == "公务用车");
    }

    [Theory]
    [InlineData("shanghai-2024")]
    [InlineData("national-2024")]
    [InlineData("hubei-2023")]
    public void TheFormulasAndNamesOfTheFormsAreRight(string key)
    {
        var set = ShippedSets.Of(key);
        foreach (var (sheet, field) in set.Set.Facts.Sheets.SelectMany(sheet => sheet.Fields.Select(field => (sheet, field))))
        {
            Assert.True(field.From is null || set.Parse(field.From, new Documents.Place("facts.yaml")).Succeeded, $"{sheet.Name}.{field.Name} from");
            Assert.True(field.LastYear is null || sheet.Field(field.LastYear) is not null, $"{sheet.Name}.{field.Name} lastYear");
            Assert.True(field.Names is null or "指标" or "科目" || set.Set.Facts.Sheet(field.Names.Split('.')[0])?.Field(field.Names.Split('.')[^1]) is not null, $"{sheet.Name}.{field.Name} names");
        }
    }

    private static Result<Facts> Back(Facts form, Func<string, string> mark)
    {
        var workbook = FactsWorkbook.Build(Shanghai.Set.Facts, "表", form, DateTimeOffset.UnixEpoch);
        workbook = workbook with
        {
            Sheets = [.. workbook.Sheets.Select(sheet => sheet with { Rows = [.. sheet.Rows.Select(row => row with { Cells = [.. row.Cells.Select(cell => cell.Text == "沿用上年，未核对" ? cell with { Text = mark(cell.Text) } : cell)] })] })],
        };
        using var stream = new MemoryStream();
        WorkbookWriter.Write(workbook, stream);
        return FactsWorkbook.Read(new ImportFile("文字资料.xlsx", stream.ToArray()), Shanghai.Set.Facts, CancellationToken.None);
    }

    private static DepartmentAccounts Sample() => ImportedSample.Shanghai.Accounts;
}
