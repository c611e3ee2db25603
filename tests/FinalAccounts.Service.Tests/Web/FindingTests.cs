using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using FinalAccounts.Documents;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.People;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Web;

/// <summary>Findings as they are now, one click from the cell.</summary>
[Collection(ServiceTests.Name)]
public sealed partial class FindingTests(WebApp web)
{
    [Theory]
    [InlineData("J4 J5 J6 J7", "J4:J7")]
    [InlineData("J6 J4 J5", "J4:J6")]
    [InlineData("B9 C9 D9 E9", "B9:E9")]
    [InlineData("J4 J5", "J4 J5")]
    [InlineData("C7 J4 J5 J6 A1", "C7 J4:J6 A1")]
    [InlineData("Z3 AA3 AB3 B1", "Z3:AB3 B1")]
    [InlineData("A1 A1", "A1")]
    public void NeighboursAreFoldedAndTheMostTellingComesFirst(string cells, string folded) =>
        Assert.Equal(folded, string.Join(' ', PlaceRun.Of(cells.Split(' ').Select(cell => new Place("公开表.xlsx", "公开03表", cell))).Select(run => run.Text)));

    [Fact]
    public void TheSameRuleAtTheSamePlaceIsTheSameFindingWhateverItsNumbers()
    {
        static Finding Of(string rule, string message, string file = "公开表.xlsx", Severity severity = Severity.Error) => new(severity, rule, message, [new Place(file, "公开01表", "C7")]);
        var change = FindingsChange.Between([Of("CHK-1", "差 1"), Of("CHK-2", "差 2"), Of("CHK-9", "说明", severity: Severity.Note)], [Of("CHK-1", "差 3", "公开表.xlsx（已更正）"), Of("CHK-3", "差 4"), Of("CHK-3", "差 4")]);
        Assert.Equal(["CHK-2"], change.Settled.Select(finding => finding.Rule));
        Assert.Equal(["CHK-3", "CHK-3"], change.New.Select(finding => finding.Rule));
        Assert.Equal("核对结果：消除 1，新增 2，还有 3 处错误。", change.Sentence);
    }

    [Fact]
    public async Task EveryPlaceInTheDataLeadsToItsFormOrItsGrid()
    {
        var code = await web.AddAcceptedAsync("f1");
        using var client = await web.SignInAsync(Roles.Finance);
        await CorrectAsync(code, "表01", "收入总计", "金额", "1");
        var unit = await web.QueryAsync(db => db.Units.SingleAsync(unit => unit.Code == code));
        var findings = (await web.AskAsync<UnitChecks, IReadOnlyList<Finding>?>(checks => checks.OfAsync(unit, 2023, CancellationToken.None)))!;
        var data = (await web.DataAsync(code))!;
        var links = FindingLinks.Of(data, $"/units/{code}/years/2023", mayCorrect: true);
        var places = findings.SelectMany(finding => finding.Places).Where(place => place.Cell is not null).Distinct().ToList();
        Assert.NotEmpty(places);
        Assert.Empty(places.Where(place => links(new PlaceRun(place, place.Cell!, 1)) is null).Select(place => place.ToString()));
        // One form and one grid of each sheet is opened.
        foreach (var link in places.Select(place => links(new PlaceRun(place, place.Cell!, 1))!).DistinctBy(link => link.Split(["&row", "#"], StringSplitOptions.None)[0]))
        {
            using var answer = await client.GetAsync(link);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, link);
        }

        Assert.Contains(places.Select(place => links(new PlaceRun(place, place.Cell!, 1))), link => link == FindingLinks.Form($"/units/{code}/years/2023", new DataSpot("表01", "收入总计", "金额", false)));
        var page = await client.GetStringAsync($"/units/{code}/years/2023/findings");
        Assert.Matches($"<a href=\"/units/{code}/years/2023/corrections/new\\?sheet=[^\"]+\">[A-Z]+\\d+</a>", page);
    }

    [Fact]
    public async Task BadCellsAreMarkedNamedAndTheirTableComesFirst()
    {
        var code = await web.AddAcceptedAsync("f2");
        using var client = await web.SignInAsync(Roles.Finance);
        await CorrectAsync(code, "表05", "合计", "小计", "1");
        var page = WebUtility.HtmlDecode(await client.GetStringAsync($"/units/{code}/years/2023/tables/表05"));
        Assert.Matches("<td [^>]*class=\"[^\"]*bad[^\"]*\" id=\"[A-Z]+\\d+\" title=\"[^\"]*\\n[A-Z]+", page);
        Assert.Matches("<small class=\"cell-name\" aria-hidden=\"true\">[A-Z]+\\d+</small>", page);
        var tabs = Tabs().Matches(page).Select(tab => (tab.Groups[1].Value, Errors: tab.Groups[2].Success)).ToList();
        Assert.Equal(9, tabs.Count);
        Assert.Equal(tabs.OrderByDescending(tab => tab.Errors).Select(tab => tab.Errors), tabs.Select(tab => tab.Errors));
        Assert.True(tabs.Single(tab => tab.Item1 == "表05").Errors);
        Assert.Contains("支出决算表", page);
    }

    [Fact]
    public async Task FindingsAreFilteredAndGoToExcel()
    {
        var code = await web.AddAcceptedAsync("f3");
        using var client = await web.SignInAsync("viewer");
        await CorrectAsync(code, "表01", "收入总计", "金额", "1");
        var path = $"/units/{code}/years/2023/findings";
        var all = Rows().Count(await client.GetStringAsync(path));
        var errors = Rows().Count(await client.GetStringAsync($"{path}?severity=Error"));
        var ofTable = Rows().Count(await client.GetStringAsync($"{path}?severity=Error&sheet=表01"));
        Assert.InRange(errors, 1, all - 1);
        Assert.InRange(ofTable, 1, errors);
        Assert.Equal(0, Rows().Count(await client.GetStringAsync($"{path}?q=没有这样的话")));
        Assert.DoesNotContain("corrections/new", await client.GetStringAsync(path));

        using var xlsx = await client.GetAsync($"{path}?severity=Error&handler=Xlsx");
        Assert.Equal(DataDownloads.Xlsx, xlsx.Content.Headers.ContentType!.MediaType);
        using var book = new ZipArchive(await xlsx.Content.ReadAsStreamAsync());
        using var sheet = new StreamReader(book.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.Equal(errors + 3, Regex.Count(await sheet.ReadToEndAsync(), "<[a-z:]*row "));
    }

    [Fact]
    public async Task TheNextStepSaysWhatIsTrueAfterEachChange()
    {
        var code = await web.AddAcceptedAsync("f4");
        using var client = await web.SignInAsync(Roles.Finance);
        using var api = await web.WithTokenAsync("read data");
        var before = await ErrorsAsync(client, code);
        Assert.Equal(before == 0 ? "generate" : "correct", await NextAsync(api, code));
        var made = await CorrectAsync(code, "表01", "收入总计", "金额", "1");
        var broken = await ErrorsAsync(client, code);
        Assert.True(broken > before, $"{broken} errors after the mistake, {before} before");
        Assert.Equal("correct", await NextAsync(api, code));
        Assert.Contains($"数据有 {broken} 处错误，不能公开。请先更正", await client.GetStringAsync($"/units/{code}/years/2023"));

        Assert.Equal(HttpStatusCode.NoContent, (await api.DeleteAsync($"/api/v1/units/{code}/years/2023/corrections/{made}")).StatusCode);
        Assert.Equal(before, await ErrorsAsync(client, code));
    }

    [Fact]
    public async Task ATemplateInForceMakesTheChecksOld()
    {
        var code = await web.AddAcceptedAsync("f5");
        using var client = await web.SignInAsync(Roles.Finance);
        await client.GetStringAsync($"/units/{code}/years/2023");
        Assert.DoesNotContain("待核对", await RowAsync(client, code));
        var kept = await web.QueryAsync(db => db.Checks.SingleAsync(known => db.Units.Any(unit => unit.Id == known.UnitId && unit.Code == code)));
        await web.QueryAsync(db => db.Checks.Where(known => known.UnitId == kept.UnitId).ExecuteUpdateAsync(set => set.SetProperty(known => known.TemplateSetHash, "another").SetProperty(known => known.Errors, 99)));
        Assert.Contains("待核对", await RowAsync(client, code));
        Assert.DoesNotContain("99", await RowAsync(client, code));
        await client.GetStringAsync($"/units/{code}/years/2023");
        Assert.DoesNotContain("待核对", await RowAsync(client, code));
        Assert.Equal(kept.Errors, await web.QueryAsync(db => db.Checks.Where(known => known.UnitId == kept.UnitId).Select(known => known.Errors).SingleAsync()));
    }

    private static async Task<string> RowAsync(HttpClient client, string code)
    {
        var page = await client.GetStringAsync($"/units?year=2023&q={code}");
        return Regex.Match(page, $"<td class=\"nowrap\">{code}</td>.*?</tr>", RegexOptions.Singleline).Value;
    }

    private static async Task<int> ErrorsAsync(HttpClient client, string code) => Rows().Count(await client.GetStringAsync($"/units/{code}/years/2023/findings?severity=Error"));

    private static async Task<string> NextAsync(HttpClient api, string code) =>
        (await api.GetFromJsonAsync<JsonElement>($"/api/v1/units/{code}/years/2023")).GetProperty("nextStep").GetString()!;

    private async Task<long> CorrectAsync(string code, string sheet, string row, string column, string yuan)
    {
        using var api = await web.WithTokenAsync("data");
        using var answer = await api.PostAsJsonAsync($"/api/v1/units/{code}/years/2023/corrections", new { sheet, row, column, fact = false, value = yuan, reason = "试" });
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();
    }

    [GeneratedRegex("<b>(表\\d\\d)</b>[^<]*(<span class=\"count bad\">)?")]
    private static partial Regex Tabs();

    [GeneratedRegex("<td class=\"place\">")]
    private static partial Regex Rows();
}
