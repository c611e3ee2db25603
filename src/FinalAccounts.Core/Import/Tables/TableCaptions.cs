using FinalAccounts.Templates;

namespace FinalAccounts.Import.Tables;

/// <summary>The captions of all tables of a workbook, held against each other: one unit of money and one unit's name, each said once.</summary>
internal sealed class TableCaptions(TemplateSet set, string? unitName, ImportFindings findings)
{
    /// <summary>Each table with its caption; a table without unit of money takes that of the others where they agree.</summary>
    public IReadOnlyList<(LocatedTable Table, TableCaption Caption)> Read(IReadOnlyList<LocatedTable> tables)
    {
        var captions = tables.Select(table => (Table: table, Caption: TableCaption.Read(table.Region, table.Header.DataRow - 1, table.Label, findings))).ToList();
        CheckUnit(captions);
        return WithMoney(captions);
    }

    private List<(LocatedTable Table, TableCaption Caption)> WithMoney(List<(LocatedTable Table, TableCaption Caption)> captions)
    {
        var without = captions.Where(pair => pair.Caption is { Unit: null, UnitMistaken: false }).Select(pair => pair.Table).ToList();
        if (without.Count == 0)
        {
            return captions;
        }

        var units = captions.Select(pair => pair.Caption.Unit).OfType<Accounts.MoneyUnit>().Distinct().ToList();
        var names = string.Join("、", without.Select(table => table.Layout.Key));
        Documents.Place[] places = [.. without.Select(table => table.Region.Grid.Place(table.Region.Top, table.Region.Left))];
        if (units is not [var unit])
        {
            findings.Fatal(
                "IMP-14",
                units.Count == 0
                    ? $"{names}：没有找到“金额单位：万元”或“金额单位：元”。请在标题和表头之间补上金额单位一行。"
                    : $"{names}：没有找到金额单位，而别的表有的是元、有的是万元，不能推断。请在标题和表头之间补上“金额单位：万元”或“金额单位：元”。",
                places);
            return captions;
        }

        findings.Warn("IMP-14", $"{names}：没有写金额单位，其余各表都是{Import.Money.Name(unit)}，照此读。请核对，并在标题和表头之间补上“金额单位：{Import.Money.Name(unit)}”。", places);
        return captions.ConvertAll(pair => without.Contains(pair.Table) ? (pair.Table, pair.Caption with { Unit = unit }) : pair);
    }

    private void CheckUnit(List<(LocatedTable Table, TableCaption Caption)> captions)
    {
        var named = captions.Where(pair => pair.Caption.UnitName is not null).ToList();
        var nameless = captions.Except(named).Select(pair => pair.Table).ToList();
        if (set.Options.TableOwner is not null && nameless.Count > 0)
        {
            findings.Warn(
                "IMP-16",
                $"{(nameless.Count == 1 ? nameless[0].Label : string.Join("、", nameless.Select(table => table.Layout.Key)))}：没有“部门：单位名称”一行，无法核对是哪个单位的表。请补上。",
                [.. nameless.Select(table => table.Place)]);
        }

        var expected = unitName ?? named.FirstOrDefault().Caption?.UnitName;
        foreach (var other in named.Where(pair => !UnitNames.AreSame(pair.Caption.UnitName!, expected!)).GroupBy(pair => LooseText.Of(pair.Caption.UnitName)))
        {
            var tables = other.ToList();
            var which = tables.Count == 1 ? tables[0].Table.Label : string.Join("、", tables.Select(pair => pair.Table.Layout.Key));
            var should = unitName is null ? $"，而{named[0].Table.Layout.Key}写的是“{expected}”。一个{findings.Words.Whole}只能有一个单位的表" : $"，应为“{expected}”";
            findings.Fatal(
                "IMP-13", $"{which}：部门写的是“{tables[0].Caption.UnitName}”{should}。请换成本单位的表，或改正名称。",
                [.. tables.Select(pair => pair.Caption.UnitNamePlace!)]);
        }
    }
}
