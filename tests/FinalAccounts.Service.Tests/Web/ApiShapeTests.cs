using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using FinalAccounts.Service.Shell;

namespace FinalAccounts.Service.Tests.Web;

/// <summary>The conventions of docs/api.md, held against the OpenAPI document itself.</summary>
[Collection(ServiceTests.Name)]
public sealed partial class ApiShapeTests(WebApp web)
{
    private static readonly string[] OfAPage = ["items", "page", "size", "total"];

    // Names of states, kinds and the like: what stands there must be one of a list that the document names.
    private static readonly string[] Listed = ["state", "runState", "editionState", "kind", "source", "level", "trial", "nextStep", "stage"];

    [Fact]
    public async Task EveryPathLiesUnderTheOneGroupAndEveryListIsAPage()
    {
        var document = await DocumentAsync();
        var lists = 0;
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            Assert.StartsWith(Api.Prefix + "/", path.Name);
            foreach (var method in path.Value.EnumerateObject())
            {
                foreach (var schema in Answers(document, method.Value))
                {
                    Assert.False(IsArray(schema), $"{method.Name} {path.Name} answers a bare array");
                    if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty("items", out _))
                    {
                        lists++;
                        Assert.Equal(OfAPage, properties.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
                        var asked = method.Value.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()).ToList();
                        Assert.True(asked.Contains("page") && asked.Contains("size"), $"{method.Name} {path.Name} cannot be asked for a page");
                    }
                }
            }
        }

        // Units, imports, changes, corrections, sets, versions, proposals, runs, batches, schedules, editions twice.
        Assert.Equal(12, lists);
    }

    [Fact]
    public async Task EveryStateIsOneOfAListAndSpelledLikeTheOthers()
    {
        var document = await DocumentAsync();
        var (lists, states) = (0, 0);
        foreach (var schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            if (schema.Value.TryGetProperty("enum", out var values))
            {
                lists++;
                Assert.All(Names(values), value => Assert.Matches(LowerCamel(), value));
            }

            if (!schema.Value.TryGetProperty("properties", out var properties))
            {
                continue;
            }

            foreach (var property in properties.EnumerateObject().Where(property => Listed.Contains(property.Name)))
            {
                states++;
                Assert.True(Enumerations(document, property.Value).Any(), $"{schema.Name}.{property.Name} is not said to be one of a list");
            }
        }

        Assert.True(lists >= 8 && states >= 12, $"only {lists} lists and {states} states were looked at");
    }

    [Fact]
    public async Task StatesAreAskedForAsTheyAreSpelledAndOthersAreRefused()
    {
        using var client = await web.WithTokenAsync("read");
        foreach (var list in new[] { "runs?state=queued", "editions?state=inReview" })
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, (await client.GetAsync($"{Api.Prefix}/{list}")).StatusCode);
        }

        foreach (var list in new[] { "runs?state=lost", "editions?state=lost" })
        {
            Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await client.GetAsync($"{Api.Prefix}/{list}")).StatusCode);
        }
    }

    private async Task<JsonElement> DocumentAsync()
    {
        using var client = await web.WithTokenAsync("read");
        return await client.GetFromJsonAsync<JsonElement>(Api.Document);
    }

    private static IEnumerable<JsonElement> Answers(JsonElement document, JsonElement operation) =>
        from answer in operation.GetProperty("responses").EnumerateObject()
        where answer.Name.StartsWith('2') && answer.Value.TryGetProperty("content", out _)
        from content in answer.Value.GetProperty("content").EnumerateObject()
        where content.Name == "application/json" && content.Value.TryGetProperty("schema", out _)
        select Resolve(document, content.Value.GetProperty("schema"));

    private static IEnumerable<JsonElement> Enumerations(JsonElement document, JsonElement schema)
    {
        var resolved = Resolve(document, schema);
        return resolved.TryGetProperty("enum", out _) ? [resolved]
            : resolved.TryGetProperty("oneOf", out var several) ? several.EnumerateArray().SelectMany(one => Enumerations(document, one))
            : [];
    }

    private static JsonElement Resolve(JsonElement document, JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference)
            ? document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1])
            : schema;

    private static bool IsArray(JsonElement schema) => schema.TryGetProperty("type", out var type) && type.ToString().Contains("array", StringComparison.Ordinal);

    private static IEnumerable<string> Names(JsonElement values) => values.EnumerateArray().Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!);

    [GeneratedRegex("^[a-z][A-Za-z0-9]*$")]
    private static partial Regex LowerCamel();
}
