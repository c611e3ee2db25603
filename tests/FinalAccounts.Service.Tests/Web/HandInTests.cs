using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Web;

/// <summary>A new hand-in beside the corrections made before.</summary>
[Collection(ServiceTests.Name)]
public sealed partial class HandInTests(WebApp web)
{
    private const string Sheet = "公务接待", Field = "国内接待批次";

    [Theory]
    [InlineData("h1", null, "仍然适用", true)]
    [InlineData("h2", "7", "文件里已经改好", false)]
    [InlineData("h3", "8", "文件里是另一个数", false)]
    public async Task EachCorrectionIsListedWithHowItStandsToTheFile(string code, string? inFile, string words, bool kept)
    {
        using var api = await PreparedAsync(code, inFile);
        using var client = await web.SignInAsync(Roles.Finance);
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(Path(code, "imports/2")));
        Assert.Contains("原来的更正（1）", page);
        Assert.Contains(words, page);
        Assert.Equal(kept, Checked().IsMatch(page));

        using var accepted = await WebApp.PostAsync(client, Path(code, "imports/2/decide"), [("accept", "true"), ("chosen", "true"), .. kept ? [("keep", $"{await LastAsync(code)}")] : Array.Empty<(string, string)>()]);
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        Assert.Equal(inFile ?? "7", await ValueAsync(code));
        Assert.Equal(kept ? 1 : 0, await InForceAsync(code));
    }

    [Fact]
    public async Task ACorrectionOfAnotherValueCanBeKeptOverTheNewFile()
    {
        const string code = "h4";
        using var api = await PreparedAsync(code, "8");
        using var client = await web.SignInAsync(Roles.Finance);
        var keep = await LastAsync(code);
        Assert.Contains($"name=\"keep\" value=\"{keep}\" checked", await client.GetStringAsync(Path(code, $"imports/2?chosen=true&keep={keep}")));
        using var accepted = await WebApp.PostAsync(client, Path(code, "imports/2/decide"), ("accept", "true"), ("chosen", "true"), ("keep", $"{keep}"));
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        Assert.Equal("7", await ValueAsync(code));
        var renewed = await web.QueryAsync(db => db.Corrections.SingleAsync(made => made.UndoneAt == null && db.Units.Any(unit => unit.Id == made.UnitId && unit.Code == code)));
        Assert.Equal(("8", "7", "漏计"), (renewed.OldValue, renewed.NewValue, renewed.Reason));
    }

    [Fact]
    public async Task ACorrectionThatHoldsCanBeDropped()
    {
        const string code = "h5";
        using var api = await PreparedAsync(code, null);
        using var client = await web.SignInAsync(Roles.Finance);
        using var accepted = await WebApp.PostAsync(client, Path(code, "imports/2/decide"), ("accept", "true"), ("chosen", "true"));
        Assert.Equal(0, await InForceAsync(code));
        Assert.NotEqual("7", await ValueAsync(code));
    }

    [Fact]
    public async Task ThePreviewShowsWhatWillBeInForceAndItsFindings()
    {
        const string code = "h6";
        using var api = await PreparedAsync(code, null, ("表01", "收入总计", "金额", "1"));
        using var client = await web.SignInAsync(Roles.Finance);

        // Everything is kept: nothing will be different, nothing settled.
        var same = WebUtility.HtmlDecode(await client.GetStringAsync(Path(code, "imports/2")));
        Assert.Contains("有 <b>0</b> 处不同", same);
        Assert.Contains("核对结果没有变化", same);

        // Without the corrections the file counts alone, and the mistake is gone.
        var bare = WebUtility.HtmlDecode(await client.GetStringAsync(Path(code, "imports/2?chosen=true")));
        Assert.Contains("有 <b>2</b> 处不同", bare);
        Assert.Matches("核对结果：消除 \\d+", bare);
        Assert.Contains("<ins>95,205.29 万元</ins>", bare);

        using var accepted = await WebApp.PostAsync(client, Path(code, "imports/2/decide"), ("accept", "true"), ("chosen", "true"));
        Assert.Matches("第 2 次提交已采用。核对结果：消除 \\d+", WebUtility.HtmlDecode(await client.GetStringAsync($"/units/{code}/years/2023")));
    }

    // A correction of 国内接待批次 to 7, then a hand-in that has this value there; the sample's own for null.
    private async Task<HttpClient> PreparedAsync(string code, string? inFile, params (string Sheet, string Row, string Column, string Value)[] cells)
    {
        await web.AddAcceptedAsync(code);
        var client = await web.WithTokenAsync("read data");
        await CorrectAsync(client, code, new { sheet = Sheet, row = "", column = Field, fact = true, value = "7", reason = "漏计" });
        foreach (var (sheet, row, column, value) in cells)
        {
            await CorrectAsync(client, code, new { sheet, row, column, fact = false, value, reason = "试" });
        }

        using var form = new MultipartFormDataContent();
        if (inFile is null)
        {
            form.Add(new ByteArrayContent(WebApp.Sample("公开表.xlsx")), "tables", "公开表.xlsx");
            form.Add(new ByteArrayContent(WebApp.Sample("文字资料.xlsx")), "facts", "文字资料.xlsx");
        }
        else
        {
            var json = await client.GetStringAsync($"/api/v1{Path(code, "accounts")}");
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(json.Replace("\"number\": 7,", $"\"number\": {inFile},", StringComparison.Ordinal))), "json", "数据.json");
        }

        using var made = await client.PostAsync($"/api/v1{Path(code, "imports")}", form);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        return client;
    }

    private static async Task CorrectAsync(HttpClient client, string code, object correction)
    {
        using var answer = await client.PostAsJsonAsync($"/api/v1{Path(code, "corrections")}", correction);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
    }

    private Task<long> LastAsync(string code) => web.QueryAsync(db => Of(db, code).MaxAsync(made => made.Id));

    private Task<int> InForceAsync(string code) => web.QueryAsync(db => Of(db, code).CountAsync(made => made.UndoneAt == null));

    private async Task<string?> ValueAsync(string code) => CorrectionTarget.Find((await web.DataAsync(code))!, Sheet, "", Field, isFact: true)!.Current;

    private static IQueryable<Correction> Of(FinalAccountsDb db, string code) => db.Corrections.Where(made => db.Units.Any(unit => unit.Id == made.UnitId && unit.Code == code));

    private static string Path(string code, string below) => $"/units/{code}/years/2023/{below}";

    [GeneratedRegex("name=\"keep\" value=\"\\d+\" checked")]
    private static partial Regex Checked();
}
