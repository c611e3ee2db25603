using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using FinalAccounts.Service.Notices;
using FinalAccounts.Service.Notices.Sending;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Notices;

[Collection(ServiceTests.Name)]
public sealed class RobotTests
{
    private static readonly (string Key, string Value)[] Inside = [("Robots:AllowHttp", "true"), ("Robots:AllowPrivate", "true"), ("Robots:Seconds", "2"), ("PublicAddress", "https://juesuan.example.cn")];

    [Fact]
    public async Task WeComGetsMarkdownWithoutMarksFromNames()
    {
        await using var server = await RobotServer.StartAsync();
        await using var store = await TestStore.CreateAsync(null, Inside);
        await AddAsync(store, server.Address);
        var unit = (await store.AddUnitsAsync(1))[0];
        await store.AskAsync(db => db.Units.ExecuteUpdateAsync(set => set.SetProperty(unit => unit.Name, "某局](https://evil)<font>@all*")));
        await NoticeSeed.SubmittedAsync(store, unit);
        await SendAllAsync(store);
        await SendAllAsync(store);
        var (address, body) = Assert.Single(server.Asked);
        Assert.Equal("/send?key=geheim", address);
        using var json = JsonDocument.Parse(body);
        Assert.Equal("markdown", json.RootElement.GetProperty("msgtype").GetString());
        Assert.Equal(
            $"**部门决算公开**\n- [某局］（https://evil）＜font＞＠all＊ 2023年度：第1版已送审](https://juesuan.example.cn/units/{unit.Code}/years/2023/editions/1)",
            json.RootElement.GetProperty("markdown").GetProperty("content").GetString());
    }

    [Fact]
    public async Task DingTalkGetsASignedMessage()
    {
        await using var server = await RobotServer.StartAsync();
        await using var store = await TestStore.CreateAsync(null, Inside);
        await AddAsync(store, server.Address, RobotForm.DingTalk, "SECabc");
        await NoticeSeed.SubmittedAsync(store);
        await SendAllAsync(store);
        var (address, body) = Assert.Single(server.Asked);
        var query = HttpUtility.ParseQueryString(new Uri("http://x" + address).Query);
        var expected = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes("SECabc"), Encoding.UTF8.GetBytes($"{query["timestamp"]}\nSECabc")));
        Assert.Equal(("geheim", expected), (query["key"], query["sign"]));
        Assert.InRange(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() - long.Parse(query["timestamp"]!, CultureInfo.InvariantCulture), 0, 60_000);
        using var json = JsonDocument.Parse(body);
        Assert.Equal("部门决算公开", json.RootElement.GetProperty("markdown").GetProperty("title").GetString());
        Assert.Contains("第1版已送审", json.RootElement.GetProperty("markdown").GetProperty("text").GetString());
    }

    [Fact]
    public async Task ManyGoInFewMessages()
    {
        await using var server = await RobotServer.StartAsync();
        await using var store = await TestStore.CreateAsync(null, Inside);
        await AddAsync(store, server.Address);
        var unit = (await store.AddUnitsAsync(1))[0];
        await store.WithAsync<IServiceProvider, int>(async services =>
        {
            var (board, db) = ((NoticeBoard)services.GetService(typeof(NoticeBoard))!, (FinalAccountsDb)services.GetService(typeof(FinalAccountsDb))!);
            for (var i = 1; i <= 30; i++)
            {
                await board.TellAsync(new Happening(NoticeKind.Submitted, unit.Id, 2023, $"第{i}版已送审", "/", "x"), default);
            }

            return await db.SaveChangesAsync();
        });
        await SendAllAsync(store);
        Assert.Equal(3, server.Asked.Count);
        Assert.All(server.Asked, asked => Assert.True(Encoding.UTF8.GetByteCount(asked.Body) < 4096));
        Assert.Equal(30, server.Asked.Sum(asked => asked.Body.Split("版已送审").Length - 1));
    }

    [Theory]
    [InlineData("500", NoticeState.Waiting, "答 500")]
    [InlineData("redirect", NoticeState.Waiting, "答 302")]
    [InlineData("errcode", NoticeState.Waiting, "errcode 45009")]
    [InlineData("html", NoticeState.Failed, "不是企业微信或钉钉的机器人")]
    [InlineData("slow", NoticeState.Unknown, "2 秒内没有回答")]
    [InlineData("endless", NoticeState.Unknown, "没有好好回答")]
    public async Task BrokenReceiverHoldsUpNobodyAndIsSaid(string what, NoticeState state, string problem)
    {
        await using var broken = await RobotServer.StartAsync();
        await using var good = await RobotServer.StartAsync();
        broken.Answer = context => what switch
        {
            "500" => Status(context, 500),
            "redirect" => Redirect(context, good.Address),
            "errcode" => context.Response.WriteAsync("""{"errcode":45009,"errmsg":"api freq out of limit"}"""),
            "html" => context.Response.WriteAsync("<html>"),
            "slow" => Task.Delay(TimeSpan.FromSeconds(6), context.RequestAborted),
            _ => context.Response.WriteAsync(new string('x', 100_000)),
        };
        await using var store = await TestStore.CreateAsync(null, Inside);
        await AddAsync(store, broken.Address);
        await AddAsync(store, good.Address);
        await NoticeSeed.SubmittedAsync(store);
        await SendAllAsync(store);
        Assert.Single(good.Asked);
        var notices = await NoticeSeed.OfAsync(store, NoticeWay.Robot);
        Assert.Equal([state, NoticeState.Sent], notices.Select(notice => notice.State));
        Assert.Contains(problem, notices[0].Problem);
        Assert.DoesNotContain("geheim", notices[0].Problem);
        var health = await store.AskAsync(db => NoticeHealth.FindAsync(db, null, DateTimeOffset.UtcNow, default));
        Assert.Contains(problem, health[notices[0].RobotId!.Value].Words);
        Assert.Null(health[notices[1].RobotId!.Value].Words);
    }

    [Fact]
    public async Task WhatLeadsInsideIsNotCalledWhateverItsNameSays()
    {
        await using var server = await RobotServer.StartAsync();
        await using var store = await TestStore.CreateAsync(null, ("Robots:AllowHttp", "true"));

        // A name that may be anything where it is typed, and is this machine where it is called.
        var address = server.Address.Replace("127.0.0.1", System.Net.Dns.GetHostName(), StringComparison.Ordinal);
        await store.AskAsync(db =>
        {
            db.Robots.Add(new Robot { Name = "群", Address = address, Kinds = "Submitted", By = "admin", At = DateTimeOffset.UtcNow });
            return db.SaveChangesAsync();
        });
        await NoticeSeed.SubmittedAsync(store);
        await SendAllAsync(store);
        Assert.Empty(server.Asked);
        var notice = Assert.Single(await NoticeSeed.OfAsync(store, NoticeWay.Robot));
        Assert.Equal(NoticeState.Failed, notice.State);
        Assert.Contains("内部网络", notice.Problem);
    }

    [Fact]
    public async Task WhatConcernsOnePersonGoesIntoNoGroup()
    {
        await using var store = await TestStore.CreateAsync(null, Inside);
        await store.AskAsync(db =>
        {
            db.Robots.Add(new Robot { Name = "群", Address = "https://example.cn", Kinds = "Mentioned,Submitted", By = "admin", At = DateTimeOffset.UtcNow });
            return db.SaveChangesAsync();
        });
        await NoticeSeed.PersonAsync(store, "li", null, Roles.Reviewer);
        var unit = (await store.AddUnitsAsync(1))[0];
        await store.WithAsync<IServiceProvider, int>(async services =>
        {
            await ((NoticeBoard)services.GetService(typeof(NoticeBoard))!).TellAsync(new Happening(NoticeKind.Mentioned, unit.Id, 2023, "有人提到您", "/", "zhang") { Hands = ["li"] }, default);
            return await ((FinalAccountsDb)services.GetService(typeof(FinalAccountsDb))!).SaveChangesAsync();
        });
        Assert.Equal(["Mentioned Page li: 有人提到您"], await NoticeSeed.SaidAsync(store));
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task Redirect(HttpContext context, string address)
    {
        context.Response.Redirect(address);
        return Task.CompletedTask;
    }

    private static async Task AddAsync(TestStore store, string address, RobotForm form = RobotForm.WeCom, string? secret = null) => Assert.Empty(
        await store.WithAsync<RobotRegister, IReadOnlyDictionary<string, string>>(register =>
            register.AddAsync(new RobotEntry { Name = "群", Form = form, Address = address, Secret = secret, Kinds = NoticeWords.OfAll }, "admin", default)));

    // As the sweep does: a job for each receiver.
    private static async Task SendAllAsync(TestStore store)
    {
        foreach (var robot in await store.WithAsync<Outbox, IReadOnlyList<long?>>(outbox => outbox.DueAsync(default)))
        {
            await store.WithAsync<NoticeJob, int>(async job =>
            {
                await job.RunAsync(robot, "", default);
                return 0;
            });
        }
    }
}
