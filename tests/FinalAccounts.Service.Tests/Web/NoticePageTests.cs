using System.Net;
using System.Text.RegularExpressions;
using FinalAccounts.Service.Notices;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Web;

[Collection(ServiceTests.Name)]
public sealed class NoticePageTests(WebApp web)
{
    [Fact]
    public async Task BellCountsAndANoticeOpenedIsReadAndLeadsOn()
    {
        await web.AddPersonAsync("bell", "铃");
        await TellAsync("bell", "有人说 <b>不对</b>", detail: "<script>x</script>");
        await TellAsync("viewer", "别人的");
        using var client = await web.SignInAsync("bell");
        Assert.Contains("aria-label=\"通知，1 条未读\"", await client.GetStringAsync("/units"));
        var page = await client.GetStringAsync("/notices");
        Assert.Contains("有人说 &lt;b&gt;不对&lt;/b&gt;", page);
        Assert.Contains("&lt;script&gt;x&lt;/script&gt;", page);
        Assert.DoesNotContain("别人的", page);
        var id = Regex.Match(page, "name=\"id\" value=\"(\\d+)\"").Groups[1].Value;
        using var others = await WebApp.PostAsync(client, "/notices?handler=Open", ("id", $"{await OfAsync("viewer")}"));
        Assert.Equal(HttpStatusCode.NotFound, others.StatusCode);
        using var opened = await WebApp.PostAsync(client, "/notices?handler=Open", ("id", id));
        Assert.Equal("/units/whdh", Uri.UnescapeDataString(opened.Headers.Location!.ToString()));
        Assert.Contains("aria-label=\"通知，没有未读\"", await client.GetStringAsync("/units"));
        Assert.Null(await web.QueryAsync(db => db.Notices.Where(notice => notice.Text == "别人的").Select(notice => notice.ReadAt).SingleAsync()));
    }

    [Fact]
    public async Task ChoicesAreKept()
    {
        await web.AddPersonAsync("chooser", "选");
        using var client = await web.SignInAsync("chooser");
        using var saved = await WebApp.PostAsync(client, "/notices/settings", ("InPage", "Returned"), ("InPage", "Late"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var choices = await web.QueryAsync(db => db.NoticeChoices.Where(choice => db.Users.Any(person => person.Id == choice.PersonId && person.UserName == "chooser")).ToListAsync());
        Assert.Equal([NoticeKind.Returned, NoticeKind.Late], choices.Where(choice => choice.Page).Select(choice => choice.Kind).Order());

        // There are no e-mails here, so that nothing was asked of them.
        Assert.All(choices, choice => Assert.True(choice.Mail));
    }

    [Fact]
    public async Task AddressOfARobotIsShownToNobodyAgain()
    {
        using var client = await web.SignInAsync("administrator");
        using var inside = await WebApp.PostAsync(client, "/robots", ("Input.Name", "群"), ("Input.Form", "WeCom"), ("Input.Address", "https://127.0.0.1/?key=geheim"), ("Kinds", "Late"));
        Assert.Contains("这是内部网络的地址，不能用。", await inside.Content.ReadAsStringAsync());
        using var added = await WebApp.PostAsync(client, "/robots", ("Input.Name", "群<b>"), ("Input.Form", "DingTalk"), ("Input.Address", "https://oapi.dingtalk.com/robot/send?access_token=geheim"), ("Input.Secret", "SECgeheim"), ("Kinds", "Late"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var page = await client.GetStringAsync("/robots");
        Assert.Contains("群&lt;b&gt;", page);
        Assert.Contains("钉钉，oapi.dingtalk.com，加签", page);
        Assert.DoesNotContain("geheim", page);
        Assert.DoesNotContain("geheim", await client.GetStringAsync("/audit"));
        using var deleted = await WebApp.PostAsync(client, "/robots?handler=Delete", ("id", Regex.Match(page, "name=\"id\" value=\"(\\d+)\"").Groups[1].Value));
        Assert.DoesNotContain("oapi.dingtalk.com", await client.GetStringAsync("/robots"));
    }

    private Task<long> OfAsync(string person) => web.QueryAsync(db => db.Notices.Where(notice => db.Users.Any(other => other.Id == notice.PersonId && other.UserName == person)).Select(notice => notice.Id).FirstAsync());

    private Task<int> TellAsync(string person, string text, string? detail = null) => web.AskAsync<IServiceProvider, int>(async services =>
    {
        var db = (FinalAccountsDb)services.GetService(typeof(FinalAccountsDb))!;
        var unit = await db.Units.SingleAsync(unit => unit.Code == "whdh");
        await ((NoticeBoard)services.GetService(typeof(NoticeBoard))!).TellAsync(new Happening(NoticeKind.Returned, unit.Id, 2023, text, "/units/whdh", "x") { Hands = [person], Detail = detail }, default);
        return await db.SaveChangesAsync();
    });
}
