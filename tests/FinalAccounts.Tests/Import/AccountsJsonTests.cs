using System.Text;
using CsCheck;
using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Import;
using FinalAccounts.Import.Json;
using FinalAccounts.Templates;
using NJsonSchema;

namespace FinalAccounts.Tests.Import;

public sealed class AccountsJsonTests
{
    private static readonly TemplateSet Set = ImportCase.Set;

    private static Result<DepartmentAccounts> Read(byte[] json) => AccountsJson.Read(new ImportFile("数据.json", json), Set, CancellationToken.None);

    private static DepartmentAccounts Imported() => ImportCase.Import(ImportCase.Workbook()).Value!;

    [Fact]
    public void WhatIsWrittenIsReadBackTheSame() => Accounts.Sample(
        accounts =>
        {
            var json = AccountsJson.Write(accounts);
            var result = Read(json);
            Assert.True(result.Succeeded, ImportCase.Print(result.Findings));
            Assert.Equal(Print(accounts), Print(result.Value!));
            Assert.Equal(json, AccountsJson.Write(result.Value!));
        },
        iter: 200);

    [Fact]
    public async Task ExportedJsonMeetsThePublishedSchema()
    {
        var schema = await Schema();
        Assert.Empty(schema.Validate(Encoding.UTF8.GetString(AccountsJson.Write(Imported()))));
        Accounts.Sample(accounts => Assert.Empty(schema.Validate(Encoding.UTF8.GetString(AccountsJson.Write(accounts)))), iter: 20);
    }

    [Theory]
    [InlineData("\"version\": 1,", "")]
    [InlineData("\"unit\": \"万元\"", "\"unit\": \"亿元\"")]
    [InlineData("\"value\": 1089000", "\"value\": \"1089000\"")]
    public async Task SchemaRefusesWhatTheReaderRefuses(string from, string to)
    {
        var json = Encoding.UTF8.GetString(AccountsJson.Write(Imported()));
        Assert.Contains(from, json);
        json = json.Replace(from, to);
        Assert.NotEmpty((await Schema()).Validate(json));
        Assert.False(Read(Encoding.UTF8.GetBytes(json)).Succeeded);
    }

    [Fact]
    public void SchemaAndProgramNameTheSameSchema() => Assert.Contains($"\"$id\": \"{AccountsJson.SchemaId}\"", File.ReadAllText(SchemaFile));

    [Fact]
    public void WorkbookAndItsJsonGiveTheSameAccounts()
    {
        var accounts = Imported();
        var request = new ImportRequest { Json = new ImportFile("数据.json", AccountsJson.Write(accounts)), UnitName = ImportCase.Unit };
        Assert.Equal(Print(accounts), Print(Importer.Import(request, Set, CancellationToken.None).Value!));
    }

    [Fact]
    public void EqualFiguresGiveEqualBytes()
    {
        static DepartmentAccounts With(decimal value) => new("测试局", 2023, new Dictionary<string, AccountsTable>
        {
            ["表09"] = new("表09", MoneyUnit.Yuan, [new AccountsRow("合计", "合计", new Dictionary<string, AccountsCell> { ["决算合计"] = new(value, null) })]),
        }, Facts.Empty);
        Assert.Equal(AccountsJson.Write(With(1.5m)), AccountsJson.Write(With(1.5000m)));
    }

    [Fact]
    public void HandwrittenJsonMayBeShortAndItsLinesBecomePlaces()
    {
        var result = Read(Handwritten("""
            {"key": "合计", "name": "合计", "cells": {"决算合计": 140000.5, "预算合计": null}}
            """));
        Assert.Equal("", ImportCase.Print(result.Findings));
        var cell = result.Value!.Tables["表09"].Cell("合计", "决算合计");
        Assert.Equal((140000.5m, "数据.json(9,47)"), (cell.Value, cell.Place!.ToString()));
        Assert.Equal("本级", result.Value.Facts.Field("基本情况", "公开层级")!.Text);
    }

    [Theory]
    [InlineData("{\"key\": \"合计\", \"name\": \"合计\", \"cells\": {\"决算总计\": 1}}", "IMP-22", "$.tables.表09.rows[0].cells.决算总计")]
    [InlineData("{\"key\": \"合计\", \"name\": \"合计\", \"cells\": {\"决算合计\": \"1\"}}", "IMP-30", "$.tables.表09.rows[0].cells.决算合计")]
    [InlineData("{\"key\": \"总计\", \"name\": \"合计\", \"cells\": {}}", "IMP-23", "$.tables.表09.rows[0]")]
    [InlineData("{\"key\": \"合计\", \"cells\": {}}", "IMP-61", "缺少属性“name”")]
    [InlineData("{\"key\": \"合计\", \"name\": \"合计\", \"cells\": {}, \"备注\": 1}", "IMP-62", "备注")]
    [InlineData("{\"key\": \"合计\", \"name\": \"合计\", \"cells\": {}, \"key\": \"合计\"", "IMP-60", "语法")]
    [InlineData("7", "IMP-61", "应为对象")]
    public void MistakeIsReportedWithPathAndLine(string row, string rule, string words)
    {
        var result = Read(Handwritten(row));
        var finding = Assert.Single(result.Findings);
        Assert.Equal(rule, finding.Rule);
        Assert.Contains(words, finding.Message);
        Assert.InRange(finding.Places[0].Line!.Value, 9, 10);
    }

    [Fact]
    public void LongNameOverManyValuesTakesNoMoreMemoryThanTheFile()
    {
        var json = Encoding.UTF8.GetBytes($"{{\"{new string('a', 100_000)}\": [{string.Join(',', Enumerable.Repeat("1", 50_000))}]}}");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.False(Read(json).Succeeded);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000_000);
    }

    [Fact]
    public void SumRowThatIsLeftOutIsReported()
    {
        var json = Encoding.UTF8.GetString(Handwritten("{\"key\": \"合计\", \"name\": \"合计\", \"cells\": {}}"))
            .Replace("\"表06\": {\"unit\": \"元\", \"rows\": []}", "\"表06\": {\"unit\": \"元\", \"rows\": [{\"key\": \"人员经费合计\", \"name\": \"\", \"cells\": {\"决算数\": 1}}]}");
        var finding = Assert.Single(Read(Encoding.UTF8.GetBytes(json)).Findings);
        Assert.Equal(("IMP-24", "$.tables.表06：没有“公用经费合计”一行。请补上。"), (finding.Rule, finding.Message));
    }

    [Fact]
    public void MissingTablesAnotherUnitAndAnotherYearAreReportedTogether()
    {
        var request = new ImportRequest { UnitName = "别的局", FiscalYear = 2024, Json = new ImportFile("数据.json", "{\"version\": 1, \"unit\": \"测试局\", \"year\": 2023, \"tables\": {}}"u8.ToArray()) };
        var result = Importer.Import(request, Set, CancellationToken.None);
        Assert.Null(result.Value);
        Assert.Equal(["IMP-13", "IMP-12", .. Enumerable.Repeat("IMP-10", 6)], result.Findings.Select(finding => finding.Rule));
    }

    private static byte[] Handwritten(string row) => Encoding.UTF8.GetBytes($$"""
        {
          "version": 1, "unit": "测试局", "year": 2023,
          "tables": {
            "表01": {"unit": "元", "rows": []}, "表03": {"unit": "元", "rows": []},
            "表04": {"unit": "元", "rows": []}, "表06": {"unit": "元", "rows": []},
            "表07": {"unit": "元", "rows": []},
            "表09": {"unit": "元",
              "rows": [
        {{row.Trim()}}
              ]}
          },
          "facts": {"基本情况": [{"公开名称": "测试局", "公开层级": "本级", "年度": 2023, "公开日期": "2024-09-29"}]}
        }
        """);

    private static string SchemaFile => Path.Combine(Repository.Root, "docs/schema/final-accounts.schema.json");

    // NJsonSchema knows definitions under their older name.
    private static Task<JsonSchema> Schema() => JsonSchema.FromJsonAsync(File.ReadAllText(SchemaFile).Replace("$defs", "definitions", StringComparison.Ordinal));

    private static string Print(DepartmentAccounts accounts)
    {
        var text = new StringBuilder($"{accounts.UnitName} {accounts.FiscalYear}\n");
        foreach (var (key, table) in accounts.Tables.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.AppendLine($"{key} {table.Key} {table.Unit}");
            foreach (var row in table.Rows)
            {
                text.AppendLine($"{row.Key} {row.Name} {row.Code} {string.Join(" ", row.Cells.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value.Value / 1.000000000000000m}@{pair.Value.Place}"))}");
            }
        }

        foreach (var (name, sheet) in accounts.Facts.Sheets.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.AppendLine($"{name} {sheet.Name}");
            foreach (var record in sheet.Records)
            {
                text.AppendLine(string.Join(" ", record.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair =>
                    $"{pair.Key}={pair.Value.Text}|{pair.Value.Number / 1.000000000000000m}|{pair.Value.Date}|{pair.Value.Flag}|{pair.Value.Error}@{pair.Value.Place}")));
            }
        }

        return text + (accounts.Prior is null ? "" : Print(accounts.Prior));
    }

    private static readonly Gen<decimal> Amount = Gen.Long[-9_999_999_999_999, 9_999_999_999_999].Select(Gen.Int[0, 4], (units, scale) => units / (decimal)Math.Pow(10, scale));

    private static readonly Gen<Place?> PlaceGen = Gen.OneOf(
        Gen.Const((Place?)null),
        Gen.Int[1, 99].Select(row => (Place?)new Place("公开表.xlsx", "公开“01”表", $"C{row}")),
        Gen.Int[1, 99].Select(line => (Place?)new Place("手写.json", Line: line, Column: 3)));

    private static readonly Gen<string> Words = Gen.String[Gen.Char["一二三四，。“”<>&\\\"\n\t aZ09（）\u3000"], 1, 12];

    private static readonly Gen<AccountsCell> CellGen = Gen.Select(Amount, Gen.Bool, PlaceGen, (amount, blank, place) => new AccountsCell(blank ? null : amount, place));

    private static Gen<AccountsTable> Table(TableLayout layout)
    {
        var keys = layout.Kind switch
        {
            RowKind.Fixed => layout.Blocks.SelectMany(block => block.Rows).Select(row => row.Key!).ToArray(),
            RowKind.Subjects => ["合计", "201", "20103", "2010301"],
            _ => ["合计"],
        };
        var cells = Gen.Select(CellGen.Array[layout.ValueColumns.Count], Gen.Int[0, layout.ValueColumns.Count], (values, count) =>
            (IReadOnlyDictionary<string, AccountsCell>)layout.ValueColumns.Zip(values).Take(count).ToDictionary(pair => pair.First, pair => pair.Second));
        return Gen.Select(cells.Array[keys.Length], Words, Gen.Bool, (rows, name, yuan) => new AccountsTable(
            layout.Key, yuan ? MoneyUnit.Yuan : MoneyUnit.TenThousandYuan,
            [.. keys.Zip(rows).Select(pair => new AccountsRow(pair.First, name, pair.Second) { Code = layout.Kind == RowKind.Subjects && pair.First != "合计" ? pair.First : null })]));
    }

    private static Gen<FactValue> Fact(FactField field) => Gen.Select(Words, Amount, Gen.Int[0, 20_000], PlaceGen, (text, amount, days, place) => field.Type switch
    {
        FactType.Choice => new FactValue(place) { Text = field.Options[days % field.Options.Count] },
        FactType.Integer => new FactValue(place) { Number = days },
        FactType.Date => new FactValue(place) { Date = new DateOnly(2000, 1, 1).AddDays(days) },
        FactType.Flag => new FactValue(place) { Flag = days % 2 == 0 },
        FactType.Money or FactType.Decimal or FactType.Percent => days % 7 == 0 ? new FactValue(place) { Error = "#REF!" } : new FactValue(place) { Number = amount },
        _ => new FactValue(place) { Text = text },
    });

    private static Gen<FactRecord> Record(FactSheetSchema sheet) => sheet.Fields
        .Select(field => Fact(field).Select(value => (field.Name, value)))
        .Aggregate(Gen.Const(new Dictionary<string, FactValue>()), (all, next) => Gen.Select(all, next, (values, pair) => new Dictionary<string, FactValue>(values) { [pair.Name] = pair.value }))
        .Select(values => new FactRecord(values));

    private static readonly Gen<Facts> FactsGen = Gen.Select(
        Record(Set.Facts.Sheets[0]), Record(Set.Facts.Sheets[1]).Array[0, 4],
        (fields, records) => new Facts(new Dictionary<string, FactSheet> { ["基本情况"] = new("基本情况", [fields]), ["出国费用"] = new("出国费用", records) }));

    private static readonly Gen<IReadOnlyDictionary<string, AccountsTable>> TablesGen = Set.Tables.Select(Table)
        .Aggregate(Gen.Const(Array.Empty<AccountsTable>()), (all, next) => Gen.Select(all, next, (tables, table) => (AccountsTable[])[.. tables, table]))
        .Select(tables => (IReadOnlyDictionary<string, AccountsTable>)tables.ToDictionary(table => table.Key));

    private static readonly Gen<DepartmentAccounts> Accounts = Gen.Select(TablesGen, FactsGen, TablesGen, Gen.Bool, (tables, facts, prior, hasPrior) =>
        new DepartmentAccounts(ImportCase.Unit, 2023, tables, facts) { Prior = hasPrior ? new DepartmentAccounts(ImportCase.Unit, 2022, prior, Facts.Empty) : null });
}
