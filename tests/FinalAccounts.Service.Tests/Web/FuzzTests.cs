using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinalAccounts.Service.People;
using Xunit.Abstractions;

namespace FinalAccounts.Service.Tests.Web;

/// <summary>Every page and endpoint asked with what nobody would send: the answer is never an error of ours, and a refusal says why.</summary>
[Collection(ServiceTests.Name)]
public sealed partial class FuzzTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Everything = "everything";

    private static readonly string[] Words =
    [
        "", " ", "0", "1", "-1", "2", "2023", "2024", "1999", "2147483647", "-2147483648", "9223372036854775807", "99999999999999999999", "1e400", "NaN", "1e-30", "0.1234567890123456789012345678",
        "79228162514264337593543950335", "-0", "true", "null", "\0", "字\0字", "\u0001", "\uFFFF", "\uFFFD", "\u202E字", "𠀀", "' OR 1=1 --", "<script>alert(1)</script>", "{{ 甲 }}", "../../etc/passwd", "..\\x", "a/b", "%00", "%2e%2e",
        "7d2c4c5e-0000-4000-8000-000000000000", "not-a-guid", "2024-02-29", "2023-02-30", "9999-12-31", "0001-01-01", "* * * * *", "0 9 31 2 *", "99 99 * * *",
        "whdh", "hubei-2023", "sections/收入.sbn", "表01", "收入总计", "金额", "基本情况", "单位名称", "docx", "pdf", "done", "Draft", "admin", "admin'", "read data", new('长', 5_000), new('a', 70_000),
    ];

    private readonly WebApp web = new();

    [Fact]
    public Task NothingIsAnErrorOfOurs() => RunAsync(500);

    [FullFact]
    public Task NothingIsAnErrorOfOursInSixThousandCalls() => RunAsync(6_000);

    [Fact]
    public async Task EveryEndpointOfTheOpenApiDocumentIsAmongThem()
    {
        using var client = await web.WithTokenAsync("read");
        var document = JsonNode.Parse(await client.GetStringAsync("/api/v1/openapi.json"))!;
        var known = (await FuzzTarget.OfAsync(web.Services)).Select(target => $"{target.Method} {Constraint().Replace(target.Pattern, "{$1}")}").ToHashSet();

        var missing = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(method => $"{method.Key.ToUpperInvariant()} {path.Key}")).Where(name => !known.Contains(name));
        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("POST", "/api/workbench/hubei-2023/preview", "{}", "JSON")]
    [InlineData("POST", "/api/workbench/hubei-2023/preview", "{\"path\":null,\"text\":\"\",\"unit\":\"whdh\",\"year\":2023}", "$.path")]
    [InlineData("POST", "/api/workbench/difference", "[1]", "JSON")]
    [InlineData("POST", "/api/v1/batches", "{\"year\":99999999999}", "$.year")]
    [InlineData("POST", "/api/v1/units/whdh/years/2023/corrections", "{\"sheet\":\"表01\",\"column\":\"金\\u0000额\"}", "$.column")]
    [InlineData("POST", "/api/v1/units/whdh/years/2023/corrections", "{\"sheet\":", "JSON")]
    [InlineData("GET", "/api/v1/units?page=x", "", "参数")]
    public async Task ARefusalSaysWhat(string method, string path, string body, string words)
    {
        using var client = await web.WithTokenAsync("read data templates");
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = body.Length > 0 ? new StringContent(body, Encoding.UTF8, "application/json") : null;
        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(words, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        await web.InitializeAsync();
        await web.AddPersonAsync(Everything, Everything, [.. Roles.All]);
    }

    public Task DisposeAsync() => web.DisposeAsync();

    private async Task RunAsync(int calls)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("FINALACCOUNTS_SEED"), CultureInfo.InvariantCulture, out var chosen) ? chosen : 20261127;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var client = await web.SignInAsync(Everything);
        client.DefaultRequestHeaders.Add("RequestVerificationToken", await WebApp.AntiforgeryAsync(client));
        var targets = await FuzzTarget.OfAsync(web.Services);
        var wrong = new List<string>();
        var statuses = new SortedDictionary<int, int>();
        for (var i = 0; i < calls; i++)
        {
            // Every target comes by turns; what it is asked is left to chance.
            var target = targets[i % targets.Count];
            using var request = Request(target, random, out var said);
            if (request is null)
            {
                continue;
            }

            using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            HttpResponseMessage? answer = null;
            try
            {
                answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                wrong.Add($"{exception.Message} {said}");
                continue;
            }

            using var given = answer;
            var status = (int)answer.StatusCode;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;

            // U+0000 in a path never reaches the program: the server itself refuses it.
            if (status >= 500 || (status >= 400 && !request.RequestUri!.OriginalString.Split('?')[0].Contains("%00", StringComparison.Ordinal) && !await SaysWhyAsync(answer)))
            {
                wrong.Add($"{status} {said}");
            }
        }

        output.WriteLine($"{targets.Count} targets, {calls} calls: {string.Join("，", statuses.Select(pair => $"{pair.Key}×{pair.Value}"))}");
        Assert.True(wrong.Count == 0, $"seed {seed}, {wrong.Count} wrong:\n{string.Join('\n', wrong.Take(60))}");
    }

    private static async Task<bool> SaysWhyAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? JsonNode.Parse(text)?["detail"]?.GetValue<string>() is { Length: > 0 }
            : Chinese().IsMatch(text);
    }

    private static HttpRequestMessage? Request(FuzzTarget target, Random random, out string said)
    {
        var path = Parameter().Replace(target.Pattern, match => Uri.EscapeDataString(match.Groups[2].Value switch
        {
            "int" or "long" when random.Next(3) > 0 => random.Next(2) == 0 ? "2023" : "1",
            "guid" when random.Next(3) > 0 => "7d2c4c5e-0000-4000-8000-000000000000",
            "regex" => match.Groups[1].Value == "documentName" ? "v1" : "html",
            _ => match.Groups[1].Value switch
            {
                "code" or "unit" when random.Next(3) > 0 => "whdh",
                "set" when random.Next(3) > 0 => "hubei-2023",
                _ => Short(random),
            },
        }));
        foreach (var name in target.Query.Where(_ => random.Next(2) == 0))
        {
            path += $"{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(Short(random))}";
        }

        said = $"{target.Method} {(path.Length > 300 ? path[..300] + "…" : path)}";
        if (!Uri.TryCreate(path, UriKind.Relative, out var address))
        {
            return null;
        }

        var request = new HttpRequestMessage(new HttpMethod(target.Method), address);
        if (target.Body is { } body)
        {
            var json = Json(body, random);
            said += $" {(json.Length > 300 ? json[..300] + "…" : json)}";
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }
        else if (target.Files.Count > 0)
        {
            var form = new MultipartFormDataContent();
            foreach (var file in target.Files.Where(_ => random.Next(2) == 0))
            {
                var bytes = new byte[random.Next(3_000)];
                random.NextBytes(bytes);
                form.Add(new ByteArrayContent(random.Next(3) == 0 ? Encoding.UTF8.GetBytes("{\"schema\":1e999}") : bytes), file, random.Next(3) == 0 ? "公开表.xlsx" : "x.json");
            }

            foreach (var name in target.Form.Where(_ => random.Next(2) == 0))
            {
                form.Add(new StringContent(Word(random)), name);
            }

            request.Content = form;
            said += " with files";
        }
        else if (target.Method is "POST" or "PUT" && random.Next(8) > 0)
        {
            var fields = target.Form.Where(_ => random.Next(5) > 0).Select(name => KeyValuePair.Create(name, Word(random))).ToList();
            said += " " + string.Join('&', fields.Select(field => $"{field.Key}={(field.Value.Length > 40 ? field.Value[..40] + "…" : field.Value)}"));
            request.Content = new FormUrlEncodedContent(fields);
        }
        else if (target.Method is "POST" or "PUT")
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Word(random)));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(random.Next(2) == 0 ? "application/x-www-form-urlencoded" : "multipart/form-data");
        }

        return request;
    }

    private static string Json(Type type, Random random)
    {
        switch (random.Next(12))
        {
            case 0:
                return Words[random.Next(Words.Length)];
            case 1:
                return "{}";
            case 2:
                return new string[] { "[]", "null", "1", "\"x\"", "{", "[[[[", new('[', 5_000), "{\"year\":1e999}", "{\"a\":{\"b\":{}}}" }[random.Next(9)];
        }

        var made = new JsonObject();
        foreach (var property in type.GetProperties().Where(property => property.CanWrite && random.Next(8) > 0))
        {
            var plain = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            made[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = random.Next(6) switch
            {
                0 => null,
                1 => JsonValue.Create(random.Next()),
                2 => new JsonArray(1, "x"),
                _ => plain == typeof(int) ? JsonValue.Create(random.Next(2) == 0 ? 2023 : random.Next(int.MinValue, int.MaxValue)) : plain == typeof(bool) ? JsonValue.Create(true) : JsonValue.Create(Word(random)),
            };
        }

        return made.ToJsonString();
    }

    private static string Word(Random random) => Words[random.Next(Words.Length)];

    private static string Short(Random random) => Word(random) is { Length: <= 200 } word ? word : "长";

    [GeneratedRegex(@"\{\*{0,2}(\w+)(?::(\w+)[^}]*)?\??\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\{\*{0,2}(\w+)[^}]*\}")]
    private static partial Regex Constraint();

    [GeneratedRegex("[\u4e00-\u9fff]{2}")]
    private static partial Regex Chinese();
}
