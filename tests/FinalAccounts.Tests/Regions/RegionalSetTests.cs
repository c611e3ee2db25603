using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Samples;

namespace FinalAccounts.Tests.Regions;

/// <summary>The sets of Yunnan and Sichuan, made of data alone: what their forms have and no other's.</summary>
public sealed class RegionalSetTests
{
    private static readonly CompiledSet Yunnan = ShippedSets.Of("yunnan-2023");
    private static readonly CompiledSet Sichuan = ShippedSets.Of("sichuan-2024");

    [Fact]
    public void YunnanHasItsIndexOnTheCoverItsFifteenTablesAndItsFourthPart()
    {
        var document = Document(Yunnan);
        Assert.Matches("^监督索引号：53[0-9]+$", document.Blocks.OfType<Cover>().Single().Extras.Single().ToString());
        var tables = document.Blocks.OfType<Table>().Where(table => table.Kind == TableKind.Accounts).ToList();
        Assert.Equal(Enumerable.Range(1, 15).Select(number => $"公开{number:00}表"), tables.Select(table => table.Frame!.Mark));
        Assert.Contains("第四部分　其他重要事项及相关口径情况说明", Headings(document));
        Assert.DoesNotContain(Headings(document), heading => heading.Contains("总体情况说明", StringComparison.Ordinal));

        var groups = tables[9].Rows.Single(row => row.Key == "出国团组数").Cells.Select(cell => DocumentText.Of(cell.Inlines)).ToList();
        Assert.Equal(["—", "—"], groups[2..4]);
        Assert.Matches("^[0-9]+$", groups[4]);
        Assert.Contains("自评等级", tables[14].HeaderRows.SelectMany(row => row.Cells).Select(cell => DocumentText.Of(cell.Inlines)));
    }

    [Fact]
    public void SichuanTellsFirstAndPrintsItsThirteenTablesLast()
    {
        var document = Document(Sichuan);
        Assert.StartsWith("公开时间：", document.Blocks.OfType<Cover>().Single().Below.Single().ToString(), StringComparison.Ordinal);
        Assert.Equal(["第一部分", "第二部分", "第三部分", "第四部分", "第五部分"], Headings(document).Where(heading => heading.StartsWith('第')).Select(heading => heading[..4]));
        var tables = document.Blocks.OfType<Table>().Where(table => table.Kind == TableKind.Accounts).ToList();
        Assert.Equal(Enumerable.Range(1, 13).Select(number => $"公开{number:00}表"), tables.Select(table => table.Frame!.Mark));
        Assert.Equal(68, tables[4].Columns.Count);
        Assert.Contains(document.Blocks.OfType<Chart>(), chart => chart.Caption.EndsWith("一般公共预算财政拨款支出决算变动情况", StringComparison.Ordinal));
        Assert.Contains("附属单位上缴收入0万元，占0%", string.Concat(document.Blocks.OfType<Paragraph>().Select(DocumentText.Running)), StringComparison.Ordinal);
    }

    [Fact]
    public void AUnitWithoutCapitalSpendingHasNoneInTheDetailTables()
    {
        // The ledger of this one has nothing under 310.
        var accounts = SampleUnit.Create(Sichuan, UnitVariety.Batch(62, 3).Last());
        Assert.Null(accounts.Tables["表11"].Cell("合计", "310").Value);
        Assert.Equal([], Pipeline.Run(accounts, [], Sichuan, null, CancellationToken.None).Findings.Where(finding => finding.Severity >= Severity.Error).Select(finding => finding.Message));
    }

    [Fact]
    public void WhatYunnanTookAwayIsListed() =>
        Assert.Contains(Yunnan.Set.Changes, change => change is { Kind: "去掉", Name: "表“表09”", File: "yunnan-2023/set.yaml" });

    private static IEnumerable<string> Headings(Document document) => document.Blocks.OfType<Heading>().Select(heading => DocumentText.Of(heading.Inlines));

    private static Document Document(CompiledSet set)
    {
        var disclosure = Pipeline.Run(SampleUnit.Create(set, new UnitOptions(5)), [], set, null, CancellationToken.None);
        Assert.Equal([], disclosure.Findings.Where(finding => finding.Severity >= Severity.Error).Select(finding => finding.Message));
        return disclosure.Document!;
    }
}
