using System.Net;
using System.Text.RegularExpressions;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Printing;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Templates.Designs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FinalAccounts.Service.Tests.Web;

/// <summary>A new set put together on the pages, without a script, up to its proposal.</summary>
[Collection(ServiceTests.Name)]
public sealed partial class NewSetPageTests(WebApp web)
{
    [Fact]
    public async Task ASetIsPutTogetherStepByStepAndProposed()
    {
        using var client = await web.SignInAsync(Roles.Comms);
        Assert.Contains("/templates/new\"", await client.GetStringAsync("/templates"));
        using var begun = await WebApp.PostAsync(client, "/templates/new", ("Input.Region", "贵州"), ("Input.Place", "guizhou"), ("Input.Year", "2024"), ("Input.Like", "national-2024"));
        Assert.Equal("/templates/new/guizhou-2024", begun.Headers.Location?.ToString());
        const string home = "/templates/new/guizhou-2024";

        // What was typed is kept by whichever button; the section that speaks of the table goes with it.
        Assert.Equal("step=parts#p2", await ActAsync(client, home, "parts", "part:1:1", ("parts[0]", "第一部分　基本情况"), ("cover[below]", "公开时间：{公开日期}\n"), ("cover[title]", "{公开名称}决算"), ("cover[date]", "")));
        Assert.Equal("step=parts#p1", await ActAsync(client, home, "parts", "out:1:7"));
        Assert.Equal("step=tables", await ActAsync(client, home, "parts", "to:tables"));
        var page = await client.GetStringAsync(home);
        Assert.Contains("value=\"第一部分　基本情况\"", WebUtility.HtmlDecode(page));
        Assert.Contains("公开时间：{公开日期}", WebUtility.HtmlDecode(page));
        Assert.Matches("没有要的（1）[\\s\\S]*八、国有资本经营预算", WebUtility.HtmlDecode(page));
        Assert.Equal("step=tables#p2", await ActAsync(client, home, "tables", "out:2:7", ("marks[表01]", ""), ("zeros[表05]", "true")));
        Assert.Equal("step=tables", await ActAsync(client, home, "tables", "marks"));
        Assert.Equal("step=check", await ActAsync(client, home, "options", "to:check", ("options[sameWord]", "等于"), ("options[percentDecimals]", "7"), ("name", "贵州省2024年度部门决算公开")));

        var check = WebUtility.HtmlDecode(await client.GetStringAsync(home + "?step=check"));
        Assert.Contains("规则“表08-合计”用到已去掉的表08，一并去掉", check);
        Assert.Equal(["TPL-12"], Regex.Matches(check, @"\b[A-Z]{3}-\d\d\b").Select(match => match.Value).Distinct());
        Assert.Contains("guizhou-2024/preview?unit=institution", WebUtility.HtmlDecode(await client.GetStringAsync(home + "?step=check&unit=institution")));
        using var preview = await client.GetAsync(home + "/preview?unit=department");
        var printed = (await preview.Content.ReadAsStringAsync()).Replace("<wbr>", "", StringComparison.Ordinal);
        Assert.StartsWith("sandbox;", preview.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains("第一部分　基本情况", printed);
        Assert.DoesNotContain("公开09表", printed);

        Assert.StartsWith("/templates/proposals/", await ActAsync(client, home, "check", "propose"));
        var proposal = await web.QueryAsync(db => db.TemplateProposals.AsNoTracking().SingleAsync(one => one.Set == "guizhou-2024"));
        var files = ProposedFilesOf(proposal);
        Assert.Equal(["outline.yaml", "set.yaml", .. new[] { 1, 2, 3, 4, 5, 6, 7, 9 }.Select(number => $"tables/表{number:00}.yaml")], files.Keys);
        Assert.Equal("name: 贵州省2024年度部门决算公开\nfiscalYear: 2024\nregion: 贵州\nparent: national-2024\noptions:\n  sameWord: 等于\nremove:\n  tables: [表08]\n", files["set.yaml"]);
        Assert.Equal("change: 表05\nmark: 公开04表\nprintZeros: true\n", files["tables/表05.yaml"]);

        // It is one's own until it is approved.
        await web.AddPersonAsync("second-author", "另一位", Roles.Comms);
        using var other = await web.SignInAsync("second-author");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(home)).StatusCode);
    }

    [Fact]
    public async Task TwoWindowsDoNotOverwriteEachOtherAndNamesThatWillNotDoAreRefused()
    {
        using var client = await web.SignInAsync(Roles.Comms);
        foreach (var (region, place, year, words) in new[] { ("甲", "A b", "2024", "不能作模板集的名字"), ("湖北", "hubei", "2023", "已经有模板集"), (new string('长', 31), "chang", "2024", "最多30字"), ("甲", "jia", "1999", "不能作模板集的名字") })
        {
            using var refused = await WebApp.PostAsync(client, "/templates/new", ("Input.Region", region), ("Input.Place", place), ("Input.Year", year), ("Input.Like", "national-2024"));
            Assert.Contains(words, WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()));
        }

        const string home = "/templates/new/yunfu-2024";
        using var begun = await WebApp.PostAsync(client, "/templates/new", ("Input.Region", "云浮: \"一\" #"), ("Input.Place", "yunfu"), ("Input.Year", "2024"), ("Input.Like", "sichuan-2024"));
        Assert.Equal(home, begun.Headers.Location?.ToString());
        Assert.Equal(["试印没有在 0 秒内完成，已终止。请过一会儿再打开这一步。"], (await HastilyCheckedAsync("yunfu-2024")).Where(finding => finding.Severity >= Severity.Warning).Select(finding => finding.Message));
        using var early = await WebApp.PostAsync(client, home + "?step=parts", ("act", "drop:3"), ("revision", "0"));
        Assert.Contains("这一次没有保存", WebUtility.HtmlDecode(await client.GetStringAsync(early.Headers.Location)));
        Assert.Contains("第四部分", await client.GetStringAsync(home));
        Assert.Contains("yunfu-2024", await client.GetStringAsync("/templates/new"));

        using var given = await WebApp.PostAsync(client, home + "?handler=Discard");
        Assert.Equal("/templates/new", given.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(home)).StatusCode);
    }

    // Where it leads: the query and the anchor, or the whole address elsewhere.
    private static async Task<string> ActAsync(HttpClient client, string home, string step, string act, params (string Name, string Value)[] fields)
    {
        var revision = Revision().Match(await client.GetStringAsync($"{home}?step=options")).Groups[1].Value;
        using var answer = await WebApp.PostAsync(client, $"{home}?step={step}", [.. fields, ("act", act), ("revision", revision)]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString() is var where && where.StartsWith(home, StringComparison.Ordinal) ? where[(home.Length + 1)..] : where;
    }

    private async Task<IReadOnlyList<Finding>> HastilyCheckedAsync(string key)
    {
        var state = await web.AskAsync<SetDesigns, DesignState?>(designs => designs.FindAsync(key, Roles.Comms, default));
        return await web.AskAsync<CompiledSets, IReadOnlyList<Finding>>(async sets =>
        {
            using var documents = new DesignDocuments(sets, web.Services.GetRequiredService<Printers>()) { TimeLimit = TimeSpan.Zero };
            return await documents.CheckAsync(state!, default);
        });
    }

    private static Dictionary<string, string?> ProposedFilesOf(TemplateProposal proposal) =>
        ProposedFile.Read(proposal.Files).ToDictionary(file => file.Path, file => file.Content);

    [GeneratedRegex("name=\"revision\" value=\"([0-9]+)\"")]
    private static partial Regex Revision();
}
