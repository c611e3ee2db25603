using FinalAccounts.Design;
using FinalAccounts.Formulas;
using FinalAccounts.Linting;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Templates;

/// <summary>A set put together by choosing: its files say what was chosen, and are read back as it.</summary>
public sealed class SetDesignTests
{
    private static readonly FolderTemplateSource Shipped = ShippedSets.Source;

    [Theory]
    [InlineData("national-2024")]
    [InlineData("hubei-2023")]
    [InlineData("shanghai-2024")]
    [InlineData("yunnan-2023")]
    [InlineData("sichuan-2024")]
    public void ASetLikeAnotherSaysNothingOfItsOwnButHeadAndOutline(string like)
    {
        var design = Begin(like);
        var files = design.Files().Files;

        Assert.Equal(["outline.yaml", "set.yaml"], files.Keys);
        Assert.DoesNotContain("options", files["set.yaml"], StringComparison.Ordinal);
        Assert.Empty(design.LeftOut);
        var set = Compiled(design);
        Assert.Equal(ShippedSets.Of(like).Set.Outline.Items.Select(Line), set.Outline.Items.Select(Line));
        Assert.Equal(ShippedSets.Of(like).Set.Options, set.Options);
    }

    [Fact]
    public void PartsAndEntriesAreMovedLeftOutTakenInAndCountedAnew()
    {
        var design = Begin("national-2024").TablesAt(last: true);
        Assert.Equal(["第一部分　{公开名称}概况", "第二部分　{公开名称}{年度}年度部门决算情况说明", "第三部分　名词解释", "第四部分　{公开名称}{年度}年度部门决算表"], Titles(design).Select(Swapped));

        design = design.MoveItem(3, 8, -1).MoveItem(3, 7, -1).LeaveOut(3, 8).MarksInOrder();
        Assert.Equal(
            ["六、一般公共预算财政拨款基本支出决算明细表", "七、财政拨款“三公”经费支出决算表", "八、政府性基金预算财政拨款收入支出决算表"], design.Outline.Parts[3].Items.Skip(5).Select(item => item.Title));
        Assert.Equal(["公开07表", "公开08表"], new[] { "表09", "表07" }.Select(key => design.Tables[key].Mark));

        design = design.LeaveOut(1, 7).MoveItem(1, 8, -1).MoveItem(1, 0, -1).MovePart(2, -1);
        Assert.Equal("三、收入支出决算总体情况说明", design.Outline.Parts[0].Items[^1].Title);
        Assert.Equal(["七、机关运行经费支出说明", "八、财政拨款“三公”经费支出决算情况说明"], new[] { "机关运行经费", "三公经费" }.Select(name => design.Outline.Parts[2].Items.Single(item => item.Section == $"sections/{name}.sbn").Title));
        Assert.Equal("第二部分　名词解释", design.Outline.Parts[1].Title);

        var set = Compiled(design);
        Assert.Equal(design.Outline.Parts.Select(part => part.Title), set.Outline.Parts.Select(part => part.Title));
        Assert.DoesNotContain(set.Tables, table => table.Key == "表08");
        Assert.Equal(["sections/国有资本经营.sbn", "表08"], design.LeftOut.Select(entry => SetDesign.Content(entry.Item)).Order(StringComparer.Ordinal));

        var again = design.TakeIn("表08", design.Outline.Parts.Count).TakeIn("sections/国有资本经营.sbn", 0);
        Assert.Equal(("第五部分　{公开名称}{年度}年度部门决算表", "一、国有资本经营预算财政拨款支出决算表"), (Swapped(again.Outline.Parts[^1].Title), again.Outline.Parts[^1].Items[0].Title));
        Assert.Empty(again.LeftOut);
        Assert.Contains(Compiled(again).Tables, table => table.Key == "表08");
    }

    [Fact]
    public void WhatIsNotThereChangesNothing()
    {
        var design = Begin("national-2024");
        foreach (var same in new[] { design.MovePart(0, -1), design.MovePart(9, 1), design.MoveItem(0, 9, 1), design.MoveItem(1, 0, -1), design.LeaveOut(-1, 0), design.LeaveOut(0, 7), design.LeaveOutPart(-1), design.TakeIn("表77", 0), design.TakeIn("表01", 0) })
        {
            Assert.Equal(Titles(design), Titles(same));
            Assert.Equal(Contents(design), Contents(same));
        }
    }

    [Fact]
    public void EveryOptionIsChosenWrittenAndReadBack()
    {
        var like = Begin("national-2024");
        Assert.Equal(typeof(SetOptions).GetProperties().Select(property => property.Name.ToUpperInvariant()).Order(), SetChoice.All.Select(choice => choice.Key.ToUpperInvariant()).Order());
        foreach (var choice in SetChoice.All)
        {
            var value = choice.Values.Count == 0 ? "单位：{公开名称}" : choice.Values.Select(one => one.Value).First(one => one != choice.Get(like.Options));
            var design = like with { Options = choice.Chosen(like.Options, value)! };

            Assert.Equal(value, choice.Get(Compiled(design).Options));
            Assert.Contains($"  {choice.Key}: ", design.Files().Files["set.yaml"], StringComparison.Ordinal);
            Assert.Null(choice.Chosen(like.Options, choice.Values.Count == 0 ? new string('长', 101) : "别的"));
        }
    }

    [Fact]
    public void LinesOfTablesAndTheCoverAreWrittenWhateverTheyHold()
    {
        const string odd = "a: \"b\" #c {公开名称}, [d]";
        var design = Begin("national-2024");
        var tables = design.Tables.ToDictionary();
        tables["表07"] = tables["表07"] with { Mark = null, PrintZeros = true, EmptyStatement = odd };
        design = design with { Name = odd, Region = "是：否", Tables = tables, Outline = design.Outline with { Cover = new OutlineCover([odd], "", ["true"]) { Below = ["null"] } } };
        var set = Compiled(design);

        Assert.Equal((null, true, odd), (set.Table("表07")!.Mark, set.Table("表07")!.PrintZeros, set.Table("表07")!.EmptyStatement));
        Assert.Equal([odd, "true", "null", ""], set.Outline.Cover.Lines);
        Assert.Equal((odd, "是：否"), (set.Name, set.Region));
        Assert.Equal(["outline.yaml", "set.yaml", "tables/表07.yaml"], design.Files().Files.Keys);
    }

    [Fact]
    public void ASetWithTablesLastAndFewerOfThemPassesItsLint()
    {
        var design = Begin("national-2024").TablesAt(last: true);
        var compiled = Load(design.LeaveOut(3, 7).LeaveOut(1, 7));

        Assert.Empty(SetLint.Of(compiled).Where(finding => finding.Severity >= Severity.Warning).Select(finding => finding.Message));
    }

    private static SetDesign Begin(string like)
    {
        var folder = NewTemplateSet.Make(Shipped, "guizhou-2024", like, "贵州").Value!;
        var read = SetDesign.Read(Over(folder), "guizhou-2024");
        Assert.Empty(read.Findings);
        return read.Value! with { Options = read.Value!.Like.Options };
    }

    private static TemplateSnapshot Over(SetFolder folder) => TemplateSnapshot.Take(Shipped, folder.Files.Select(file => (folder.Key, file.Key, file.Value)));

    private static CompiledSet Load(SetDesign design)
    {
        var result = new TemplateSetReader(Over(design.Files())).ReadCompiled(design.Key);
        Assert.Empty(result.Findings.Where(finding => finding.Severity >= Severity.Error).Select(finding => $"{finding.Places[0]} {finding.Message}"));
        return result.Value!;
    }

    private static TemplateSet Compiled(SetDesign design) => Load(design).Set;

    private static IEnumerable<string> Titles(SetDesign design) => design.Outline.Parts.Select(part => part.Title);

    private static IEnumerable<string> Contents(SetDesign design) => design.Outline.Items.Select(SetDesign.Content);

    private static string Line(OutlineItem item) => $"{item.Title}|{SetDesign.Content(item)}|{item.When}|{item.ContentsText}";

    private static string Swapped(string title) => title.Replace("{年度}年度{公开名称}", "{公开名称}{年度}年度", StringComparison.Ordinal);
}
