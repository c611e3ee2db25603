using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Editions;

[Collection(ServiceTests.Name)]
public sealed class EditionDownloadsTests(PostgresCluster cluster, Xunit.Abstractions.ITestOutputHelper output)
{
    private const string Path = "/api/v1/units/u001/years/2023/editions";

    [Fact]
    public async Task TokensDoWhatTheirScopesSay()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        var unit = (await store.AddUnitsAsync(1))[0];
        await EditionSeed.AddAsync(store, unit);
        await EditionSeed.AddAsync(store, unit, EditionState.Approved);
        using var nobody = new HttpClient { BaseAddress = store.Address };
        using var reader = await ClientAsync(store, "read");
        using var finance = await ClientAsync(store, "read data");
        using var publisher = await ClientAsync(store, "read publish");
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(Path)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(Path)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(reader, "1/submit")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(publisher, "1/submit")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(finance, "1/submit")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(finance, "1/submit")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(finance, "2/publish")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(publisher, "1/approve")).StatusCode);
        Assert.Contains("\"state\":\"published\"", await (await PostAsync(publisher, "2/publish")).Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(Path + "/9")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await reader.GetAsync("/api/v1/editions?state=0")).StatusCode);
        Assert.Contains("\"total\":1}", await reader.GetStringAsync("/api/v1/editions?year=2023&state=inReview"));
    }

    [Fact]
    public async Task FileHasItsNameItsTagAndItsParts()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        var unit = (await store.AddUnitsAsync(1))[0];
        await EditionSeed.AddAsync(store, unit, file: Encoding.UTF8.GetBytes("0123456789"));
        using var client = await ClientAsync(store, "read");
        var whole = await client.GetAsync(Path + "/1/files/html");
        Assert.Equal("0123456789", await whole.Content.ReadAsStringAsync());
        Assert.Equal($"{unit.Name}.html", whole.Content.Headers.ContentDisposition!.FileNameStar);
        var tag = whole.Headers.ETag!;
        Assert.Equal(Artifacts.KeyOf(Encoding.UTF8.GetBytes("0123456789")), tag.Tag.Trim('"'));

        using var again = new HttpRequestMessage(HttpMethod.Get, Path + "/1/files/html");
        again.Headers.IfNoneMatch.Add(tag);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
        using var part = new HttpRequestMessage(HttpMethod.Get, Path + "/1/files/html");
        part.Headers.Range = new RangeHeaderValue(3, 5);
        var answer = await client.SendAsync(part);
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("345", await answer.Content.ReadAsStringAsync());

        Assert.Equal(1, await store.AskAsync(db => db.Audit.CountAsync(entry => entry.Action == "edition.downloaded")));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Path + "/1/files/docx")).StatusCode);
    }

    [Fact]
    public async Task TwoEditionsAreComparedInEveryForm()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        var unit = (await store.AddUnitsAsync(1))[0];
        await EditionSeed.AddAsync(store, unit);
        await EditionSeed.AddAsync(store, unit);
        using var client = await ClientAsync(store, "read");
        Assert.Contains("\"textChanges\":1,", await client.GetStringAsync(Path + "/2/compare/1"));
        Assert.Contains("<del><span class=\"unseen\">〔删去〕</span>1.00</del>", await client.GetStringAsync(Path + "/1/compare/2/html"));
        var word = await client.GetAsync(Path + "/2/compare/1/docx");
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", word.Content.Headers.ContentType!.MediaType);
        using var archive = new ZipArchive(await word.Content.ReadAsStreamAsync());
        using var main = new StreamReader(archive.GetEntry("word/document.xml")!.Open());
        Assert.Contains("<w:delText xml:space=\"preserve\">1.00</w:delText>", await main.ReadToEndAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ZipOfAYearIsStreamedWithFlatMemory(bool postgres)
    {
        // Twice as much as may be held at once; few units, which cost more to make than to stream.
        const int Count = 32, Size = 3_000_000, Sample = 8_000_000;
        await using var store = await TestStore.CreateServingAsync(postgres ? cluster : null);
        var units = await store.AddUnitsAsync(Count);
        var chance = new Random(1);
        foreach (var unit in units)
        {
            var bytes = new byte[Size];
            chance.NextBytes(bytes);
            await EditionSeed.AddAsync(store, unit, EditionState.Published, file: bytes);
        }

        using var client = await ClientAsync(store, "read");
        GC.Collect();
        var (before, most, total) = (GC.GetTotalMemory(forceFullCollection: true), 0L, 0L);
        var copy = System.IO.Path.GetTempFileName();
        using (var response = await client.GetAsync("/api/v1/years/2023/editions.zip", HttpCompletionOption.ResponseHeadersRead))
        await using (var stream = await response.Content.ReadAsStreamAsync())
        await using (var file = File.Create(copy))
        {
            Assert.Equal("2023年度部门决算公开.zip", response.Content.Headers.ContentDisposition!.FileNameStar);
            Assert.Null(response.Content.Headers.ContentLength);
            var buffer = new byte[81920];
            for (int read; (read = await stream.ReadAsync(buffer)) > 0; total += read)
            {
                await file.WriteAsync(buffer.AsMemory(0, read));
                // What is held, not what waits to be collected.
                if ((total + read) / Sample > total / Sample)
                {
                    most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
                }
            }
        }

        // Random bytes grow a little when they are packed.
        Assert.InRange(total, Count * (long)Size, (long)(Count * (long)Size * 1.1));
        Assert.InRange(most, 0, 48_000_000);
        output.WriteLine($"{total:N0} bytes streamed, at most {most:N0} bytes more in memory");
        using (var archive = ZipFile.OpenRead(copy))
        {
            Assert.Equal((2 * Count) + 1, archive.Entries.Count);
            Assert.Equal("清单.csv", archive.Entries[0].FullName);
            Assert.Equal($"u001 {units[0].Name} 2023年度 第1版/{units[0].Name}.html", archive.Entries[1].FullName);
            Assert.All(archive.Entries.Where(entry => entry.Name.EndsWith(".html", StringComparison.Ordinal)), entry => Assert.Equal(Size, entry.Length));
        }

        File.Delete(copy);
    }

    private static async Task<HttpClient> ClientAsync(TestStore store, string scopes)
    {
        var client = new HttpClient { BaseAddress = store.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await store.AddTokenAsync(scopes));
        return client;
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string step) => client.PostAsJsonAsync($"{Path}/{step}", new { comment = (string?)null });
}
