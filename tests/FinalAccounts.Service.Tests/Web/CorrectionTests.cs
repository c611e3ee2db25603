using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using FinalAccounts.Service.People;
using FinalAccounts.Templates;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Web;

/// <summary>Corrections as people make them in the page.</summary>
[Collection(ServiceTests.Name)]
public sealed partial class CorrectionTests(WebApp web)
{
    private const string Total = "sheet=表01&row=收入总计&column=金额";

    [Fact]
    public async Task ACellIsTypedInTheUnitThatTheGridShows()
    {
        var code = await web.AddAcceptedAsync("k1");
        using var client = await web.SignInAsync(Roles.Finance);
        var form = await client.GetStringAsync(Path(code, $"corrections/new?{Total}"));
        Assert.Contains("value=\"95,205.29\" data-money=\"万元\"", form);
        Assert.DoesNotContain("<select name=\"Money\"", form);

        // 0.01 万元 more is 100 元 more, and no more than rounding explains.
        Assert.Equal(HttpStatusCode.Redirect, (await CorrectAsync(client, code, ("表01", "收入总计", "金额", false), "95,205.30")).StatusCode);
        Assert.Equal("952053000", await web.QueryAsync(db => db.Corrections.Where(made => db.Units.Any(unit => unit.Id == made.UnitId && unit.Code == code)).Select(made => made.NewValue).SingleAsync()));
    }

    [Theory]
    [InlineData("k2a", "952,052,900", "原来 95,205.29 万元，改为 952,052,900.00 万元：是原来的 10,000 倍。请核对单位，这里填的是万元。")]
    [InlineData("k2b", "9.52", "只有原来的 1/")]
    [InlineData("k2c", "-95,205.29", "正负号变了")]
    [InlineData("k2d", "", "原来有数，改后没有了")]
    [InlineData("k2e", "95,305.29", "改后不平：")]
    public async Task AnUnlikelyValueIsAskedAboutWithBothNumbersAndSavedOnlyWhenMeant(string code, string typed, string question)
    {
        await web.AddAcceptedAsync(code);
        using var client = await web.SignInAsync(Roles.Finance);
        var cell = ("表01", "收入总计", "金额", false);
        var asked = WebUtility.HtmlDecode(await (await CorrectAsync(client, code, cell, typed)).Content.ReadAsStringAsync());
        Assert.Contains(question, asked);
        Assert.Equal(0, await CountAsync(code));

        // An answer to another question is none.
        var other = await CorrectAsync(client, code, cell, typed, ("Confirmed", "=1"));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(0, await CountAsync(code));
        var meant = await CorrectAsync(client, code, cell, typed, ("Confirmed", Confirmed().Match(asked).Groups[1].Value));
        Assert.Equal(HttpStatusCode.Redirect, meant.StatusCode);
        Assert.Equal(1, await CountAsync(code));
    }

    [Theory]
    [InlineData("55.5")]
    [InlineData("55.5%")]
    public async Task APercentageIsTypedAndShownAsOne(string typed)
    {
        var code = await web.AddAcceptedAsync($"k3{typed.Length}");
        using var client = await web.SignInAsync(Roles.Finance);
        Assert.Matches("name=\"Value\" value=\"[\\d.]+\"[^>]*>\\s*<span class=\"soft\">%</span>", await client.GetStringAsync(Path(code, "corrections/new?fact=true&sheet=整体自评表&row=&column=执行率")));
        var made = await CorrectAsync(client, code, ("整体自评表", "", "执行率", true), typed, ("Confirmed", "=0.555"));
        Assert.True(made.StatusCode == HttpStatusCode.Redirect, WebUtility.HtmlDecode(await made.Content.ReadAsStringAsync()));
        Assert.Equal("0.555", await web.QueryAsync(db => db.Corrections.Where(made => db.Units.Any(unit => unit.Id == made.UnitId && unit.Code == code)).Select(made => made.NewValue).SingleAsync()));
        Assert.Contains("<ins>55.5%</ins>", await client.GetStringAsync(Path(code, "corrections")));
    }

    [Fact]
    public async Task WhoComesSecondIsToldAndNothingIsOverwritten()
    {
        var code = await web.AddAcceptedAsync("k4");
        using var client = await web.SignInAsync(Roles.Finance);
        var cell = ("公务接待", "", "国内接待批次", true);
        var seen = Seen().Match(await client.GetStringAsync(Path(code, "corrections/new?fact=true&sheet=公务接待&row=&column=国内接待批次"))).Groups[1].Value;
        var (first, then) = ($"{int.Parse(seen[1..]) + 1}", $"{int.Parse(seen[1..]) + 2}");
        Assert.Equal(HttpStatusCode.Redirect, (await CorrectAsync(client, code, cell, first, ("Seen", seen))).StatusCode);
        var second = await CorrectAsync(client, code, cell, then, ("Seen", seen));
        var told = WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync());
        Assert.Contains($"您填写期间，这一格已经变了：{Roles.Name(Roles.Finance)} ", told);
        Assert.Contains($"更正成 {first}", told);
        Assert.Contains($"value=\"{then}\"", told);
        Assert.Equal(1, await CountAsync(code));
        Assert.Equal(HttpStatusCode.Redirect, (await CorrectAsync(client, code, cell, then, ("Seen", Seen().Match(told).Groups[1].Value))).StatusCode);
    }

    [Fact]
    public async Task OfTwoAtTheSameMomentOneIsTold()
    {
        var code = await web.AddAcceptedAsync("k5");
        using var api = await web.WithTokenAsync("data");
        var answers = await Task.WhenAll(Enumerable.Range(31, 6).Select(value => api.PostAsJsonAsync(
            $"/api/v1{Path(code, "corrections")}", new { sheet = "公务接待", row = "", column = "国内接待批次", fact = true, value = $"{value}", reason = "漏计" })));
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Created, HttpStatusCode.BadRequest }));
        var made = await web.QueryAsync(db => db.Corrections.Where(made => db.Units.Any(unit => unit.Id == made.UnitId && unit.Code == code)).OrderBy(made => made.Id).ToListAsync());
        Assert.Equal(answers.Count(answer => answer.StatusCode == HttpStatusCode.Created), made.Count);

        // Each knew what the one before had written.
        Assert.All(made.Zip(made.Skip(1)), pair => Assert.Equal(pair.First.NewValue, pair.Second.OldValue));
    }

    [Fact]
    public async Task WhatACorrectionDidToTheFindingsIsSaidAtOnce()
    {
        var code = await web.AddAcceptedAsync("k6");
        using var client = await web.SignInAsync(Roles.Finance);
        await CorrectAsync(client, code, ("表01", "收入总计", "金额", false), "95,305.29", ("Confirmed", "=953052900"));
        var broken = WebUtility.HtmlDecode(await client.GetStringAsync(Path(code, "tables/表01")));
        Assert.Matches("已更正：95,205.29 万元 → 95,305.29 万元。核对结果：新增 \\d+，还有 \\d+ 处错误。", broken);
        await CorrectAsync(client, code, ("表01", "收入总计", "金额", false), "95,205.29");
        Assert.Matches("核对结果：消除 \\d+，", WebUtility.HtmlDecode(await client.GetStringAsync(Path(code, "tables/表01"))));
    }

    [Fact]
    public async Task ReasonsAreComparedWordByWord()
    {
        var code = await web.AddAcceptedAsync("k7");
        using var client = await web.SignInAsync(Roles.Finance);
        var data = (await web.DataAsync(code))!;
        var (sheet, column, text) = data.Set.Set.Facts.Sheets.Where(sheet => !sheet.IsRecords).SelectMany(sheet => sheet.Fields.Where(field => field.Type == FactType.Prose), (sheet, field) => (sheet.Name, field.Name, data.Accounts.Facts.Field(sheet.Name, field.Name)?.Text))
            .First(found => found.Text?.Contains('，', StringComparison.Ordinal) == true);
        var at = text!.IndexOf('，', StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await CorrectAsync(client, code, (sheet, "", column, true), text.Insert(at, "，已经核对"))).StatusCode);
        Assert.Matches("<ins>[^<]*已经核对[^<]*</ins>", WebUtility.HtmlDecode(await client.GetStringAsync(Path(code, "corrections"))));
    }

    private Task<int> CountAsync(string code) => web.QueryAsync(db => db.Corrections.CountAsync(made => db.Units.Any(unit => unit.Id == made.UnitId && unit.Code == code)));

    private static Task<HttpResponseMessage> CorrectAsync(
        HttpClient client, string code, (string Sheet, string Row, string Column, bool Fact) at, string value, params (string Name, string Value)[] more) =>
        WebApp.PostAsync(client, Path(code, "corrections/new"),
            [("Sheet", at.Sheet), ("Row", at.Row), ("Column", at.Column), ("Fact", at.Fact ? "true" : "false"), ("Value", value), ("Reason", "批复更正"), .. more]);

    private static string Path(string code, string below) => $"/units/{code}/years/2023/{below}";

    [GeneratedRegex("name=\"Confirmed\" value=\"([^\"]*)\"")]
    private static partial Regex Confirmed();

    [GeneratedRegex("name=\"Seen\" value=\"([^\"]*)\"")]
    private static partial Regex Seen();
}
