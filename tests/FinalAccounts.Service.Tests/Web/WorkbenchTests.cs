using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FinalAccounts.Service.People;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Web;

[Collection(ServiceTests.Name)]
public sealed class WorkbenchTests(WebApp web)
{
    private const string Set = "hubei-2023", Income = "sections/收入.sbn", Spending = "sections/支出.sbn", General = "sections/收入支出总体.sbn", Phrases = "sections/句式.sbn";

    [Fact]
    public async Task ADraftIsSavedAndASecondWindowIsToldInsteadOfOverwriting()
    {
        using var comms = await EditorAsync(Roles.Comms);
        var before = await DraftAsync(comms, Income);
        var inForce = before.GetProperty("inForce").GetString()!;
        Assert.Equal(JsonValueKind.Null, before.GetProperty("mine").ValueKind);

        Assert.Equal(1, (await SaveAsync(comms, Income, "第一稿", 0, inForce, HttpStatusCode.OK)).GetProperty("revision").GetInt32());
        Assert.Equal(2, (await SaveAsync(comms, Income, "第二稿", 1, inForce, HttpStatusCode.OK)).GetProperty("revision").GetInt32());

        // The other window still stands at the first.
        var refused = await SaveAsync(comms, Income, "另一窗口的稿", 1, inForce, HttpStatusCode.Conflict);
        Assert.Equal("第二稿", refused.GetProperty("stored").GetProperty("content").GetString());
        Assert.Equal("第二稿", (await DraftAsync(comms, Income)).GetProperty("mine").GetProperty("content").GetString());

        // An answer that was lost on its way: the same text again is no conflict.
        Assert.Equal(2, (await SaveAsync(comms, Income, "第二稿", 1, inForce, HttpStatusCode.OK)).GetProperty("revision").GetInt32());

        // What is again the text in force needs no draft; the window that does not know is told.
        Assert.Equal(0, (await SaveAsync(comms, Income, before.GetProperty("text").GetString()!, 2, inForce, HttpStatusCode.OK)).GetProperty("revision").GetInt32());
        Assert.Equal(JsonValueKind.Null, (await SaveAsync(comms, Income, "第三稿", 2, inForce, HttpStatusCode.Conflict)).GetProperty("stored").ValueKind);
        var audit = await web.QueryAsync(db => db.Audit.Where(entry => entry.Subject == $"{Set}/{Income}").Select(entry => entry.Action).ToListAsync());
        Assert.Equal(["template.draft-begun", "template.draft-discarded"], audit);
    }

    [Fact]
    public async Task TwoPeopleKeepADraftEachAndSeeTheOthers()
    {
        await web.AddPersonAsync("second-writer", "second-writer", Roles.Comms);
        using var first = await EditorAsync(Roles.Comms);
        using var second = await EditorAsync("second-writer");
        var inForce = (await DraftAsync(first, General)).GetProperty("inForce").GetString()!;
        await SaveAsync(first, General, "甲稿", 0, inForce, HttpStatusCode.OK);
        await SaveAsync(second, General, "乙稿", 0, inForce, HttpStatusCode.OK);

        var seen = await DraftAsync(second, General);
        Assert.Equal("乙稿", seen.GetProperty("mine").GetProperty("content").GetString());
        Assert.Equal((Roles.Comms, "甲稿"), (seen.GetProperty("others")[0].GetProperty("by").GetString(), seen.GetProperty("others")[0].GetProperty("content").GetString()));

        Assert.Equal(HttpStatusCode.Conflict, (await first.DeleteAsync($"/api/workbench/{Set}/draft?path={General}&revision=7")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await first.DeleteAsync($"/api/workbench/{Set}/draft?path={General}&revision=1")).StatusCode);
        seen = await DraftAsync(second, General);
        Assert.Equal("乙稿", seen.GetProperty("mine").GetProperty("content").GetString());
        Assert.Empty(seen.GetProperty("others").EnumerateArray());
        var page = await first.GetStringAsync($"/templates/{Set}");
        Assert.Contains("second-writer 在改", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APreviewShowsTheDraftWithItsLinesAndSaysInChineseWhatIsWrong()
    {
        using var comms = await EditorAsync(Roles.Comms);
        var shown = await PreviewAsync(comms, General, "甲<script>alert(1)</script>\n\n收支{{ 收支总计 | 万元 }}");
        var html = shown.GetProperty("html").GetString()!;
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("一、收入支出决算总体情况说明", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"from\" data-line=\"3\"><span data-column=\"1\">收支</span><span data-column=\"6\"><span class=\"fig\"", html, StringComparison.Ordinal);
        Assert.Contains("表01［收入总计，金额］", html, StringComparison.Ordinal);

        var wrong = await PreviewAsync(comms, General, "一\n二{{ 收支总记 | 万元 }}三{{ 收支总计 | 万圆 }}");
        Assert.Equal(
            [(2, 5, "收支总记", "收支总计"), (2, 28, "万圆", "万元")],
            wrong.GetProperty("diagnostics").EnumerateArray().Select(item => (
                item.GetProperty("line").GetInt32(), item.GetProperty("column").GetInt32(),
                item.GetProperty("fix").GetProperty("written").GetString()!, item.GetProperty("fix").GetProperty("meant").GetString()!)));

        Assert.Contains("没有 2019 年度的数据", (await PreviewAsync(comms, General, "一", 2019)).GetProperty("problem").GetString(), StringComparison.Ordinal);

        // One's own draft of the phrases counts; nobody else's, and never in what is in force.
        var inForce = (await DraftAsync(comms, Phrases)).GetProperty("inForce").GetString()!;
        await SaveAsync(comms, Phrases, "{{~ func 新句 ~}}\n新的句子。\n{{~ end ~}}", 0, inForce, HttpStatusCode.OK);
        Assert.Contains("新的句子。", (await PreviewAsync(comms, Income, "{{ 新句 }}")).GetProperty("html").GetString(), StringComparison.Ordinal);
        await web.AddPersonAsync("third-writer", "third-writer", Roles.Comms);
        using var other = await EditorAsync("third-writer");
        Assert.Contains("没有“新句”", (await PreviewAsync(other, Income, "{{ 新句 }}")).GetProperty("diagnostics")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await comms.DeleteAsync($"/api/workbench/{Set}/draft?path={Phrases}&revision=1")).StatusCode);
    }

    [Fact]
    public async Task WhoMayNotWriteTemplatesPreviewsWhatIsInForceAndWhatIsSavedAndNothingElse()
    {
        using var comms = await EditorAsync(Roles.Comms);
        var draft = await DraftAsync(comms, General);
        await SaveAsync(comms, General, "存下的草稿", 0, draft.GetProperty("inForce").GetString()!, HttpStatusCode.OK);
        using var reader = await EditorAsync("viewer");

        Assert.NotEqual("", (await PreviewAsync(reader, General, draft.GetProperty("text").GetString()!)).GetProperty("html").GetString());
        Assert.Contains("存下的草稿", (await PreviewAsync(reader, General, "存下的草稿")).GetProperty("html").GetString(), StringComparison.Ordinal);
        foreach (var kind in new[] { "preview", "pages" })
        {
            using var refused = await reader.PostAsJsonAsync($"/api/workbench/{Set}/{kind}", new { path = General, text = "自己写的", unit = "whdh", year = 2023 });
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await comms.DeleteAsync($"/api/workbench/{Set}/draft?path={General}&revision=1")).StatusCode);
    }

    [Fact]
    public async Task WhoMayNotWriteTemplatesSuggestsAndSaysAndWhoMayTakesIt()
    {
        const string work = $"/api/workbench/{Set}";
        using var reader = await EditorAsync("viewer");
        using var comms = await EditorAsync(Roles.Comms);
        var text = (await DraftAsync(comms, Spending)).GetProperty("text").GetString()!;
        var after = text.Replace("主要原因", "原因", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await reader.PostAsJsonAsync($"{work}/suggestions", new { path = Spending, before = text, after, message = "简单些" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.PostAsJsonAsync($"{work}/suggestions", new { path = "sections/没有.sbn", before = text, after, message = "" })).StatusCode);
        var suggestion = (await comms.GetFromJsonAsync<JsonElement>($"{work}/suggestions?path={Spending}"))[0];
        Assert.Equal(("简单些", false, "open"), (suggestion.GetProperty("message").GetString(), suggestion.GetProperty("mine").GetBoolean(), suggestion.GetProperty("pieces")[0].GetProperty("fate").GetString()));
        var pieces = $"{work}/suggestions/{suggestion.GetProperty("id").GetInt64()}/pieces";
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsJsonAsync($"{pieces}/0", new { fate = "left", text = "" })).StatusCode);
        using var answer = await comms.PostAsJsonAsync($"{pieces}/0", new { fate = "taken", text });
        var taken = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(after.IndexOf("原因", StringComparison.Ordinal), taken.GetProperty("from").GetInt32());
        Assert.Equal(HttpStatusCode.Conflict, (await comms.PostAsJsonAsync($"{pieces}/0", new { fate = "taken", text })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await comms.PostAsJsonAsync($"{pieces}/0", new { fate = "7", text })).StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, (await reader.PostAsJsonAsync($"{work}/comments", new { path = Spending, quote = "收入合计〔本年收入合计〕。", text = "请看" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await reader.PostAsJsonAsync($"{work}/comments", new { path = Spending, quote = " ", text = "请看" })).StatusCode);
        var thread = (await comms.GetFromJsonAsync<JsonElement>($"{work}/comments?path={Spending}")).GetProperty("threads")[0];
        Assert.Contains("条意见", await comms.GetStringAsync($"/templates/{Set}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await comms.PostAsJsonAsync($"{work}/comments/{thread.GetProperty("id").GetInt64()}/settled", new { done = true })).StatusCode);
        Assert.Empty((await reader.PostAsJsonAsync($"{work}/presence", new { path = Spending }).ContinueWith(sent => sent.Result.Content.ReadFromJsonAsync<JsonElement>()).Unwrap()).EnumerateArray());
    }

    private async Task<HttpClient> EditorAsync(string name)
    {
        var client = await web.SignInAsync(name);
        client.DefaultRequestHeaders.Add("RequestVerificationToken", await WebApp.AntiforgeryAsync(client));
        return client;
    }

    private static Task<JsonElement> DraftAsync(HttpClient client, string path) => client.GetFromJsonAsync<JsonElement>($"/api/workbench/{Set}/draft?path={path}");

    private static async Task<JsonElement> SaveAsync(HttpClient client, string path, string content, int revision, string inForce, HttpStatusCode expected)
    {
        using var answer = await client.PutAsJsonAsync($"/api/workbench/{Set}/draft", new { path, content, revision, @base = inForce });
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<JsonElement> PreviewAsync(HttpClient client, string path, string text, int year = 2023)
    {
        using var answer = await client.PostAsJsonAsync($"/api/workbench/{Set}/preview", new { path, text, unit = "whdh", year });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
