using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Narration;
using FinalAccounts.Narration.Sandbox;
using FinalAccounts.Tests.Formulas;
using FinalAccounts.Tests.Templates;

namespace FinalAccounts.Tests.Narration;

/// <summary>Templates that print far too much of large data: each is ended by a limit, and what it printed until then is within the limits. What is made is counted, never the time: how long it takes is a matter of the machine.</summary>
public sealed class LargeOutputTests
{
    private const int Records = 1_500;

    private static readonly DepartmentAccounts Large = LargeUnit();

    // What is printed in one round.
    private static readonly (string Name, string Text)[] Printed =
    [
        ("段落", "\n\n{{ 段落 资料.主要职责 }}\n\n"),
        ("表", "\n\n{{ 表 资料.出国费用 \"费用\" \"金额\" }}\n\n"),
        ("表 with many columns", "\n\n{{ 表 资料.出国团组 " + Repeat("\"名称\" \"人次\" ", 5) + "}}\n\n"),
        ("图", "\n\n{{ 图 \"收支总计变动\" }}\n\n"),
        ("列举", "{{ 列举 资料.出国团组 }}"),
        ("a long text", "{{ 资料.政府采购.说明 }}"),
        ("a text of many lines", "\n\n{{ 资料.政府采购.用途 }}\n\n"),
        ("a list item", "\n- {{ 甲 | 万元 }}"),
        ("words of the template", new string('字', 3_000)),
        ("short paragraphs of the template", Repeat("字\n\n", 200)),
        ("headings", "\n\n### {{ 甲 | 万元 }}\n\n"),
        ("strong words", "**{{ 甲 | 万元 }}**"),
        ("figures", "{{ 甲 | 万元 }}{{ 甲 | 增减额 }}"),
    ];

    // How the rounds come about; {} stands for what is printed.
    private static readonly (string Name, string Text, string? Phrases)[] Rounds =
    [
        ("nested loops over the data", "{{ for a in 资料.出国团组 }}{{ for b in 资料.出国团组 }}{}{{ end }}{{ end }}", null),
        ("loops over lists", Repeat("{{ for a in [1,2,3,4,5,6,7,8,9,10] }}", 5) + "{}" + Repeat("{{ end }}", 5), null),
        ("a captured phrase", "{{ func 长 }}{}{{ end }}{{ for a in 资料.出国团组 }}{{ for b in 资料.出国团组 }}{{ x = 长 }}{{ x }}{{ end }}{{ end }}", null),
        ("a phrase that calls itself", "{{ func 叉(n) }}{{ if n < 39 }}{}{{ 叉 n + 1 }}{{ 叉 n + 1 }}{{ end }}{{ end }}{{ 叉 1 }}", null),
        ("a phrase of the set", "{{ for a in 资料.出国团组 }}{{ for b in 资料.出国团组 }}{{ 印 }}{{ end }}{{ end }}", "{{ func 印 }}{}{{ end }}"),
        ("repetition in the text", "{{ for a in 资料.出国团组 }}" + Repeat("{}", 20) + "{{ end }}", null),
    ];

    // What is made and never printed, and what templates may not do at all.
    private static readonly (string Name, string Text)[] Kept =
    [
        ("a range", "{{ for i in 1..20000 }}字{{ end }}"),
        ("captures kept by name", "{{ func 长 }}" + Repeat("{{ for a in [1,2,3,4,5,6,7,8,9,10] }}", 2) + new string('字', 3_000) + Repeat("{{ end }}", 2) + "{{ end }}" + Named("长")),
        ("blocks kept by name", Named("段落 资料.主要职责")),
        ("tables kept by name", Named("表 资料.出国费用 \"费用\" \"金额\"")),
        ("lists kept by name", Named("列举 资料.出国团组")),
        ("searches", "{{ for a in 资料.出国团组 }}{{ for b in 资料.出国团组 }}{{ x = 资料.出国团组 | 找 \"名称\" \"没有\" }}{{ end }}{{ end }}"),
        ("choices", "{{ for a in 资料.出国团组 }}{{ for b in 资料.出国团组 }}{{ x = 资料.出国团组 | 非零 \"人次\" }}{{ end }}{{ end }}"),
        ("printed again and again", "{{ x = 段落 资料.主要职责 }}{{ for a in 资料.出国团组 }}\n\n{{ x }}\n\n{{ end }}"),
        ("string multiplication", "{{ for a in 资料.出国团组 }}{{ '字' * 100000 }}{{ end }}"),
        ("string doubling", "{{ x = '字' }}{{ for a in 资料.出国团组 }}{{ x = x + x }}{{ end }}{{ x }}"),
        ("include", "{{ for a in 资料.出国团组 }}{{ include 'sections/概况.sbn' }}{{ end }}"),
        ("include of itself", "{{ include 'sections/概况.sbn' }}{{ include 'sections/概况.sbn' }}"),
        ("capture", "{{ for a in 资料.出国团组 }}{{ capture x }}{{ 段落 资料.主要职责 }}{{ end }}{{ end }}"),
    ];

    // Rows carry names only: the runner writes every argument out, some of them many times over.
    private static readonly Dictionary<string, (string Template, string? Phrases, bool Allowed)> ByName = Printed
        .SelectMany(printed => Rounds.Select(rounds => (Name: $"{printed.Name} in {rounds.Name}", Template: Filled(rounds.Text, printed.Text)!, Phrases: Filled(rounds.Phrases, printed.Text), Allowed: true)))
        .Concat(Kept.Select(kept => (kept.Name, Template: kept.Text, Phrases: (string?)null, Allowed: false)))
        .ToDictionary(row => row.Name, row => (row.Template, row.Phrases, row.Allowed));

    public static TheoryData<string> Templates => [.. ByName.Keys];

    [Theory]
    [MemberData(nameof(Templates))]
    public void EndsAtALimit(string name)
    {
        var (template, phrases, allowed) = ByName[name];
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var section = Say(template, phrases);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;

        // What templates may do ends at the limit itself, not at a mistake on the way to it.
        var finding = section.Findings.FirstOrDefault(finding => allowed ? finding.Rule is "NAR-04" : finding.Rule is "NAR-02" or "NAR-03" or "NAR-04" or "NAR-05");
        Assert.True(finding is not null, $"{name}: {string.Join(';', section.Findings.Select(finding => finding.Message))}");
        Assert.Contains(finding.Places, place => place.File is SmallNarration.File or Narrator.PhrasesFile && place.Line >= 1);
        var size = PrintedSize.Of(section.Blocks);

        // What passed the limit is not printed; paragraphs and list items count besides the texts in them.
        Assert.True(size.Elements <= 3 * NarrationLimits.Elements && size.Characters <= NarrationLimits.Output + 200, $"{name}: {size}");
        Assert.True(allocated < 300_000_000, $"{name}: {allocated:N0} bytes");
    }

    [Fact]
    public void ThereAreAtLeastSixtyOfThem() => Assert.True(Templates.Count >= 60);

    [Fact]
    public void AllRecordsOfALargeUnitArePrintedOnce()
    {
        var section = Say("{{ 段落 资料.主要职责 }}\n\n{{ 表 资料.出国费用 \"费用\" \"金额\" }}\n\n{{ 列举 资料.出国团组 }}\n\n{{ for 团 in 资料.出国团组 }}\n{{ 团.名称 }}{{ 团.人次 | 数量 \"人次\" }}\n\n{{ end }}");

        Assert.Empty(section.Findings.Select(finding => finding.Message));
        Assert.True(section.Blocks.Count >= 2 * Records, $"{section.Blocks.Count}");
    }

    [Fact]
    public void WhatAResultCostsIsCountedOnceWhereItIsMadeAndPrinted()
    {
        var once = Say("{{ 段落 资料.主要职责 }}").Size;
        var twice = Say("{{ x = 段落 资料.主要职责 }}{{ x }}\n\n{{ x }}").Size;

        Assert.Equal(once.Elements * 2, twice.Elements, 10d);
    }

    private static NarratedSection Say(string template, string? phrases = null)
    {
        var files = SmallNarration.Files(template, phrases);
        files["小/facts.yaml"] = """
            sheets:
              - name: 政府采购
                kind: fields
                fields:
                  - {name: 说明, type: prose}
                  - {name: 用途, type: prose}
              - name: 主要职责
                kind: records
                fields:
                  - {name: 级次, type: text}
                  - {name: 内容, type: prose}
              - name: 出国费用
                kind: records
                fields:
                  - {name: 费用, type: text}
                  - {name: 金额, type: money, unit: 万元}
              - name: 出国团组
                kind: records
                fields:
                  - {name: 名称, type: text}
                  - {name: 人次, type: integer}
            """;
        files["小/charts.yaml"] = """
            - name: 收支总计变动
              kind: column
              caption: 变动情况
              unit: 万元
              categories: ["{上年}年度", "{年度}年度"]
              series:
                - {name: 总计, values: ["上年(甲)", 甲]}
            """;
        var compiled = SmallSet.Reader(files).ReadCompiled("小");
        Assert.Empty(compiled.Findings);
        return Narrator.NarrateSection(Large, compiled.Value!, SmallNarration.File, CancellationToken.None);
    }

    private static DepartmentAccounts LargeUnit()
    {
        var lines = string.Join('\n', Enumerable.Range(1, 200).Select(i => $"第{i}行"));
        var unit = SmallAccounts.With(SmallNarration.Unit(), Sheet("主要职责", i => new()
        {
            ["级次"] = new(null) { Text = "正文" }, ["内容"] = new(null) { Text = $"第{i}条职责" },
        }));
        unit = SmallAccounts.With(unit, Sheet("出国费用", i => new() { ["费用"] = new(null) { Text = $"第{i}项" }, ["金额"] = new(null) { Number = 1_000 + i } }));
        unit = SmallAccounts.With(unit, Sheet("出国团组", i => new() { ["名称"] = new(null) { Text = $"第{i}团" }, ["人次"] = new(null) { Number = i + 1 } }));
        return SmallAccounts.With(unit, new FactSheet("政府采购", [new FactRecord(new Dictionary<string, FactValue> { ["说明"] = new(null) { Text = new string('说', 30_000) }, ["用途"] = new(null) { Text = lines } })]));
    }

    private static FactSheet Sheet(string name, Func<int, Dictionary<string, FactValue>> values) =>
        new(name, [.. Enumerable.Range(0, Records).Select(i => new FactRecord(values(i)))]);

    private static string? Filled(string? around, string text) => around?.Replace("{}", text, StringComparison.Ordinal);

    private static string Named(string expression) => string.Concat(Enumerable.Range(0, 2_000).Select(i => $"{{{{ x{i} = {expression} }}}}"));

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
