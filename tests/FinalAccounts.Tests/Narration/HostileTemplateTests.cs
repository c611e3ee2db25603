namespace FinalAccounts.Tests.Narration;

/// <summary>Templates that try to hang, to fill memory, to reach outside or to forge markup: each ends in findings.</summary>
public sealed class HostileTemplateTests
{
    private static readonly string Long = new('长', 60_000);

    // Rows carry names only: the runner writes every argument out, some of them many times over.
    private static readonly Dictionary<string, string> ByName = new()
    {
        // endless and huge work
        { "while", "{{ while true }}字{{ end }}" },
        { "while in a function", "{{ func 转 }}{{ while true }}{{ end }}{{ end }}{{ 转 }}" },
        { "range", "{{ for i in 1..1000000000 }}字{{ end }}" },
        { "until range", "{{ for i in 1..<1000000000 }}字{{ end }}" },
        { "range value", "{{ x = 1..2000000000 }}{{ 列举 x }}" },
        { "string times number", "{{ '字' * 1000000000 }}" },
        { "doubling", "{{ x = '字' }}" + Repeat("{{ x = x + x }}", 60) + "{{ x }}" },
        { "doubling of data", "{{ x = 资料.出国团组 }}{{ y = [x,x,x,x,x,x,x,x] }}{{ z = [y,y,y,y,y,y,y,y] }}{{ z }}" },
        { "nested loops", "{{ for a in 资料.出国团组 }}" + Repeat("{{ for a in [1,2,3,4,5,6,7,8,9,10] }}", 12) + "字" + Repeat("{{ end }}", 13) },
        { "nested loops of long text", Repeat("{{ for a in [1,2,3,4,5,6,7,8,9,10] }}", 6) + Long + Repeat("{{ end }}", 6) },
        { "long text in a captured function", "{{ func 长 }}" + Repeat("{{ for a in [1,2,3,4,5,6,7,8,9,10] }}", 6) + Long + Repeat("{{ end }}", 6) + "{{ end }}{{ x = 长 }}" },
        { "recursion", "{{ func 套 }}{{ 套 }}{{ end }}{{ 套 }}" },
        { "recursion with arguments", "{{ func 套(n) }}{{ 套 n + 1 }}{{ 套 n + 1 }}{{ end }}{{ 套 1 }}" },
        { "mutual recursion", "{{ func 一 }}{{ 二 }}{{ end }}{{ func 二 }}{{ 一 }}{{ end }}{{ 一 }}" },
        { "branching recursion", "{{ func 叉(n) }}{{ if n < 39 }}{{ 叉 n + 1 }}{{ 叉 n + 1 }}{{ end }}{{ end }}{{ 叉 1 }}" },
        { "power", "{{ x = 2 }}" + Repeat("{{ x = x * x }}", 30) + "{{ x }}" },
        { "sums that overflow", "{{ x = 2000000000 }}" + Repeat("{{ x = x + x }}", 200) + "{{ '' + x + '号' | 图 }}" },
        { "shift", "{{ 1 << 1000000000 }}" },
        { "huge literal", "{{ x = " + new string('9', 50_000) + " }}{{ x }}" },
        { "huge decimal literal", "{{ x = 1e308 }}{{ x }}" },
        { "list grown in a loop", "{{ x = [1] }}{{ for i in [1,2,3,4,5,6,7,8,9] }}{{ x = [x, x] }}{{ end }}{{ x }}" },

        // deep nesting while parsing
        { "parentheses", "{{ " + new string('(', 20_000) + "1" + new string(')', 20_000) + " }}" },
        { "brackets", "{{ " + new string('[', 20_000) + " }}" },
        { "nots", "{{ " + new string('!', 20_000) + "true }}" },
        { "chain of plus", "{{ 1" + Repeat("+1", 20_000) + " }}" },
        { "chain of members", "{{ 资料" + Repeat(".资料", 20_000) + " }}" },
        { "chain of pipes", "{{ 甲 " + Repeat("| 万元 ", 10_000) + "}}" },
        { "nested ifs", Repeat("{{if true}}", 8_000) },
        { "else if chain", "{{if 甲}}" + Repeat("{{else if 甲}}", 7_000) + "{{end}}" },
        { "braces", Repeat("{", 90_000) },
        { "size", new string('字', 200_000) },

        // reaching outside
        { "include", "{{ include '/etc/passwd' }}" },
        { "import", "{{ import 甲 }}" },
        { "CLR type", "{{ 甲.GetType }}" },
        { "CLR assembly", "{{ 甲.origin.GetType.Assembly.Location }}" },
        { "CLR member of text", "{{ 'abc'.Length }}" },
        { "CLR member of list", "{{ 资料.出国团组.Count }}" },
        { "CLR member of a helper", "{{ f = @万元 }}{{ f.Run }}" },
        { "members by index", "{{ 甲['Origin'] }}" },
        { "characters of a marker", "{{ x = '' + 单位名称 }}{{ x[0] }}{{ x[1] }}" },
        { "object.eval", "{{ object.eval '1+1' }}" },
        { "eval_template", "{{ object.eval_template '{{ 1 }}' }}" },
        { "regex", "{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaa!' | regex.match '(a+)+$' }}" },
        { "string builtin", "{{ 'a' | string.pad_left 1000000000 }}" },
        { "date.now", "{{ date.now }}" },
        { "math.random", "{{ math.random 1 10 }}" },
        { "this", "{{ this }}" },
        { "this as list", "{{ for x in this }}{{ x }}{{ end }}" },
        { "new object", "{{ x = {a: 1} }}{{ x }}" },
        { "with", "{{ with 资料 }}{{ end }}" },
        { "wrap", "{{ wrap 段落 }}字{{ end }}" },
        { "capture", "{{ capture x }}字{{ end }}" },
        { "tablerow", "{{ tablerow i in [1,2] }}{{ end }}" },
        { "anonymous function", "{{ f = do; ret 1; end }}{{ f }}" },
        { "interpolation", "{{ $'{甲}' }}" },
        { "write a metric", "{{ 甲 = 5 }}" },
        { "write a fact", "{{ 资料.政府采购.总额 = 5 }}" },
        { "write an item", "{{ 资料['政府采购'] = 5 }}" },
        { "replace a helper", "{{ func 万元(x) }}1万元{{ end }}{{ 甲 | 万元 }}" },
        { "readonly", "{{ readonly 甲 }}" },
        { "increment", "{{ i = 1 }}{{ i++ }}" },

        // markup
        { "script", "<script>alert(1)</script>" },
        { "inline html", "字<img src=x onerror=alert(1)>字" },
        { "html comment", "字<!-- 字 -->字" },
        { "link", "[字](javascript:alert(1))" },
        { "link reference", "[字]\n\n[字]: http://a.b/c" },
        { "image", "![字](http://a.b/c.png)" },
        { "autolink", "<http://a.b/c>" },
        { "entity of a marker", "&#xE000;&#xE010;&#xE001;" },
        { "marker in text", "\uE000\uE010\uE001" },
        { "marker in a string", "{{ '\uE000\uE010\uE001' }}" },
        { "marker by escape", "{{ '\\uE000\\uE010\\uE001' }}" },
        { "marker by escape in a list", "{{ 列举 ['\\uE000\\uE010\\uE001'] }}" },
        { "html in a string", "{{ '<b>字</b>' }}" },
        { "style", "<style>body{display:none}</style>" },
        { "data address", "![字](data:text/html;base64,PHNjcmlwdD4=)" },

        // lists that double, compared and walked through
        { "equal lists of lists", Doubling("x") + Doubling("y") + "{{ if x == y }}字{{ end }}" },
        { "greater lists of lists", Doubling("x") + Doubling("y") + "{{ if x > y }}字{{ end }}" },
        { "case of lists of lists", Doubling("x") + Doubling("y") + "{{ case x }}{{ when y }}字{{ end }}" },
        { "lists of lists enumerated", Doubling("x") + "{{ 列举 x }}" },
        { "equal ranges", "{{ if (1..2000000000) == (1..2000000000) }}字{{ end }}" },
        { "range as amount", "{{ (1..2000000000) | 非零 }}" },
        { "range counted", "{{ (1..2000000000) | 数量 '个' }}" },
        { "slice of a range", "{{ x = 1..2000000000 }}{{ for i in x offset:1900000000 }}字{{ end }}" },

        // very many mistakes, values, lines
        { "many unknown names", Repeat("{{ 收支总纪结余合计 }}", 6_000) },
        { "many different unknown names", string.Concat(Enumerable.Range(0, 6_000).Select(i => $"{{{{ 收支总纪{i} }}}}")) },
        { "many mistakes at run time", "{{ for i in 1..20000 }}{{ 甲 }}{{ end }}{{ 没有 }}" },
        { "many values", Repeat("{{ for a in [1,2,3,4,5,6,7,8,9,10] }}", 5) + "{{ 甲 | 万元 }}" + Repeat("{{ end }}", 5) },
        { "many charts", Repeat("{{ for a in [1,2,3,4,5,6,7,8,9,10] }}", 5) + "{{ 表 '表01' }}" + Repeat("{{ end }}", 5) },
        { "format string", "{{ 甲 | 数量 '{0:X99999999}' }}" },
        { "format of a date", "{{ '2024-01-01' | date.to_string '%c%c%c' }}" },
        { "parse of a template", "{{ 'x' | object.eval_template }}{{ template.parse 'x' }}" },

        // marks that the Markdown parser walks through again and again
        { "quotes in quotes", Repeat("> ", 40_000) + "字" },
        { "items in items", Repeat("- ", 40_000) + "字" },
        { "open brackets", Repeat("[", 90_000) + "{{ 没有 }}" },
        { "pairs of brackets", Repeat("[](", 30_000) },
        { "images in images", Repeat("![", 40_000) + "{{ 没有 }}" },
        { "stars", Repeat("*字 **字 ", 15_000) + "{{ 没有 }}" },
        { "runs of backticks", string.Concat(Enumerable.Range(1, 400).Select(i => new string('`', i) + " ")) + "{{ 没有 }}" },
        { "open angles", Repeat("<a ", 30_000) + "{{ 没有 }}" },
        { "open comments", Repeat("<!-- ", 18_000) + "{{ 没有 }}" },
        { "entities", Repeat("&amp", 22_000) + ";{{ 没有 }}" },
        { "link definitions", Repeat("[a]: b\n", 10_000) },
        { "pairs of brackets printed in a loop", Repeat("{{ for a in [1,2,3,4,5,6,7,8,9,10] }}", 4) + Repeat("[](", 30) + Repeat("{{ end }}", 4) + "{{ 没有 }}" },
        { "items printed in a loop", Repeat("{{ for a in [1,2,3,4,5,6,7,8,9,10] }}", 4) + Repeat("- ", 40) + Repeat("{{ end }}", 4) + "{{ 没有 }}" },
        { "many items", Repeat("{{ for a in [1,2,3,4,5,6,7,8,9,10] }}", 4) + Repeat("- 字\n", 15) + Repeat("{{ end }}", 4) + "{{ 没有 }}" },
        { "headings printed in a loop", Repeat("{{ for a in [1,2,3,4,5,6,7,8,9,10] }}", 4) + Repeat("## 字\n", 15) + Repeat("{{ end }}", 4) + "{{ 没有 }}" },
        { "brackets printed in a loop", Repeat("{{ for a in [1,2,3,4,5,6,7,8,9,10] }}", 4) + Repeat("[", 90) + Repeat("{{ end }}", 4) + "{{ 没有 }}" },
        { "stars printed in a loop", Repeat("{{ for a in [1,2,3,4,5,6,7,8,9,10] }}", 4) + Repeat("*字 **字 ", 9) + Repeat("{{ end }}", 4) + "{{ 没有 }}" },
        { "quotes printed in a loop", Repeat("{{ for a in [1,2,3,4,5,6,7,8,9,10] }}", 4) + Repeat("> ", 40) + Repeat("{{ end }}", 4) + "{{ 没有 }}" },
        { "blank lines printed in a loop", Repeat("{{ for a in [1,2,3,4,5,6,7,8,9,10] }}", 5) + "\n\n字" + Repeat("{{ end }}", 5) + "{{ 没有 }}" },

        // characters
        { "null character", "字\u0000字" },
        { "null character by escape", "{{ '\\u0000' }}" },
        { "half a character", "{{ '\\uD800' }}" },
        { "turned direction", "收入\u202E减少" },
        { "isolated direction by escape", "{{ '\\u2066减少' }}" },
        { "bell", "字\u0007字" },
        { "name of another alphabet", "{{ \u0430 = 1 }}{{ a }}" },
        { "joiner in a name", "{{ 甲\u200D | 万元 }}" },
        { "full-width braces", "｛｛ 甲 ｝｝{{ 甲" },
    };

    public static TheoryData<string> Templates => [.. ByName.Keys];

    [Theory]
    [MemberData(nameof(Templates))]
    public void EndsInAFinding(string name)
    {
        var template = ByName[name];
        SmallNarration.Say("字");
        var (began, allocated) = (System.Diagnostics.Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        var section = SmallNarration.Say(template);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;

        // Generous: other tests and programs share the machine. What runs away takes minutes and gigabytes.
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(20), $"{name}: {System.Diagnostics.Stopwatch.GetElapsedTime(began)}");
        Assert.True(allocated < 1_000_000_000, $"{name}: {allocated:N0} bytes");
        Assert.True(section.Findings.Count > 0, $"{name}: {Spoken.Text(section.Blocks)}");
        Assert.All(section.Findings, finding =>
        {
            Assert.Equal(Severity.Error, finding.Severity);
            Assert.StartsWith("NAR-", finding.Rule, StringComparison.Ordinal);
            Assert.Equal(SmallNarration.File, finding.Places[0].File);
            Assert.True(finding.Places[0].Line >= 1);
            Assert.Matches("[\u4e00-\u9fff]{2}", finding.Message);
        });
        Assert.True(Spoken.Text(section.Blocks).Length <= 1_100_000);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("**不加粗** [不是](链接) `不是代码`")]
    [InlineData("# 不是标题")]
    [InlineData("- 不是列表")]
    [InlineData("{{ 甲 | 万元 }}")]
    [InlineData("1. 一 &lt; &#xE000; \\* \uE000\uE010\uE001")]
    public void DataIsPrintedAsItStands(string data)
    {
        var accounts = SmallNarration.WithNote(data);

        Assert.Equal($"前{data}后", SmallNarration.Text("前{{ 资料.政府采购.说明 }}后", accounts));
        Assert.Equal(data, SmallNarration.Text("{{ 资料.政府采购.说明 }}", accounts));
    }

    [Fact]
    public void WhatIsNoMarkupIsPrintedAsItStands() =>
        Assert.Equal("<svg/onload=alert(1)> 3 < 5 [注]", SmallNarration.Text("<svg/onload=alert(1)> 3 < 5 [注]"));

    [Fact]
    public void AnAbandonedRunEndsByItsToken()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => SmallNarration.Say("字", cancellation: source.Token));
    }

    [Fact]
    public void OnlyTheHelpersOfTheManualCanBeCalled()
    {
        foreach (var name in new[] { "array", "date", "html", "include", "include_join", "math", "object", "regex", "string", "timespan", "empty", "blank" })
        {
            Assert.Contains(SmallNarration.Say($"{{{{ {name} }}}}").Findings, finding => finding.Message.StartsWith($"没有“{name}”这个名称", StringComparison.Ordinal));
        }
    }

    private static string Doubling(string name) => $"{{{{ {name} = [1] }}}}" + Repeat($"{{{{ {name} = [{name}, {name}] }}}}", 40);

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
