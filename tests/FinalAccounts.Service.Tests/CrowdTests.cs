using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Tests.Editions;
using Xunit.Abstractions;

namespace FinalAccounts.Service.Tests;

/// <summary>A bureau of three hundred units at its pages: how long people wait, and what the web process keeps when they have gone. The process runs as the systemd unit has it run.</summary>
public sealed class CrowdTests(ITestOutputHelper output)
{
    private const int Units = 300, Longest = 1000, MostMemory = 400, MostKept = 100, Gone = 90;

    private const string AsInstalled = "unset DOTNET_gcConcurrent DOTNET_TieredPGO; export DOTNET_GCgen0size=0x4000000";

    private static readonly string[] Pages =
    [
        "/", "/units?year={year}", "/units?year={year}&order=Errors", "/units/{code}/years/{year}", "/units/{code}/years/{year}/findings", "/units/{code}/years/{year}/tables/表01",
        "/units/{code}/years/{year}/facts/基本情况", "/units/{code}/years/{year}/corrections/new?sheet=表01&row=收入总计&column=金额", "/editions?year={year}",
        "/units/{code}/years/{year}/editions/1", "/units/{code}/years/{year}/editions/1/preview", "/runs", "/notices",
    ];

    private static readonly string[] Sections = ["收入支出总体", "收入", "支出", "三公经费", "预算绩效"];

    [FullFact]
    public Task TwentyPeopleWaitLessThanASecondAndLeaveLittleBehind() => CrowdAsync(people: 20, seconds: 60, writers: 0, longest: Longest);

    [FullFact]
    public Task FiftyPeopleForTwoMinutesLeaveLittleBehind() => CrowdAsync(people: 50, seconds: 120, writers: 15, longest: null);

    private async Task CrowdAsync(int people, int seconds, int writers, int? longest)
    {
        await using var store = await TestStore.CreateAsync(null, ("RateLimits:ApiPerMinute", "100000"));
        await FillAsync(store);
        var token = await store.AddTokenAsync("read data templates");
        await using var serving = await ServeProcess.StartAsync([.. store.Arguments("web,worker"), "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=Error"], AsInstalled);
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = people, AllowAutoRedirect = false }) { BaseAddress = serving.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var page in Pages)
        {
            using var answer = await client.GetAsync(Address(page, 1));
            Assert.True(answer.IsSuccessStatusCode, $"{page}: {(int)answer.StatusCode}");
        }

        await TypeAsync(client, 1);
        await Task.Delay(TimeSpan.FromSeconds(25));
        var rest = serving.Memory;
        var times = new ConcurrentDictionary<string, ConcurrentBag<double>>();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, people).Select(seed => PersonAsync(client, seed, seed < writers, clock, seconds, times)));
        output.WriteLine($"{people} people, {seconds} s, {times.Sum(page => page.Value.Count)} answers; {rest:0} MB before, {serving.Memory:0} MB at the end");
        foreach (var (page, waited) in times.OrderByDescending(page => At(page.Value, 0.95)))
        {
            output.WriteLine($"{page}: {waited.Count}, p50 {At(waited, 0.5):0} ms, p95 {At(waited, 0.95):0} ms, longest {waited.Max():0} ms");
        }

        await SettledAsync(serving, rest);
        Assert.All(times, page => Assert.True(longest is null || At(page.Value, 0.95) < longest, $"{page.Key}: p95 {At(page.Value, 0.95):0} ms"));
    }

    private async Task SettledAsync(ServeProcess serving, double rest)
    {
        var clock = Stopwatch.StartNew();
        while (serving.Memory is var now && (now > MostMemory || now > rest + MostKept))
        {
            Assert.True(clock.Elapsed.TotalSeconds < Gone, $"{Gone} s after they have gone: {now:0} MB, before they came {rest:0} MB");
            await Task.Delay(500);
        }

        output.WriteLine($"{clock.Elapsed.TotalSeconds:0} s later: {serving.Memory:0} MB ({serving.Memory - rest:+0;-0} MB)");
    }

    private static async Task PersonAsync(HttpClient client, int seed, bool writes, Stopwatch clock, int seconds, ConcurrentDictionary<string, ConcurrentBag<double>> times)
    {
        // Nobody comes at the same moment as all others.
        var random = new Random(seed);
        await Task.Delay(random.Next(5000));
        while (clock.Elapsed.TotalSeconds < seconds)
        {
            var (page, unit) = (Pages[random.Next(Pages.Length)], random.Next(1, Units + 1));
            var watch = Stopwatch.StartNew();
            if (writes && random.Next(2) == 0)
            {
                await TypeAsync(client, unit);
                page = "preview";
            }
            else
            {
                using var answer = await client.GetAsync(Address(page, unit));
                Assert.True(answer.IsSuccessStatusCode, $"{page}: {(int)answer.StatusCode}");
            }

            times.GetOrAdd(page, _ => []).Add(watch.Elapsed.TotalMilliseconds);
            await Task.Delay(500 + random.Next(1000));
        }
    }

    // Too many at once are refused (429): that costs nothing and is right.
    private static async Task TypeAsync(HttpClient client, int unit)
    {
        var section = Sections[unit % Sections.Length];
        using var answer = await client.PostAsJsonAsync("/api/workbench/hubei-2023/" + (unit % 3 == 0 ? "pages" : "preview"), new
        {
            path = $"sections/{section}.sbn", text = $"# {section}\n{{{{ 年度 }}}}年度收、支总计{{{{ 收支总计 | 万元 }}}}。", unit = $"u{unit:000}", year = TestStore.Year,
        });
        Assert.True(answer.IsSuccessStatusCode || (int)answer.StatusCode == 429, $"preview: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    // A web page of half a megabyte, as real ones are.
    private static async Task FillAsync(TestStore store)
    {
        var page = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<p>本年收入合计一亿二千万元，与上年相比增加。</p>", 8000)));
        foreach (var unit in await store.AddUnitsAsync(Units))
        {
            await EditionSeed.AddAsync(store, unit, EditionState.InReview, file: page);
        }
    }

    private static string Address(string page, int unit) => page.Replace("{code}", $"u{unit:000}", StringComparison.Ordinal).Replace("{year}", $"{TestStore.Year}", StringComparison.Ordinal);

    private static double At(IEnumerable<double> times, double share)
    {
        var sorted = times.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
    }
}
