using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using FinalAccounts.Service.Hosting;
using FinalAccounts.Service.People;
using Microsoft.Extensions.DependencyInjection;

namespace FinalAccounts.Benchmarks;

/// <summary>People at the workbench at the same time: each types, is shown the preview and the pages after each pause, and has the draft saved; what the service takes for it is printed.</summary>
internal static class PreviewLoad
{
    // As the page has them.
    private const int Pause = 150, Typing = 250, SavePause = 800;

    private const string Set = "hubei-2023";

    private static readonly string[] Sections = ["收入支出总体", "收入", "支出", "财政拨款总体", "一般公共预算支出", "基本支出", "三公经费", "机关运行经费", "政府采购", "预算绩效"];

    public static async Task Run(int people, int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("finalaccounts-preview-");
        var app = ServiceHost.Build(
            [
                "--urls", "http://127.0.0.1:0", $"--FinalAccounts:Data={folder.FullName}", "--FinalAccounts:Roles=web", "--FinalAccounts:Sample=true", "--Logging:LogLevel:Default=Error",
            ],
            BenchmarkUnit.Root());
        await app.Services.PrepareAsync(CancellationToken.None);
        await app.StartAsync();
        var previews = new ConcurrentBag<double>();
        var drawn = new ConcurrentBag<double>();
        var saves = new ConcurrentBag<double>();
        var refused = 0;
        using (var end = new CancellationTokenSource())
        {
            var clients = new List<HttpClient>();
            for (var i = 0; i < people; i++)
            {
                await using var scope = app.Services.CreateAsyncScope();
                var (token, _) = await scope.ServiceProvider.GetRequiredService<TokenRegister>().CreateAsync($"writer {i}", [Rights.Read, Rights.EditTemplates], GrantEntry.Everything, 1, "bench", CancellationToken.None);
                var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
                client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
                clients.Add(client);
            }

            // The first preview of a unit reads its accounts; nobody waits for that at every key.
            var clock = Stopwatch.StartNew();
            await PreviewAsync(clients[0], Sections[0], "一");
            Console.WriteLine($"first preview after the start: {clock.ElapsedMilliseconds} ms");
            clock.Restart();
            await PagesAsync(clients[0], Sections[0], "一");
            Console.WriteLine($"first pages after the start: {clock.ElapsedMilliseconds} ms");
            end.CancelAfter(TimeSpan.FromSeconds(seconds));
            await Task.WhenAll(clients.Select((client, i) => TypeAsync(client, Sections[i % Sections.Length], i)));
            clients.ForEach(client => client.Dispose());

            async Task TimeAsync(Task<bool> answered, Stopwatch watch, ConcurrentBag<double> times)
            {
                if (await answered)
                {
                    times.Add(watch.Elapsed.TotalMilliseconds);
                }
                else
                {
                    Interlocked.Increment(ref refused);
                }
            }

            async Task TypeAsync(HttpClient client, string section, int seed)
            {
                var random = new Random(seed);
                var draft = await client.GetFromJsonAsync<JsonElement>($"/api/workbench/{Set}/draft?path=sections/{section}.sbn");
                var (text, inForce, revision) = (draft.GetProperty("text").GetString()!, draft.GetProperty("inForce").GetString()!, 0);
                var saved = Stopwatch.StartNew();
                while (!end.IsCancellationRequested)
                {
                    await Task.Delay(Typing + random.Next(Typing));
                    text += random.Next(8) == 0 ? "另{{ 收支总计 | 万元 }}。" : "字";
                    var watch = Stopwatch.StartNew();
                    await Task.WhenAll(
                        TimeAsync(PreviewAsync(client, section, text), watch, previews),
                        TimeAsync(PagesAsync(client, section, text), watch, drawn));

                    if (saved.ElapsedMilliseconds > SavePause)
                    {
                        watch.Restart();
                        using var answer = await client.PutAsJsonAsync($"/api/workbench/{Set}/draft", new { path = $"sections/{section}.sbn", content = text, revision, @base = inForce });
                        answer.EnsureSuccessStatusCode();
                        revision = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("revision").GetInt32();
                        saves.Add(watch.Elapsed.TotalMilliseconds);
                        saved.Restart();
                    }
                }
            }
        }

        Console.WriteLine($"{people} people typing for {seconds} s on {Environment.ProcessorCount} cores, load average {File.ReadAllText("/proc/loadavg").Split(' ')[0]}:");
        Report("preview", previews, refused);
        Report("pages", drawn, 0);
        Report("draft saved", saves, 0);
        Console.WriteLine($"pages seen after the last key, the pause of {Pause} ms included: p50 {Pause + At(drawn, 0.5):0} ms, p95 {Pause + At(drawn, 0.95):0} ms");
        Console.WriteLine($"preview seen after the last key, the pause of {Pause} ms included: p50 {Pause + At(previews, 0.5):0} ms, p95 {Pause + At(previews, 0.95):0} ms");
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static async Task<bool> PreviewAsync(HttpClient client, string section, string text)
    {
        using var answer = await client.PostAsJsonAsync($"/api/workbench/{Set}/preview", new { path = $"sections/{section}.sbn", text, unit = SampleUnit.Code, year = 2023 });
        if ((int)answer.StatusCode == 429)
        {
            return false;
        }

        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("html").GetString()!.Length > 0;
    }

    private static async Task<bool> PagesAsync(HttpClient client, string section, string text)
    {
        using var answer = await client.PostAsJsonAsync($"/api/workbench/{Set}/pages", new { path = $"sections/{section}.sbn", text, unit = SampleUnit.Code, year = 2023 });
        if ((int)answer.StatusCode == 429)
        {
            return false;
        }

        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("count").GetInt32() > 0;
    }

    private static void Report(string what, ConcurrentBag<double> times, int refused) => Console.WriteLine(
        $"{what}: {times.Count} answers, p50 {At(times, 0.5):0} ms, p95 {At(times, 0.95):0} ms, p99 {At(times, 0.99):0} ms, longest {At(times, 1):0} ms{(refused > 0 ? $", {refused} refused" : "")}");

    private static double At(ConcurrentBag<double> times, double share)
    {
        var sorted = times.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
    }
}
