using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit.Abstractions;

namespace FinalAccounts.Service.Tests.Templates;

/// <summary>Drafts that try to hang the server, fill it, or get out of it, through the preview that the workbench uses: each ends in a message with a place, and others hardly notice.</summary>
[Collection(ServiceTests.Name)]
public sealed class HostileDraftTests(WebApp web, ITestOutputHelper output)
{
    private const string Path = "sections/收入.sbn", Preview = "/api/workbench/hubei-2023/preview";

    // Each with what would show that it got through.
    private static readonly string[] Drafts =
    [
        "{{ while true }}字{{ end }}",
        "{{ func 转 }}{{ while true }}{{ end }}{{ end }}{{ 转 }}",
        "{{ for i in 1..1000000000 }}字{{ end }}",
        "{{ x = 1..2000000000 }}{{ 列举 x }}",
        "{{ (1..2000000000) | 数量 '个' }}",
        "{{ if (1..2000000000) == (1..2000000000) }}字{{ end }}",
        "{{ '字' * 1000000000 }}",
        "{{ x = '字' }}" + Repeat("{{ x = x + x }}", 60) + "{{ x }}",
        "{{ x = [1] }}" + Repeat("{{ x = [x, x] }}", 60) + "{{ if x == x }}字{{ end }}",
        "{{ x = [1] }}" + Repeat("{{ x = [x, x] }}", 60) + "{{ case x }}{{ when x }}字{{ end }}",
        Repeat("{{ for a in [1,2,3,4,5,6,7,8,9,10] }}", 12) + "字" + Repeat("{{ end }}", 12),
        Repeat("{{ for a in [1,2,3,4,5,6,7,8,9,10] }}", 6) + new string('长', 60_000) + Repeat("{{ end }}", 6),
        Repeat("{{ for a in [1,2,3,4,5,6,7,8,9,10] }}", 5) + "{{ 收支总计 | 万元 }}" + Repeat("{{ end }}", 5),
        Repeat("{{ for a in [1,2,3,4,5,6,7,8,9,10] }}", 5) + "{{ 表 '表01' }}" + Repeat("{{ end }}", 5),
        "{{ func 套 }}{{ 套 }}{{ end }}{{ 套 }}",
        "{{ func 一 }}{{ 二 }}{{ end }}{{ func 二 }}{{ 一 }}{{ end }}{{ 一 }}",
        "{{ func 叉(n) }}{{ if n < 39 }}{{ 叉 n + 1 }}{{ 叉 n + 1 }}{{ end }}{{ end }}{{ 叉 1 }}",
        "{{ 1 << 1000000000 }}",
        "{{ x = " + new string('9', 50_000) + " }}{{ x }}",
        "{{ " + new string('(', 20_000) + "1" + new string(')', 20_000) + " }}",
        "{{ " + new string('[', 20_000) + " }}",
        "{{ 1" + Repeat("+1", 20_000) + " }}",
        "{{ 资料" + Repeat(".资料", 20_000) + " }}",
        Repeat("{{if true}}", 8_000),
        Repeat("{{ 收支总纪结余 }}", 8_000),
        new string('字', 200_000),
        "{{ include '/etc/passwd' }}",
        "{{ include 'sections/收入.sbn' }}",
        "{{ import 资料 }}",
        "{{ 收支总计.GetType }}",
        "{{ 收支总计.origin.GetType.Assembly.Location }}",
        "{{ 'abc'.Length }}",
        "{{ f = @万元 }}{{ f.Run }}",
        "{{ 资料['GetType'] }}",
        "{{ object.eval '1+1' }}",
        "{{ object.eval_template '{{ 1 }}' }}",
        "{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaa!' | regex.match '(a+)+$' }}",
        "{{ 'a' | string.pad_left 1000000000 }}",
        "{{ date.now }}",
        "{{ '2024-01-01' | date.to_string '%c%c%c' }}",
        "{{ 收支总计 | 数量 '{0:X99999999}' }}",
        "{{ this }}",
        "{{ x = {a: 1} }}{{ x }}",
        "{{ capture x }}字{{ end }}",
        "{{ 收支总计 = 5 }}",
        "{{ func 万元(x) }}1万元{{ end }}",
        "<script>alert(1)</script>",
        "字<img src=x onerror=alert(1)>字",
        "[字](javascript:alert(1))",
        "![字](http://a.b/c.png)",
        "\uE000\uE010\uE001",
        "{{ '\\u0000\\uD800' }}",
        "收入\u202E减少",
        Repeat("> ", 40_000) + "字",
        Repeat("[](", 30_000),
        Repeat("*字 **字 ", 15_000) + "{{ 没有 }}",
        "{{ for i in 1..20000 }}\n\n{{ 图 \"收支总计变动\" }}\n\n{{ end }}",
        "{{ for i in 1..20000 }}\n\n{{ 段落 资料.主要职责 }}\n\n{{ end }}",
        "{{ for i in 1..20000 }}\n\n{{ 表 资料.出国费用 \"费用\" \"金额\" }}\n\n{{ end }}",
        "{{ for i in 1..20000 }}{{ 列举 表05.类 }}{{ end }}",
        "{{ for i in 1..20000 }}{{ 收支总计 | 增减额 }}{{ end }}",
        string.Concat(Enumerable.Range(1, 400).Select(i => new string('`', i) + " ")) + "{{ 没有 }}",
    ];

    [Fact]
    public async Task EachEndsInAMessageWithItsPlaceAndOthersGoOnPreviewing()
    {
        using var attacker = await web.WithTokenAsync("read templates");
        using var other = await web.WithTokenAsync("read templates");
        var good = (await other.GetStringAsync($"/api/v1/templates/hubei-2023/files/{Path}")).Replace("{{ 没有 }}", "", StringComparison.Ordinal);
        await PreviewAsync(other, good);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var over = new CancellationTokenSource();

        var watched = WatchAsync(other, good, over.Token);
        Assert.True(Drafts.Length >= 40);
        await Parallel.ForEachAsync(Drafts, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (draft, _) => await CheckAsync(attacker, draft));
        await over.CancelAsync();
        var waits = await watched;

        waits.Sort();
        output.WriteLine($"{Drafts.Length} hostile drafts; meanwhile {waits.Count} previews of somebody else: median {waits[waits.Count / 2].TotalMilliseconds:0} ms, slowest {waits[^1].TotalMilliseconds:0} ms");
        Assert.True(waits[waits.Count / 2] < TimeSpan.FromSeconds(1), string.Join(", ", waits.Select(wait => $"{wait.TotalMilliseconds:0}")));
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(kept < 100_000_000, $"{kept:N0} bytes stayed");
    }

    private static async Task CheckAsync(HttpClient client, string draft)
    {
        var name = draft.Length > 60 ? draft[..60] : draft;
        var began = Stopwatch.GetTimestamp();
        using var answer = await client.PostAsJsonAsync(Preview, Request(draft));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{name}: {answer.StatusCode} {text[..Math.Min(text.Length, 200)]}");
        Assert.True(text.Length < 6_000_000, $"{name}: {text.Length:N0} characters");
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(30), $"{name}: {Stopwatch.GetElapsedTime(began)}");

        using var json = JsonDocument.Parse(text);
        var html = json.RootElement.GetProperty("html").GetString()!;
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("root:", html, StringComparison.Ordinal);
        var errors = json.RootElement.GetProperty("diagnostics").EnumerateArray().Where(item => item.GetProperty("severity").GetString() == "error").ToList();
        Assert.True(errors.Count > 0, $"{name}: no error");
        Assert.Matches("[\u4e00-\u9fff]{2}", errors[0].GetProperty("message").GetString());
        Assert.True(errors[0].GetProperty("line").GetInt32() >= 1 && errors[0].GetProperty("file").GetString()!.StartsWith("sections/", StringComparison.Ordinal), name);
    }

    private static async Task<List<TimeSpan>> WatchAsync(HttpClient client, string draft, CancellationToken over)
    {
        var waits = new List<TimeSpan>();
        while (!over.IsCancellationRequested)
        {
            var began = Stopwatch.GetTimestamp();
            await PreviewAsync(client, $"{draft}\n\n第{waits.Count}句。\n");
            waits.Add(Stopwatch.GetElapsedTime(began));
            await Task.Delay(20, CancellationToken.None);
        }

        return waits;
    }

    private static async Task PreviewAsync(HttpClient client, string text)
    {
        using var answer = await client.PostAsJsonAsync(Preview, Request(text));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.NotEqual("", json.RootElement.GetProperty("html").GetString());
        Assert.DoesNotContain(json.RootElement.GetProperty("diagnostics").EnumerateArray(), item => item.GetProperty("severity").GetString() == "error");
    }

    private static object Request(string text) => new { path = Path, text, unit = "whdh", year = 2023 };

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
