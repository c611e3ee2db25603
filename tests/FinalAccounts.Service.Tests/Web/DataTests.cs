using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using FinalAccounts.Accounts;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.People;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Web;

[Collection(ServiceTests.Name)]
public sealed partial class DataTests(WebApp web)
{
    internal const string Tables = "公开表.xlsx", FactsFile = "文字资料.xlsx";

    [Fact]
    public async Task WhatIsUploadedWaitsToBeAcceptedAndThenCounts()
    {
        var code = await web.AddUnitAsync("d1");
        using var client = await web.WithTokenAsync("read data");
        var made = await UploadAsync(client, code, ("tables", Tables, WebApp.Sample(Tables)), ("facts", FactsFile, WebApp.Sample(FactsFile)));
        Assert.Equal("pending", made.GetProperty("state").GetString());
        Assert.Contains(made.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("rule").GetString() == "IMP-55");
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Path(code, "accounts"))).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync(Path(code, "imports/1/accept"), null)).StatusCode);
        var accounts = await client.GetFromJsonAsync<JsonElement>(Path(code, "accounts"));
        Assert.Equal(952_052_900m, Cell(accounts, "表01", "收入总计", "金额"));
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsync(Path(code, "imports/1/accept"), null)).StatusCode);
    }

    [Fact]
    public async Task AFileThatIsNoWorkbookIsKeptAndRejectedWithItsReason()
    {
        var code = await web.AddUnitAsync("d2");
        using var client = await web.WithTokenAsync("read data");
        var made = await UploadAsync(client, code, ("tables", "公开表.xlsx", "not a workbook"u8.ToArray()));
        Assert.Equal("rejected", made.GetProperty("state").GetString());
        Assert.Equal("fatal", made.GetProperty("findings")[0].GetProperty("severity").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsync(Path(code, "imports/1/accept"), null)).StatusCode);
    }

    [Fact]
    public async Task AmountsBeyondTheMaximumAreRefusedInASentence()
    {
        var (code, client) = await AcceptedAsync("d22");
        foreach (var value in new[] { "1000000000000000.01", "-79228162514264337593543950335", "1e28", "1.0000000000000000000000E+21", "99999999999999999999999999999999999999999" })
        {
            var refused = await CorrectAsync(client, code, new { sheet = "表01", row = "收入总计", column = "金额", fact = false, value, reason = "批复更正" }, HttpStatusCode.BadRequest);
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", refused.GetProperty("detail").GetString());
        }

        var whole = System.Text.Json.Nodes.JsonNode.Parse(await client.GetStringAsync(Path(code, "accounts")))!;
        var cell = whole["tables"]!["表01"]!["rows"]![0]!["cells"]!.AsObject();
        cell[cell.First().Key] = System.Text.Json.Nodes.JsonNode.Parse("79228162514264337593543950335");
        var made = await UploadAsync(client, code, ("json", "数据.json", System.Text.Encoding.UTF8.GetBytes(whole.ToJsonString())));
        Assert.Equal(("rejected", "IMP-30"), (made.GetProperty("state").GetString(), made.GetProperty("findings")[0].GetProperty("rule").GetString()));
    }

    [Fact]
    public async Task ACorrectionLiesOverTheImportAndCanBeUndone()
    {
        var (code, client) = await AcceptedAsync("d3");
        var correction = await CorrectAsync(client, code, new { sheet = "表09", row = "", column = "决算公务接待费", fact = false, value = "123456.78", reason = "批复更正" }, HttpStatusCode.BadRequest);
        Assert.Contains("没有", correction.GetProperty("detail").GetString());

        var before = Cell(await client.GetFromJsonAsync<JsonElement>(Path(code, "accounts")), "表01", "收入总计", "金额");
        await CorrectAsync(client, code, new { sheet = "表01", row = "收入总计", column = "金额", fact = false, value = "1,000.5", reason = "" }, HttpStatusCode.BadRequest);
        var made = await CorrectAsync(client, code, new { sheet = "表01", row = "收入总计", column = "金额", fact = false, value = "1,000.5", reason = "批复更正" }, HttpStatusCode.Created);
        Assert.Equal(1000.5m, Cell(await client.GetFromJsonAsync<JsonElement>(Path(code, "accounts")), "表01", "收入总计", "金额"));
        await CorrectAsync(client, code, new { sheet = "公务接待", row = "", column = "国内接待批次", fact = true, value = "很多", reason = "批复更正" }, HttpStatusCode.BadRequest);

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(Path(code, $"corrections/{made.GetProperty("id").GetInt64()}"))).StatusCode);
        Assert.Equal(before, Cell(await client.GetFromJsonAsync<JsonElement>(Path(code, "accounts")), "表01", "收入总计", "金额"));
        var audit = await web.QueryAsync(db => db.Audit.Where(entry => entry.Subject.StartsWith(code + " ")).Select(entry => entry.Action).ToListAsync());
        Assert.Contains("correction.made", audit);
        Assert.Contains("correction.undone", audit);
    }

    [Fact]
    public async Task AFixedRowThatTheHandInLeftOutIsCorrectedLikeAnyOther()
    {
        var (code, api) = await AcceptedAsync("d9");
        var whole = System.Text.Json.Nodes.JsonNode.Parse(await api.GetStringAsync(Path(code, "accounts")))!;
        var rows = whole["tables"]!["表01"]!["rows"]!.AsArray();
        var left = rows.First(row => row!["key"]!.GetValue<string>() == "一般公共预算财政拨款收入")!;
        rows.Remove(left);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(whole.ToJsonString())), "json", "数据.json" } };
        Assert.Equal(HttpStatusCode.Created, (await api.PostAsync(Path(code, "imports"), form)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.PostAsync(Path(code, "imports/2/accept"), null)).StatusCode);

        using var client = await web.SignInAsync(Roles.Finance);
        Assert.Contains("aria-label=\"更正 一、一般公共预算财政拨款收入，金额：空白\"", await client.GetStringAsync($"/units/{code}/years/2023/tables/表01"));
        await CorrectAsync(api, code, new { sheet = "表01", row = "一般公共预算财政拨款收入", column = "金额", fact = false, value = "1234.5", reason = "漏报" }, HttpStatusCode.Created);
        var accounts = await api.GetFromJsonAsync<JsonElement>(Path(code, "accounts"));
        Assert.Equal(1234.5m, Cell(accounts, "表01", "一般公共预算财政拨款收入", "金额"));
        Assert.Equal("一般公共预算财政拨款收入", accounts.GetProperty("tables").GetProperty("表01").GetProperty("rows")[0].GetProperty("key").GetString());
    }

    [Fact]
    public async Task ACorrectedHandInShowsWhatChangesAndTakesTheCorrectionsThatItMakesGood()
    {
        var (code, client) = await AcceptedAsync("d4");
        await CorrectAsync(client, code, new { sheet = "公务接待", row = "", column = "国内接待批次", fact = true, value = "7", reason = "漏计" }, HttpStatusCode.Created);
        await CorrectAsync(client, code, new { sheet = "表01", row = "收入总计", column = "金额", fact = false, value = "5", reason = "试" }, HttpStatusCode.Created);

        var json = await client.GetStringAsync(Path(code, "accounts"));
        using var form = new MultipartFormDataContent { { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(json.Replace("\"number\": 7,", "\"number\": 8,", StringComparison.Ordinal))), "json", "数据.json" } };
        using var answer = await client.PostAsync(Path(code, "imports"), form);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var changes = await client.GetFromJsonAsync<JsonElement>(Path(code, "imports/2/changes"));
        Assert.Contains(changes.GetProperty("items").EnumerateArray(), change => change.GetProperty("column").GetString() == "国内接待批次" && change.GetProperty("before").GetString() == "7" && change.GetProperty("after").GetString() == "8");

        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync(Path(code, "imports/2/accept"), null)).StatusCode);
        var corrections = await client.GetFromJsonAsync<JsonElement>(Path(code, "corrections"));
        Assert.All(corrections.GetProperty("items").EnumerateArray(), correction => Assert.NotEqual(JsonValueKind.Null, correction.GetProperty("undoneAt").ValueKind));
    }

    [Fact]
    public async Task FactsTypedInThePageBecomeANewHandInWithTheRestUntouched()
    {
        var (code, _) = await AcceptedAsync("d5");
        using var client = await web.SignInAsync(Roles.Finance);
        var page = $"/units/{code}/years/2023/facts/{Uri.EscapeDataString("公务接待")}/edit";
        var fields = Inputs().Matches(await client.GetStringAsync(page)).Select(match => (match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value))).ToList();
        Assert.Contains(fields, field => field.Item1 == "r[0].国内接待批次");
        var typed = fields.Select(field => field.Item1 == "r[0].国内接待批次" ? (field.Item1, "4321") : field).Append(("Base", "1")).ToArray();
        using var saved = await WebApp.PostAsync(client, page, typed);
        Assert.Equal($"/units/{code}/years/2023/imports/2", saved.Headers.Location!.ToString());

        var (before, after) = (await AccountsAsync(code, 1), await AccountsAsync(code, 2));
        var change = Assert.Single(Comparison.AccountsDifference.Of(before, after, CancellationToken.None));
        Assert.Equal(("公务接待", "国内接待批次", "4321"), (change.Sheet, change.Column, change.After));
    }

    [Fact]
    public async Task AFactsFormFilledOverOlderDataIsNotSavedUnseen()
    {
        var (code, api) = await AcceptedAsync("d6");
        await UploadAsync(api, code, ("facts", FactsFile, WebApp.Sample(FactsFile)));
        await api.PostAsync(Path(code, "imports/2/accept"), null);
        using var client = await web.SignInAsync(Roles.Finance);
        using var saved = await WebApp.PostAsync(client, $"/units/{code}/years/2023/facts/{Uri.EscapeDataString("公务接待")}/edit", ("Base", "1"), ("r[0].国内接待批次", "4321"));
        var text = await saved.Content.ReadAsStringAsync();
        Assert.Contains("别人采用了第 2 次提交", text);
        Assert.Contains("4321", text);
        Assert.Equal(2, await web.QueryAsync(db => db.Imports.CountAsync(import => import.Unit!.Code == code)));
    }

    [Fact]
    public async Task TheFactsWorkbookThatIsDownloadedReadsBackAsTheDataInForce()
    {
        var (code, client) = await AcceptedAsync("d8");
        await CorrectAsync(client, code, new { sheet = "公务接待", row = "", column = "国内接待批次", fact = true, value = "7", reason = "漏计" }, HttpStatusCode.Created);
        var workbook = await client.GetByteArrayAsync($"/units/{code}/years/2023/facts.xlsx");
        await UploadAsync(client, code, ("facts", FactsFile, workbook));
        var changes = await client.GetFromJsonAsync<JsonElement>(Path(code, "imports/2/changes"));
        Assert.Equal(0, changes.GetProperty("total").GetInt32());
    }

    private async Task<(string Code, HttpClient Client)> AcceptedAsync(string code)
    {
        await web.AddUnitAsync(code);
        var client = await web.WithTokenAsync("read data");
        await UploadAsync(client, code, ("tables", Tables, WebApp.Sample(Tables)), ("facts", FactsFile, WebApp.Sample(FactsFile)));
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync(Path(code, "imports/1/accept"), null)).StatusCode);
        return (code, client);
    }

    internal static async Task<JsonElement> UploadAsync(HttpClient client, string code, params (string Name, string File, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, file, content) in files)
        {
            form.Add(new ByteArrayContent(content), name, file);
        }

        using var answer = await client.PostAsync(Path(code, "imports"), form);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<JsonElement> CorrectAsync(HttpClient client, string code, object correction, HttpStatusCode expected)
    {
        using var answer = await client.PostAsJsonAsync(Path(code, "corrections"), correction);
        Assert.True(answer.StatusCode == expected, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<DepartmentAccounts> AccountsAsync(string code, int number)
    {
        var unit = await web.QueryAsync(db => db.Units.SingleAsync(unit => unit.Code == code));
        return (await web.AskAsync<Imports, DepartmentAccounts?>(async imports => await imports.AccountsAsync(unit, (await imports.FindAsync(unit.Id, 2023, number, CancellationToken.None))!, CancellationToken.None)))!;
    }

    private static decimal Cell(JsonElement accounts, string table, string row, string column) => accounts.GetProperty("tables").GetProperty(table).GetProperty("rows").EnumerateArray()
        .Single(found => found.GetProperty("key").GetString() == row).GetProperty("cells").GetProperty(column).GetProperty("value").GetDecimal();

    internal static string Path(string code, string below) => $"/api/v1/units/{code}/years/2023/{below}";

    [GeneratedRegex("<input[^>]*name=\"(r\\[0\\]\\.[^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Inputs();
}
