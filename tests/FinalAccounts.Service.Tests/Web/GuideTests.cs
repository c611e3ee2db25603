using System.Net;
using System.Text.RegularExpressions;
using FinalAccounts.Service.Guides;
using FinalAccounts.Service.Units;
using FinalAccounts.Import;
using FinalAccounts.Rendering.Excel;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace FinalAccounts.Service.Tests.Web;

[Collection(ServiceTests.Name)]
public sealed partial class GuideTests(WebApp web)
{
    // Seen by nobody who has signed in, or for a moment.
    private static readonly string[] WithoutHelp = ["/Error"];

    [Fact]
    public void QuestionMarkOfEachPageOpensAParagraphThatThereIs()
    {
        var pages = web.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>().Select(page => page.ViewEnginePath).Distinct().ToList();
        Assert.Empty(pages.Where(page => PageHelp.Of(page) is null).Except(WithoutHelp));
        Assert.DoesNotContain(pages.Select(PageHelp.Of).OfType<string>().Distinct(), address => !Exists(address));
    }

    [Fact]
    public void LinksBetweenGuidesAndPicturesLeadSomewhere()
    {
        var wrong = new List<string>();
        foreach (var guide in GuideShelf.All)
        {
            var links = Link().Matches(guide.Html).Select(link => WebUtility.HtmlDecode(Uri.UnescapeDataString(link.Groups[1].Value)));
            wrong.AddRange(links.Where(link => link.StartsWith('#') ? !Exists($"/help/{guide.Slug}{link}") : link.StartsWith("/help/", StringComparison.Ordinal) && !Exists(link)).Select(link => $"{guide.Slug}: {link}"));
            wrong.AddRange(links.Where(link => link.Contains(".md", StringComparison.Ordinal)).Select(link => $"{guide.Slug}: {link}"));
            wrong.AddRange(Picture().Matches(guide.Html).Select(picture => picture.Groups[1].Value).Where(name => GuideShelf.Image(Uri.UnescapeDataString(name)) is null).Select(name => $"{guide.Slug}: {name}"));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task GuidesAreReadAndSearchedInTheProduct()
    {
        using var client = await web.SignInAsync("viewer");
        Assert.Contains("href=\"/help/web\"", await client.GetStringAsync("/help"));
        Assert.Contains("<li id=\"提交工作簿\">", await client.GetStringAsync("/help/web"));
        var found = await client.GetStringAsync("/help?q=" + Uri.EscapeDataString("批复 日历"));
        Assert.Contains("/help/web#", found);
        Assert.Contains("没有找到", await client.GetStringAsync("/help?q=" + Uri.EscapeDataString("<script>abc")));
        Assert.DoesNotContain("<script>abc", await client.GetStringAsync("/help?q=" + Uri.EscapeDataString("<script>abc")));
        Assert.Contains("href=\"/help/web#全部单位\"", WebUtility.HtmlDecode(Uri.UnescapeDataString(await client.GetStringAsync("/units"))));
        using var picture = await client.GetAsync("/help/images/web-units.png");
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        using var other = await client.GetAsync("/help/images/..%2Fguides%2Fapi.md");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public void SampleOfUnitsIsReadAsUnits()
    {
        var read = UnitSheet.Read(new ImportFile("样表.xlsx", WorkbookWriter.Bytes(UnitSheet.Sample(DateTimeOffset.UnixEpoch))), CancellationToken.None);
        Assert.Empty(read.Findings);
        Assert.Equal(["001 部门 ", "001001 本级 001", "001002 单位 001"], read.Value!.Select(row => $"{row.Entry.Code} {row.Entry.Level switch { UnitLevel.Department => "部门", UnitLevel.OwnLevel => "本级", _ => "单位" }} {row.Entry.Parent}"));
    }

    [Fact]
    public async Task FactsMayComeBeforeTables()
    {
        var code = await web.AddUnitAsync("facts-first");
        using var client = await web.WithTokenAsync("data read");
        using var facts = new MultipartFormDataContent { { new ByteArrayContent(WebApp.Sample("文字资料.xlsx")), "facts", "文字资料.xlsx" } };
        using var made = await client.PostAsync($"/api/v1/units/{code}/years/2023/imports", facts);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        using var accepted = await client.PostAsync($"/api/v1/units/{code}/years/2023/imports/1/accept", null);
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
        var view = (await web.DataAsync(code))!;
        Assert.Empty(view.Accounts.Tables);
        Assert.NotEmpty(view.Accounts.Facts.Sheets);
        using var person = await web.SignInAsync("finance");
        Assert.Contains("还没有公开表", await person.GetStringAsync($"/units/{code}/years/2023/findings"));
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync($"/units/{code}/years/2023/tables")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync($"/units/{code}/years/2023")).StatusCode);

        // The tables alone, afterwards: the facts are there already.
        using var tables = new MultipartFormDataContent { { new ByteArrayContent(WebApp.Sample("公开表.xlsx")), "tables", "公开表.xlsx" } };
        using var later = await client.PostAsync($"/api/v1/units/{code}/years/2023/imports", tables);
        using var both = await client.PostAsync($"/api/v1/units/{code}/years/2023/imports/2/accept", null);
        Assert.Equal(HttpStatusCode.OK, both.StatusCode);
        Assert.DoesNotContain("还没有公开表", await person.GetStringAsync($"/units/{code}/years/2023/findings"));
        Assert.NotEmpty((await web.DataAsync(code))!.Accounts.Facts.Sheets);
        Assert.NotEmpty((await web.DataAsync(code))!.Accounts.Tables);
    }

    [Fact]
    public async Task SetOfANewUnitFollowsFromItsYearOrIsAskedFor()
    {
        using var client = await web.SignInAsync("administrator");
        using var clear = await WebApp.PostAsync(client, "/units/new", ("Input.Code", "rule-1"), ("Input.Name", "某局"), ("Input.Level", "Unit"), ("Input.Year", "2023"), ("Input.Active", "true"));
        Assert.Equal(HttpStatusCode.Redirect, clear.StatusCode);
        Assert.Contains("2023年度用模板集“湖北省2023年度部门决算公开”。", await client.GetStringAsync("/units/rule-1"));
        using var unclear = await WebApp.PostAsync(client, "/units/new", ("Input.Code", "rule-2"), ("Input.Name", "某局"), ("Input.Level", "Unit"), ("Input.Year", "2024"), ("Input.Active", "true"));
        Assert.Equal(HttpStatusCode.OK, unclear.StatusCode);
        Assert.Contains("2024 年度有几个模板集", await unclear.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task AnyYearOpens()
    {
        using var client = await web.SignInAsync("viewer");
        using var led = await client.GetAsync("/units/whdh?handler=Year&year=2017");
        Assert.Equal("/units/whdh/years/2017", led.Headers.Location!.ToString());
        Assert.Contains("2017年度各单位", await client.GetStringAsync("/units?year=2017"));
    }

    private static bool Exists(string address)
    {
        var parts = address["/help/".Length..].Split('#');
        return parts[0] == "api" || (GuideShelf.Find(parts[0]) is { } guide && (parts.Length == 1 || guide.Html.Contains($"id=\"{parts[1]}\"", StringComparison.Ordinal)));
    }

    [GeneratedRegex("<a href=\"([^\"]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("src=\"/help/images/([^\"]+)\"")]
    private static partial Regex Picture();
}
