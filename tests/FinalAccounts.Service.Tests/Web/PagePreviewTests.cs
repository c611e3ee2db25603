using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using FinalAccounts.Service.People;

namespace FinalAccounts.Service.Tests.Web;

/// <summary>The pages of a section while somebody types.</summary>
[Collection(ServiceTests.Name)]
public sealed class PagePreviewTests(WebApp web)
{
    private const string Set = "hubei-2023", General = "sections/收入支出总体.sbn";

    [Fact]
    public async Task TheTypedTextComesAsPagesThatArePicturesOnly()
    {
        using var comms = await EditorAsync(Roles.Comms);

        var one = await PagesAsync(comms, "甲<script>alert(1)</script>\n\n收支{{ 收支总计 | 万元 }}");
        Assert.Equal(1, one.GetProperty("count").GetInt32());
        var page = XDocument.Parse(Assert.Single(one.GetProperty("pages").EnumerateArray()).GetString()!);
        Assert.Equal("svg", page.Root!.Name.LocalName);
        Assert.Equal([], page.Descendants().Where(element => element.Name.LocalName is "script" or "foreignObject" or "image" or "a" or "style"));
        Assert.Equal([], page.Descendants().Attributes().Where(attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || (attribute.Name.LocalName == "href" && !attribute.Value.StartsWith('#'))));

        // 22 lines a page, 28 characters a line: the title and 60 lines stand on three pages; a letter more changes the picture.
        var three = await PagesAsync(comms, new string('字', 28 * 60));
        Assert.Equal((3, 3), (three.GetProperty("count").GetInt32(), three.GetProperty("pages").GetArrayLength()));
        var more = await PagesAsync(comms, new string('字', 28 * 60) + "又");
        Assert.NotEqual(three.GetProperty("pages")[2].GetString(), more.GetProperty("pages")[2].GetString());
        Assert.Equal(three.GetProperty("pages")[0].GetString(), more.GetProperty("pages")[0].GetString());
    }

    [Fact]
    public async Task OfALongSectionTheFirstPagesAreDrawn()
    {
        using var comms = await EditorAsync(Roles.Comms);
        var many = await PagesAsync(comms, string.Concat(Enumerable.Repeat(new string('字', 600) + "\n\n", 20)));
        Assert.Equal(8, many.GetProperty("pages").GetArrayLength());
        Assert.InRange(many.GetProperty("count").GetInt32(), 18, 24);
    }

    [Fact]
    public async Task WhyThereAreNoPagesIsSaid()
    {
        using var comms = await EditorAsync(Roles.Comms);
        Assert.Contains("没有字形", (await PagesAsync(comms, "埃及字\U00013000")).GetProperty("problem").GetString(), StringComparison.Ordinal);
        Assert.Contains("没有 2019 年度的数据", (await PagesAsync(comms, "一", 2019)).GetProperty("problem").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(JsonValueKind.Null, (await PagesAsync(comms, "{{ for a in 1..100000 }}{{ for b in 1..100000 }}{{ end }}{{ end }}")).GetProperty("problem").ValueKind);
        using var tooLong = await comms.PostAsJsonAsync($"/api/workbench/{Set}/pages", new { path = General, text = new string('字', 300_001), unit = "whdh", year = 2023 });
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
    }

    [Fact]
    public async Task EachBranchHasAUnitForWhichItHolds()
    {
        using var comms = await EditorAsync(Roles.Comms);
        const string text = "{{~ if !(收支总计 | 有上年) ~}}\n新\n{{~ else if (收支总计 | 增减词) == \"增加\" ~}}\n多\n{{~ else if (收支总计 | 增减词) == \"减少\" ~}}\n少\n{{~ else ~}}\n平\n{{~ end ~}}\n{{~ if !表07.空 ~}}\n基金\n{{~ end ~}}";
        using var answer = await comms.PostAsJsonAsync($"/api/workbench/{Set}/branches", new { path = General, text, unit = "whdh", year = 2023 });
        var branches = (await answer.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray().ToList();
        string? First(int line) => branches.First(branch => branch.GetProperty("printed").EnumerateArray().Any(place => place.GetProperty("line").GetInt32() == line)).GetProperty("as").GetString();
        Assert.Equal(["founded", null, "less", "same", "department"], new[] { 2, 4, 6, 8, 11 }.Select(First));

        var less = await PagesAsync(comms, text, supposed: "less");
        Assert.Equal([6], less.GetProperty("places").EnumerateArray().Select(place => place.GetProperty("line").GetInt32()).Where(line => line < 10).Distinct());
        Assert.Contains("没有“nobody”这种假设", (await PagesAsync(comms, text, supposed: "nobody")).GetProperty("problem").GetString(), StringComparison.Ordinal);
    }

    private async Task<HttpClient> EditorAsync(string name)
    {
        var client = await web.SignInAsync(name);
        client.DefaultRequestHeaders.Add("RequestVerificationToken", await WebApp.AntiforgeryAsync(client));
        return client;
    }

    private static async Task<JsonElement> PagesAsync(HttpClient client, string text, int year = 2023, string? supposed = null)
    {
        using var answer = await client.PostAsJsonAsync($"/api/workbench/{Set}/pages", new { path = General, text, unit = "whdh", year, @as = supposed });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
