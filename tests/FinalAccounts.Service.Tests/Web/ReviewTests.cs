using System.Net;
using DocumentFormat.OpenXml.Packaging;
using FinalAccounts.Import;
using FinalAccounts.Rendering.Word;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Web;

/// <summary>Published documents handed in to be audited: report, comments, last year's figures.</summary>
[Collection(ServiceTests.Name)]
public sealed class ReviewTests(WebApp web)
{
    [Fact]
    public async Task ADocumentIsAuditedKeptAndGivenBackWithComments()
    {
        using var client = await web.SignInAsync(People.Roles.Reviewer);
        var posted = await HandInAsync(client, ("公开.docx", Published()));
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        var path = posted.Headers.Location!.ToString();
        var review = await web.QueryAsync(db => db.Reviews.OrderByDescending(one => one.Id).FirstAsync());

        Assert.Equal($"/reviews/{review.Id}", path);
        Assert.Equal(("公开.docx", "武汉东湖新技术开发区管理委员会（本级）", 2023, "hubei-2023", 9, 9), (review.Name, review.Unit, review.Year, review.Set, review.TablesFound, review.Tables));
        Assert.Contains("公开文档审核", await client.GetStringAsync(path));
        Assert.Contains("请按部门一级项目个数公开", WebUtility.HtmlDecode(await client.GetStringAsync(path + "?handler=Report")));
        using var report = await client.GetAsync(path + "?handler=Report");
        Assert.Contains("sandbox", report.Headers.GetValues("Content-Security-Policy").Single());

        using var word = WordprocessingDocument.Open(new MemoryStream(await client.GetByteArrayAsync(path + "?handler=Word")), isEditable: false);
        Assert.Contains(word.MainDocumentPart!.WordprocessingCommentsPart!.Comments!.Elements<DocumentFormat.OpenXml.Wordprocessing.Comment>(), comment => comment.InnerText.StartsWith("提醒 FRM-03", StringComparison.Ordinal));
        Assert.True((await client.GetByteArrayAsync(path + "?handler=Xlsx")).Length > 4_000);
        Assert.Contains("公开.docx", WebUtility.HtmlDecode(await client.GetStringAsync("/reviews?q=公开")));
    }

    [Fact]
    public async Task AFileThatIsNoDocumentIsSaidSoAndTheOthersAreAudited()
    {
        using var client = await web.SignInAsync(People.Roles.Reviewer);
        var posted = await HandInAsync(client, ("坏.pdf", "%PDF-1.7 nothing"u8.ToArray()), ("好.docx", Published()));

        Assert.Equal("/reviews", posted.Headers.Location!.ToString());
        var last = await web.QueryAsync(db => db.Reviews.OrderByDescending(one => one.Id).Take(2).ToListAsync());
        Assert.Equal(["好.docx 9", "坏.pdf 0"], last.Select(review => $"{review.Name} {review.TablesFound}"));
        Assert.Equal("AUD-02", FindingsJson.Read(last[1].Findings).Single().Rule);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/reviews/{last[1].Id}?handler=Word")).StatusCode);
    }

    [Fact]
    public async Task ItsTablesAreHandedInAsLastYearsOfAUnit()
    {
        var code = await web.AddUnitAsync("rv1");
        using var reviewer = await web.SignInAsync(People.Roles.Reviewer);
        var path = (await HandInAsync(reviewer, ("公开.docx", Published()))).Headers.Location!.ToString();
        await WebApp.PostAsync(reviewer, path, ("code", code));
        Assert.Equal(0, await web.QueryAsync(db => db.Imports.CountAsync(import => import.Unit!.Code == code)));

        await web.AddPersonAsync("both", "两样都管", People.Roles.Reviewer, People.Roles.Finance);
        using var both = await web.SignInAsync("both");
        Assert.Equal($"/units/{code}/years/2024/imports/1", (await WebApp.PostAsync(both, path, ("code", code))).Headers.Location!.ToString());
        var import = await web.QueryAsync(db => db.Imports.Include(one => one.Files).SingleAsync(one => one.Unit!.Code == code));
        Assert.Equal(ImportedFileKind.PriorTables, import.Files.Single().Kind);
        Assert.True((await WebApp.PostAsync(both, path, ("code", "nobody"))).Headers.Location!.ToString() == path);
    }

    // The sample as its office would have published it.
    private static byte[] Published()
    {
        var set = ShippedSets.Of("hubei-2023");
        var request = new ImportRequest { Tables = new ImportFile("公开表.xlsx", WebApp.Sample("公开表.xlsx")), Facts = new ImportFile("文字资料.xlsx", WebApp.Sample("文字资料.xlsx")) };
        var document = Pipeline.Run(Importer.Import(request, set.Set, CancellationToken.None).Value!, [], set, null, CancellationToken.None).Document!;
        using var stream = new MemoryStream();
        WordRenderer.Render(document, set.Set.Theme, null, stream);
        return stream.ToArray();
    }

    private static async Task<HttpResponseMessage> HandInAsync(HttpClient client, params (string Name, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await WebApp.AntiforgeryAsync(client)), "__RequestVerificationToken" } };
        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(content), "Files", name);
        }

        return await client.PostAsync("/reviews", form);
    }
}
