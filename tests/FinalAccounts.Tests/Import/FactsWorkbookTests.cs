using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Import;
using FinalAccounts.Import.FactSheets;
using FinalAccounts.Import.Files;
using FinalAccounts.Rendering.Excel;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Import;

public sealed class FactsWorkbookTests
{
    private const string Header = "名称|内容|单位|填写说明\n公开名称|测试局（本级）\n公开层级|本级\n年度|=2023\n";

    private static (Facts? Facts, IReadOnlyList<Finding> Findings) Read(XlsxBuilder workbook, FactsSchema? schema = null) => Read(workbook.File("文字资料.xlsx"), schema);

    private static (Facts? Facts, IReadOnlyList<Finding> Findings) Read(ImportFile file, FactsSchema? schema = null)
    {
        var findings = new ImportFindings();
        return GridReader.Read(file, findings, CancellationToken.None) is { } grids
            ? (new FactsWorkbookReader(schema ?? ImportCase.Set.Facts, findings).Read(file.Name, grids, CancellationToken.None), findings.All)
            : (null, findings.All);
    }

    private static XlsxBuilder Fields(string rows) => new XlsxBuilder().Sheet("基本情况", Header + rows).Sheet("出国费用", "费用|金额（万元）");

    private static FactValue? Field(string name, string row)
    {
        var (facts, findings) = Read(Fields(row));
        Assert.Equal("", ImportCase.Print(findings));
        return facts!.Field("基本情况", name);
    }

    [Theory]
    [InlineData("2024-05-15")]
    [InlineData("2024年5月15日")]
    [InlineData("2024/5/15")]
    [InlineData("２０２４．５．１５")]
    [InlineData("@45427")]
    [InlineData("=20240515")]
    public void DatesAreReadAsPeopleTypeThem(string typed) => Assert.Equal(new DateOnly(2024, 5, 15), Field("公开日期", $"公开日期|{typed}")!.Date);

    [Theory]
    [InlineData("%0.995", "0.995")]
    [InlineData("99.5%", "0.995")]
    [InlineData("１００％", "1")]
    public void PercentagesAreKeptAsRatios(string typed, string ratio) => Assert.Equal(decimal.Parse(ratio), Field("执行率", $"执行率|{typed}")!.Number);

    [Fact]
    public void MoneyIsReadInTheUnitThatTheSheetSays()
    {
        Assert.Equal(1_234_500m, Field("采购总额", "采购总额|123.45|万元")!.Number);
        Assert.Equal(123.45m, Field("采购总额", "采购总额|123.45|元")!.Number);
        Assert.Equal(1_234_500m, Field("采购总额", "采购总额（万元）*|=123.45")!.Number);
    }

    [Fact]
    public void ProseKeepsItsParagraphs() => Assert.Equal("一\n二", Field("说明", "说明|　　一\\n\\n　　二")!.Text);

    [Fact]
    public void NumberInATextFieldIsPrintedAsItLooks()
    {
        var (facts, _) = Read(new XlsxBuilder().Sheet("基本情况", Header).Sheet("出国费用", "费用|金额\n%0.5|=1\n=2010301|=2"));
        Assert.Equal(["50.00%", "2010301"], facts!.Records("出国费用").Select(record => record.Values["费用"].Text));
    }

    [Fact]
    public void RecordsAreReadInOrderWithPlacesAndBlankRowsAreSkipped()
    {
        var (facts, findings) = Read(new XlsxBuilder().Sheet("基本情况", Header).Sheet("出国费用", "出国费用\n\n费用|金额\n住宿费|=1.5\n\n机票|2"));
        Assert.Equal("", ImportCase.Print(findings));
        Assert.Equal(["住宿费", "机票"], facts!.Records("出国费用").Select(record => record.Values["费用"].Text));
        Assert.Equal((20_000m, "文字资料.xlsx ▸ 出国费用 ▸ B6"), (facts.Records("出国费用")[1].Values["金额"].Number!.Value, facts.Records("出国费用")[1].Values["金额"].Place!.ToString()));
    }

    [Theory]
    [InlineData("公开日期|去年|", "IMP-53", "应填日期")]
    [InlineData("年度决算|=1|", "IMP-51", "不认识项目“年度决算”")]
    [InlineData("得分|九十|", "IMP-53", "九十")]
    [InlineData("执行率|=100|", "IMP-53", "没有百分号")]
    [InlineData("涉密项目|大概|", "IMP-53", "“是”或“否”")]
    [InlineData("采购总额|=1|千元", "IMP-15", "千元")]
    [InlineData("公开名称|另一个|", "IMP-56", "出现了两次")]
    [InlineData("|无主的内容|", "IMP-51", "没有名称")]
    public void MistakeInAFieldIsReportedWithItsCell(string row, string rule, string words)
    {
        var (facts, findings) = Read(Fields(row));
        var finding = Assert.Single(findings);
        Assert.Equal(rule, finding.Rule);
        Assert.Contains(words, finding.Message);
        Assert.EndsWith("5", finding.Places[0].Cell!);
        Assert.NotNull(facts);
    }

    [Fact]
    public void ErrorCellIsKeptAndReportedWithoutStoppingTheDraft()
    {
        var (facts, findings) = Read(Fields("得分|!#REF!"));
        Assert.Equal((Severity.Error, "IMP-55"), (Assert.Single(findings).Severity, findings[0].Rule));
        Assert.Equal("#REF!", facts!.Field("基本情况", "得分")!.Error);
    }

    [Fact]
    public void WhatDoesNotFitIsKeptAsTyped() => Assert.Equal("约12", Read(Fields("得分|约12")).Facts!.Field("基本情况", "得分")!.Error);

    [Fact]
    public void UnknownChoiceIsReportedWithASuggestion()
    {
        var (_, findings) = Read(new XlsxBuilder().Sheet("基本情况", Header.Replace("公开层级|本级", "公开层级|本极")).Sheet("出国费用", "费用|金额"));
        Assert.Contains("是否应为“本级”？", Assert.Single(findings).Message);
    }

    [Fact]
    public void MissingRequiredFieldsColumnsAndSheetsAreReportedTogether()
    {
        var (facts, findings) = Read(new XlsxBuilder().Sheet("基本情况", "名称|内容\n公开名称|\n年度|=2023").Sheet("出国费用", "费用|备注\n住宿费|x").Sheet("杂项", "甲|乙"));
        Assert.NotNull(facts);
        Assert.Equal(
            ["IMP-51 杂项 ", "IMP-52 基本情况 B2", "IMP-52 基本情况 ", "IMP-51 出国费用 B1", "IMP-52 出国费用 A1"],
            findings.Select(finding => $"{finding.Rule} {finding.Places[0].Sheet} {finding.Places[0].Cell}"));
        Assert.Equal(["IMP-50", "IMP-50"], Read(new XlsxBuilder().Sheet("填写说明", "x")).Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void FormFilledAndReadBackGivesTheSameFacts()
    {
        var schema = ShippedSets.Of("hubei-2023").Set.Facts;
        var facts = new Facts(schema.Sheets.ToDictionary(sheet => sheet.Name, sheet => new FactSheet(
            sheet.Name, [.. Enumerable.Range(0, sheet.IsRecords ? 30 : 1).Select(i => new FactRecord(sheet.Fields.ToDictionary(field => field.Name, field => Sample(field, i))))])));
        var (read, findings) = Read(File(FactsWorkbook.Build(schema, "测试", facts, DateTimeOffset.UnixEpoch)), schema);
        Assert.Equal("", ImportCase.Print(findings));
        Assert.Equal(Print(facts, schema), Print(read!, schema));
    }

    [Fact]
    public void EmptyFormHasAllSheetsAndSaysOnlyWhatIsMissing()
    {
        var schema = ShippedSets.Of("hubei-2023").Set.Facts;
        var workbook = FactsWorkbook.Build(schema, "测试", null, DateTimeOffset.UnixEpoch);
        Assert.Equal(schema.Sheets.Select(sheet => sheet.Name).Prepend("填写说明"), workbook.Sheets.Select(sheet => sheet.Name));
        var (facts, findings) = Read(File(workbook), schema);
        Assert.All(findings, finding => Assert.True(finding.Rule is "IMP-52" or "IMP-63", finding.Message));
        Assert.All(facts!.Sheets.Values.SelectMany(sheet => sheet.Records), record => Assert.All(record.Values.Values, value => Assert.Equal(0m, value.Number)));
    }

    private static ImportFile File(Workbook workbook)
    {
        using var stream = new MemoryStream();
        WorkbookWriter.Write(workbook, stream);
        return new ImportFile("文字资料.xlsx", stream.ToArray());
    }

    private static FactValue Sample(FactField field, int i) => field.Type switch
    {
        FactType.Text => new FactValue((Place?)null) { Text = i == 0 ? "201" : $"{field.Name} <&> {i}" },
        FactType.Prose => new FactValue((Place?)null) { Text = $"=一、{i}\n（二）{field.Name}" },
        FactType.Choice => new FactValue((Place?)null) { Text = field.Options[i % field.Options.Count] },
        FactType.Flag => new FactValue((Place?)null) { Flag = i % 2 == 0 },
        FactType.Date => new FactValue((Place?)null) { Date = new DateOnly(2024, 1, 31).AddDays(i) },
        FactType.Integer => new FactValue((Place?)null) { Number = i },
        FactType.Percent => new FactValue((Place?)null) { Number = 0.9944m + i },
        FactType.Money => new FactValue((Place?)null) { Number = 952_052_900.01m + i },
        _ => new FactValue((Place?)null) { Number = 98.84m + i },
    };

    private static string Print(Facts facts, FactsSchema schema) => string.Join("\n",
        from sheet in schema.Sheets
        from record in facts.Records(sheet.Name)
        from field in sheet.Fields
        let value = record.Values[field.Name]
        select $"{sheet.Name} {field.Name} {value.Text} {value.Number / 1.0000000m} {value.Date} {value.Flag} {value.Error}");
}
