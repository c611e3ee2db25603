using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Web;

/// <summary>Editions whose data have changed since, and steps that are asked about.</summary>
[Collection(ServiceTests.Name)]
public sealed class EditionPageTests(WebApp web)
{
    [Fact]
    public async Task AnEditionSaysWhatHasChangedSinceAndAsksBeforeItIsSent()
    {
        const string code = "v1";
        await SeedAsync(code);
        using var client = await web.SignInAsync(Roles.Finance);
        var page = $"/units/{code}/years/2023/editions/1";
        Assert.DoesNotContain("有变化", await client.GetStringAsync(page));
        Assert.DoesNotContain("已有变化", await client.GetStringAsync($"/units/{code}/years/2023"));

        var made = await CorrectAsync(code);
        Assert.Contains("这一版生成以后，更正有变化，这一版里没有。", await client.GetStringAsync(page));
        Assert.Contains("更正已有变化", await client.GetStringAsync($"/units/{code}/years/2023"));
        Assert.Contains("更正已有变化", await client.GetStringAsync($"/editions?unit={code}"));
        using var asked = await WebApp.PostAsync(client, $"{page}?handler=Submit");
        var question = "第1版生成以后，更正有变化，这一版里没有。";
        Assert.Contains(question, WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync()));
        Assert.Equal(EditionState.Draft, await StateAsync(code));
        using var sure = await WebApp.PostAsync(client, $"{page}?handler=Submit", ("Sure", question));
        Assert.Equal(HttpStatusCode.Redirect, sure.StatusCode);
        Assert.Equal(EditionState.InReview, await StateAsync(code));

        // Undone, the data are again what the edition was made from.
        using var api = await web.WithTokenAsync("data");
        await api.DeleteAsync($"/api/v1/units/{code}/years/2023/corrections/{made}");
        Assert.DoesNotContain("有变化", await client.GetStringAsync(page));
    }

    [Fact]
    public async Task ApprovingOverErrorsAsksAndCanBeTakenBack()
    {
        const string code = "v2";
        await SeedAsync(code, EditionState.InReview, errors: 3);
        using var client = await web.SignInAsync(Roles.Reviewer);
        var page = $"/units/{code}/years/2023/editions/1";
        using var asked = await WebApp.PostAsync(client, $"{page}?handler=Approve");
        const string question = "第1版还有 3 处错误，公开之前必须改正或写明理由。";
        Assert.Contains(question, WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync()));
        Assert.Equal(EditionState.InReview, await StateAsync(code));
        using var sure = await WebApp.PostAsync(client, $"{page}?handler=Approve", ("Sure", question));
        Assert.Equal(EditionState.Approved, await StateAsync(code));
        Assert.Contains("撤回审定", await client.GetStringAsync(page));
        using var back = await WebApp.PostAsync(client, $"{page}?handler=Unapprove");
        Assert.Equal(EditionState.InReview, await StateAsync(code));

        using var finance = await web.SignInAsync(Roles.Finance);
        using var forbidden = await WebApp.PostAsync(finance, $"{page}?handler=Unapprove");
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Contains("撤回送审", await finance.GetStringAsync(page));
        using var withdrawn = await WebApp.PostAsync(finance, $"{page}?handler=Withdraw");
        Assert.Equal(EditionState.Draft, await StateAsync(code));
    }

    [Fact]
    public async Task TheApiSaysWhoByTheirName()
    {
        await SeedAsync("api-names");
        using var finance = await web.SignInAsync(Roles.Finance);
        using var sent = await WebApp.PostAsync(finance, "/units/api-names/years/2023/editions/1?handler=Submit");
        await web.QueryAsync(async db =>
        {
            var unit = await db.Units.SingleAsync(unit => unit.Code == "api-names");
            db.Corrections.Add(new Correction { UnitId = unit.Id, Year = 2023, Sheet = "公务接待", Row = "", Column = "国内接待批次", IsFact = true, NewValue = "7", Reason = "漏计", By = Roles.Finance, At = DateTimeOffset.UtcNow });
            return await db.SaveChangesAsync();
        });
        using var api = await web.WithTokenAsync("read");
        foreach (var list in new[] { "editions/1", "corrections" })
        {
            Assert.Contains("\"by\":\"finance\",\"byName\":\"财务\"", Ordered(await api.GetFromJsonAsync<JsonElement>($"/api/v1/units/api-names/years/2023/{list}")));
        }
    }

    // "by" and "byName" side by side, wherever they stand.
    private static string Ordered(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.Array => string.Concat(answer.EnumerateArray().Select(Ordered)),
        JsonValueKind.Object => (answer.TryGetProperty("byName", out var name) ? $"\"by\":{answer.GetProperty("by").GetRawText()},\"byName\":\"{name.GetString()}\"" : "")
            + string.Concat(answer.EnumerateObject().Select(property => Ordered(property.Value))),
        _ => "",
    };

    // An edition of the data in force, as a run would leave it, without files.
    private async Task SeedAsync(string code, EditionState state = EditionState.Draft, int errors = 0)
    {
        await web.AddAcceptedAsync(code);
        var stamp = (await web.DataAsync(code))!.Stamp;
        await web.QueryAsync(async db =>
        {
            var unit = await db.Units.SingleAsync(unit => unit.Code == code);
            db.Editions.Add(new Edition
            {
                UnitId = unit.Id, Year = 2023, Number = 1, State = state, InputsHash = Guid.NewGuid().ToString("N"), ImportId = stamp.ImportId, Errors = errors,
                TemplateSet = stamp.TemplateSet, TemplateSetHash = stamp.TemplateSetHash, Program = "finalaccounts test", By = "somebody", At = DateTimeOffset.UtcNow,
                AccountsSha256 = stamp.AccountsSha256, TemplatesSha256 = stamp.AccountsSha256, TextSha256 = stamp.AccountsSha256,
                Events = [new EditionEvent { State = state, By = "somebody", At = DateTimeOffset.UtcNow }],
            });
            return await db.SaveChangesAsync();
        });
    }

    private async Task<long> CorrectAsync(string code)
    {
        using var api = await web.WithTokenAsync("data");
        using var answer = await api.PostAsJsonAsync($"/api/v1/units/{code}/years/2023/corrections", new { sheet = "公务接待", row = "", column = "国内接待批次", fact = true, value = "7", reason = "漏计" });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<CorrectionAnswer>())!.Id;
    }

    private Task<EditionState> StateAsync(string code) => web.QueryAsync(db => db.Editions.Where(edition => edition.Unit!.Code == code).Select(edition => edition.State).SingleAsync());
}
