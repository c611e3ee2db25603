using FinalAccounts.Accounts;
using FinalAccounts.Assembly;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Templates;
using FinalAccounts.Tests.Formulas;
using FinalAccounts.Tests.Narration;

namespace FinalAccounts.Tests.Templates;

/// <summary>What regions have differently and a set says: lines above the tables, the place of 合计, conditional sections, files added to a parent's.</summary>
public sealed class RegionalFormTests
{
    private static readonly DateTimeOffset Created = new(2024, 9, 1, 0, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void TheLinesAboveTheTablesAreTheSets()
    {
        Assert.Equal(new TableFrame(null, "部门：小局", "金额单位：万元"), Tables(SmallSet.Files())["t03"].Frame);
        var frame = Tables(With("options: {percentDecimals: 2, listZeroSources: true}", "options: {tableOwner: none, tableUnit: 单位：万元}"))["t03"].Frame;
        Assert.Equal(new TableFrame(null, null, "单位：万元"), frame);
    }

    [Fact]
    public void ATableWithoutAMarkIsASheetOfItsName() => Assert.Equal("支出决算表", Tables(SmallSet.Files())["t03"].SheetName);

    [Fact]
    public void TheSumStandsWhereTheFormHasIt()
    {
        var first = Tables(SmallSet.Files())["t03"];
        Assert.Equal("合计", first.Rows[0].Key);
        Assert.Equal([3, 1], first.Rows[0].Cells.Take(2).Select(cell => cell.ColumnSpan));

        var last = Tables(WithTable("emptyStatement:", "total: last\ntotalAcross: true\nemptyStatement:"))["t03"];
        Assert.Equal("合计", last.Rows[^1].Key);
        Assert.Equal(4, last.Rows[^1].Cells[0].ColumnSpan);
        Assert.Equal("合　计", DocumentText.Of(last.Rows[^1].Cells[0].Inlines));
        Assert.Equal(first.Rows.Skip(1).Select(row => row.Key), last.Rows.SkipLast(1).Select(row => row.Key));
    }

    [Fact]
    public void OnlyATableOfSubjectsSaysWhereItsSumStands()
    {
        var files = SmallSet.Files();
        files["小/tables/表09.yaml"] += "\ntotal: last\n";
        Assert.StartsWith("只有 kind 为 subjects 或 list 的表才写 total", Assert.Single(SmallSet.Reader(files).Read("小").Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ASectionWhoseConditionFailsIsNotInTheUnitsDocument()
    {
        var files = WithOutline("""
                  - {title: 单位构成, section: sections/概况.sbn, when: 计数(资料.出国团组) > 3}
                  - {title: 机构设置, section: sections/概况.sbn, when: 计数(资料.出国团组) = 3}
            """);
        var set = Compiled(files);
        Assert.Equal(["机构设置"], UnitOutline.Of(set, SmallAccounts.Unit()).Value!.Parts.Single().Items.Select(item => item.Title));

        var without = SmallAccounts.Unit() with { Facts = Facts.Empty };
        var broken = UnitOutline.Of(set, without);
        Assert.Equal(2, broken.Value!.Parts.Single().Items.Count);
        Assert.All(broken.Findings, finding => Assert.Equal(("ASM-11", Severity.Error), (finding.Rule, finding.Severity)));
    }

    [Fact]
    public void AConditionIsCheckedWithTheSet()
    {
        var finding = Assert.Single(SmallSet.Reader(WithOutline("      - {title: 甲, section: sections/概况.sbn, when: 计数(资料.出国组) > 0}")).ReadCompiled("小").Findings);
        Assert.Contains("出国组", finding.Message, StringComparison.Ordinal);
        Assert.Equal("小/outline.yaml", finding.Places[0].File);
    }

    [Fact]
    public void APartMayBeCalledOtherwiseInTheContents()
    {
        var files = WithOutline("      - {title: 二、总表, table: 表03}\n      - {title: 三、说明的情况, contents: 三、说明, section: sections/概况.sbn}", "contents: 第一部分　小局决算表");
        Assert.Equal(
            [("第一部分", "第一部分　小局决算表"), ("2023年度支出决算表", "二、总表"), ("三、说明的情况", "三、说明")],
            Assemble(files).Blocks.OfType<Heading>().Select(heading => (DocumentText.Of(heading.Inlines), heading.ContentsText)));
    }

    [Fact]
    public void APartsTitleStandsOnThePageOfItsFirstTable()
    {
        var files = WithOutline("      - {title: 二、总表, table: 表03}", "titlePage: false");
        var section = Assemble(files).Sections.Single(section => section.Blocks.Any(block => block is Heading { Level: 1 }));
        Assert.Equal((PageKind.Tables, PageOrientation.Landscape), (section.Page.Kind, section.Page.Orientation));
        Assert.Contains(section.Blocks, block => block is Table);
    }

    [Fact]
    public void AChildAddsMetricsAndRulesToItsParentsWithoutCopyingThem()
    {
        var files = SmallSet.Files("母");
        files["母/rules.yaml"] = "- {code: 一, formula: \"表01[收入总计] = 表01[支出总计]\", message: 一}\n";
        files["子/set.yaml"] = "name: 子省\nfiscalYear: 2024\nregion: 子省\nparent: 母\n";
        files["子/rules/二.yaml"] = "- {code: 二, formula: \"表09[决算合计] >= 表09[决算接待费]\", message: 二}\n";
        files["子/metrics/接待.yaml"] = "- {name: 接待费, formula: \"表09[决算接待费]\", unit: 元, meaning: 接待}\n";

        var set = SmallSet.Reader(files).Read("子").Value!;
        Assert.Equal(["一", "二"], set.Rules.Select(rule => rule.Code));
        Assert.Equal("接待费", set.Metrics[^1].Name);
        Assert.Equal("子/metrics/接待.yaml", set.Metrics[^1].Place.File);

        // A code of the parent's is its rule, said anew; the same code twice in one set is a slip.
        const string Again = "- {code: 一, formula: \"表09[决算合计] >= 表09[决算接待费]\", message: 二}\n";
        files["子/rules/二.yaml"] = Again;
        Assert.Equal(["一 二"], SmallSet.Reader(files).Read("子").Value!.Rules.Select(rule => $"{rule.Code} {rule.Message}"));
        files["子/rules/二.yaml"] = Again + Again;
        Assert.Equal("TPL-05", Assert.Single(SmallSet.Reader(files).Read("子").Findings).Rule);
    }

    [Fact]
    public void ASetSaysWhatItOverridesAndWhatItInherits()
    {
        var files = SmallSet.Files("母");
        files["子/set.yaml"] = "name: 子省\nfiscalYear: 2024\nregion: 子省\nparent: 母\n";
        files["子/sections/概况.sbn"] = "子";
        files["子/sections/增加.sbn"] = "新";

        var set = SmallSet.Reader(files).Read("子").Value!;
        Assert.Equal([new SetFile("sections/增加.sbn", "子", null)], set.Files.Where(file => file is { Set: "子", Overrides: null }));
        Assert.Equal([new SetFile("sections/概况.sbn", "子", "母")], set.Files.Where(file => file.Overrides is not null));
        Assert.Equal(files.Keys.Count(key => key.StartsWith("母/", StringComparison.Ordinal)) - 2, set.Files.Count(file => file.Set == "母"));
        Assert.Equal([("子", 2024, "母"), ("母", 2023, null)], SmallSet.Reader(files).Summaries().Select(head => (head.Key, head.FiscalYear, head.Parent)));
    }

    [Fact]
    public void ASmallTableCountsItsRows() => Assert.Equal(
        "序号 人次\n1 3\n2 5\n3",
        string.Join('\n', SmallNarration.Say("{{ 表 资料.出国团组 \"序号\" \"人次\" }}").Blocks.OfType<Table>().SelectMany(table => table.HeaderRows.Concat(table.Rows))
            .Select(row => string.Join(' ', row.Cells.Select(cell => DocumentText.Of(cell.Inlines))).Trim())));

    private static Dictionary<string, Table> Tables(Dictionary<string, string> files) =>
        Assembler.AssembleTables(SmallAccounts.Unit(), Compiled(files).Set, Created).Value!.Blocks.OfType<Table>().ToDictionary(table => table.Id);

    private static Document Assemble(Dictionary<string, string> files) =>
        Assembler.Assemble(SmallAccounts.Unit(), Compiled(files).Set, new Dictionary<string, IReadOnlyList<Block>>(), Created).Value!;

    private static CompiledSet Compiled(Dictionary<string, string> files)
    {
        var result = SmallSet.Reader(files).ReadCompiled("小");
        Assert.Empty(result.Findings);
        return result.Value!;
    }

    private static Dictionary<string, string> With(string from, string to) => Changed("小/set.yaml", from, to);

    private static Dictionary<string, string> WithTable(string from, string to) => Changed("小/tables/表03.yaml", from, to);

    private static Dictionary<string, string> WithOutline(string items, string part = "titlePage: true")
    {
        var files = SmallSet.Files();
        files["小/outline.yaml"] = $"cover: {{title: [a]}}\nparts:\n  - title: 第一部分\n    {part}\n    items:\n{items}\n";
        return files;
    }

    private static Dictionary<string, string> Changed(string file, string from, string to)
    {
        var files = SmallSet.Files();
        Assert.Contains(from, files[file], StringComparison.Ordinal);
        files[file] = files[file].Replace(from, to, StringComparison.Ordinal);
        return files;
    }
}
