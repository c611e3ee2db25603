using FinalAccounts.Service.Notices.Sending;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;
using MimeKit;
using SmtpServer.Protocol;

namespace FinalAccounts.Service.Tests.Notices;

[Collection(ServiceTests.Name)]
public sealed class MailTests
{
    [Theory, InlineData("starttls"), InlineData("tls")]
    public async Task LettersArriveEncryptedOnceAndWithNothingSecret(string security)
    {
        await using var server = new MailServer(security == "tls");
        await using var store = await TestStore.CreateAsync(null, [.. server.Settings(security), ("PublicAddress", "https://juesuan.example.cn/")]);
        await NoticeSeed.PersonAsync(store, "zhang", "zhang@example.cn", Roles.Finance);
        await NoticeSeed.PersonAsync(store, "li", "li@example.cn", Roles.Reviewer);
        var unit = (await store.AddUnitsAsync(1))[0];
        var edition = await NoticeSeed.SubmittedAsync(store, unit);
        await NoticeSeed.StepAsync(store, states => states.ReturnAsync(edition.Id, "li", "收入写 88.88 万元，不对", default));
        await Task.WhenAll(SendAsync(store), SendAsync(store), SendAsync(store));
        await SendAsync(store);

        Assert.Equal(["li@example.cn", "zhang@example.cn"], server.Letters.Select(letter => letter.To.Mailboxes.Single().Address).Order());
        var letter = server.Letters.Single(letter => letter.To.Mailboxes.Single().Address == "zhang@example.cn");
        Assert.Equal($"【部门决算公开】{unit.Name} 2023年度：第1版已退回", letter.Subject);
        Assert.Contains($"https://juesuan.example.cn/units/{unit.Code}/years/2023/editions/1", letter.TextBody);
        Assert.Equal("auto-generated", letter.Headers[HeaderId.AutoSubmitted]);
        Assert.DoesNotContain("88.88", letter.ToString());
        Assert.All(await NoticeSeed.OfAsync(store, NoticeWay.Mail), notice => Assert.Equal((NoticeState.Sent, 1, (string?)null), (notice.State, notice.Attempts, notice.Problem)));
    }

    [Fact]
    public async Task WhatWaitsForOnePersonIsOneLetter()
    {
        await using var server = new MailServer();
        await using var store = await TestStore.CreateAsync(null, server.Settings());
        await NoticeSeed.PersonAsync(store, "li", "li@example.cn", Roles.Reviewer);
        var units = await store.AddUnitsAsync(3);
        foreach (var unit in units)
        {
            await NoticeSeed.SubmittedAsync(store, unit);
        }

        await SendAsync(store);
        var letter = Assert.Single(server.Letters);
        Assert.Equal("【部门决算公开】3 条通知", letter.Subject);
        Assert.All(units, unit => Assert.Contains(unit.Name, letter.TextBody));
    }

    [Theory]
    [InlineData("away", NoticeState.Waiting, "连不上邮件服务器")]
    [InlineData("wrong password", NoticeState.Waiting, "不认登录名或密码")]
    [InlineData("busy", NoticeState.Waiting, "暂时不收（451）")]
    [InlineData("refused", NoticeState.Failed, "不收（550）")]
    [InlineData("foreign certificate", NoticeState.Waiting, "没有建立加密连接")]
    public async Task WhatDoesNotArriveIsTriedAgainWhereThatMayHelp(string what, NoticeState state, string problem)
    {
        await using var server = new MailServer();
        await using var other = new MailServer();
        server.Answer = what switch { "busy" => new SmtpResponse(SmtpReplyCode.Aborted, "later"), "refused" => SmtpResponse.MailboxUnavailable, _ => SmtpResponse.Ok };
        var settings = server.Settings(password: what == "wrong password" ? "x" : MailServer.Password).ToDictionary(pair => pair.Key, pair => pair.Value);
        settings["Mail:Port"] = $"{(what == "away" ? MailServer.FreePort() : server.Port)}";
        settings["Mail:Authority"] = what == "foreign certificate" ? other.Authority : server.Authority;
        await using var store = await TestStore.CreateAsync(null, [.. settings.Select(pair => (pair.Key, pair.Value))]);
        await NoticeSeed.PersonAsync(store, "li", "li@example.cn", Roles.Reviewer);
        await NoticeSeed.SubmittedAsync(store);
        await SendAsync(store);
        var notice = Assert.Single(await NoticeSeed.OfAsync(store, NoticeWay.Mail));
        Assert.Equal(state, notice.State);
        Assert.Contains(problem, notice.Problem);
        Assert.DoesNotContain(MailServer.Password, notice.Problem);
        Assert.Empty(server.Letters);

        // Not before its time; then again, until it is given up.
        await SendAsync(store);
        Assert.Equal(1, Assert.Single(await NoticeSeed.OfAsync(store, NoticeWay.Mail)).Attempts);
        if (what == "busy")
        {
            server.Answer = SmtpResponse.Ok;
            await NoticeSeed.DueAsync(store);
            await SendAsync(store);
            Assert.Single(server.Letters);
            Assert.Equal((NoticeState.Sent, (string?)null), ((await NoticeSeed.OfAsync(store, NoticeWay.Mail))[0].State, (await NoticeSeed.OfAsync(store, NoticeWay.Mail))[0].Problem));
        }
    }

    [Fact]
    public async Task AfterSixTriesItIsGivenUp()
    {
        await using var store = await TestStore.CreateAsync(null, ("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{MailServer.FreePort()}"), ("Mail:From", "a@example.cn"));
        await NoticeSeed.PersonAsync(store, "li", "li@example.cn", Roles.Reviewer);
        await NoticeSeed.SubmittedAsync(store);
        for (var i = 0; i < 8; i++)
        {
            await SendAsync(store);
            await NoticeSeed.DueAsync(store);
        }

        var notice = Assert.Single(await NoticeSeed.OfAsync(store, NoticeWay.Mail));
        Assert.Equal((NoticeState.Failed, 6), (notice.State, notice.Attempts));
    }

    [Fact]
    public async Task WhatASenderDiedOverIsNotSentAgain()
    {
        await using var server = new MailServer();
        await using var store = await TestStore.CreateAsync(null, server.Settings());
        await NoticeSeed.PersonAsync(store, "li", "li@example.cn", Roles.Reviewer);
        await NoticeSeed.SubmittedAsync(store);
        Assert.Single(await store.WithAsync<Outbox, IReadOnlyList<Notice>>(outbox => outbox.TakeAsync(null, 9, default)));
        await SendAsync(store);
        Assert.Empty(server.Letters);
        await NoticeSeed.DueAsync(store);
        Assert.Empty(await store.WithAsync<Outbox, IReadOnlyList<long?>>(outbox => outbox.DueAsync(default)));
        Assert.Equal(NoticeState.Unknown, Assert.Single(await NoticeSeed.OfAsync(store, NoticeWay.Mail)).State);
    }

    [Theory]
    [InlineData("ssl", "a@example.cn", "mail.example.cn", "u", "Security")]
    [InlineData("tls", "nobody@", "mail.example.cn", "", "From")]
    [InlineData("none", "a@example.cn", "mail.example.cn", "u", "不加密的连接不能带密码")]
    [InlineData("none", "a@example.cn", "127.0.0.1", "u", null)]
    [InlineData("none", "a@example.cn", "mail.example.cn", "", null)]
    public void SettingsThatCannotBeMeantAreRefusedAtStart(string security, string from, string host, string user, string? said)
    {
        var options = new ServiceOptions { Mail = new MailOptions { Host = host, Security = security, From = from, User = user, Password = "geheim" } };
        var refused = Record.Exception(options.Validate);
        Assert.Equal(said is null, refused is null);
        Assert.Contains(said ?? "", refused?.Message ?? "");
        Assert.DoesNotContain("geheim", refused?.ToString() ?? "");
    }

    private static Task<int> SendAsync(TestStore store) => store.WithAsync<NoticeJob, int>(async job =>
    {
        await job.RunAsync(null, "", default);
        return 0;
    });
}
