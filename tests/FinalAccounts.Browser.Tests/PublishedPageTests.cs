using FinalAccounts.Documents;
using FinalAccounts.Rendering.Html;
using Microsoft.Playwright;

namespace FinalAccounts.Browser.Tests;

/// <summary>The web page as a visitor opens it: from a file, under its own policy.</summary>
[Collection("browser")]
public sealed class PublishedPageTests(Served served) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("published").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task TheSearchFindsWordsThroughFiguresAndLeadsFromPlaceToPlace()
    {
        var page = await OpenAsync(1366);
        await page.GetByLabel("查找").FillAsync("总计95,205.29万元");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("共 2 处");
        await page.GetByLabel("查找").PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("第 1 处，共 2 处");
        await page.GetByRole(AriaRole.Button, new() { Name = "上一处" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("第 2 处，共 2 处");
        Assert.Equal("总计95,205.29万元", await page.EvaluateAsync<string>("[...CSS.highlights.get('here')][0].toString()"));
        await page.GetByLabel("查找").FillAsync("没有的词");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("没有找到");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task ThePageKeepsNobodyOutAndScrollsInOneDirection()
    {
        foreach (var width in new[] { 1366, 683, 390 })
        {
            var page = await OpenAsync(width, bypassPolicy: true);
            Assert.Empty((await Axe.SeriousAsync(page)).Select(violation => $"at {width}: {violation}"));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"scrolls sideways at {width}");
            await page.Context.CloseAsync();
        }
    }

    private async Task<IPage> OpenAsync(int width, bool bypassPolicy = false)
    {
        var figure = new Figure("95,205.29万元", 95205.29m, "万元", new Origin("收支总计", null, 952052900m, []));
        Paragraph[] paragraphs = [new([new Text("收、支总计"), figure, new Text("。")]), new([new Text("支出总计95,205.29万元，与上年持平。")])];
        var table = new Table("t01", [.. Enumerable.Range(0, 9).Select(_ => new TableColumn(1))], [new([.. Enumerable.Range(1, 9).Select(number => new TableCell([new Text($"第{number}栏的名称")]))])],
            [new([.. Enumerable.Range(1, 9).Select(_ => new TableCell([figure]))])])
        { Title = "收入支出决算总表" };
        var document = new Document(
            new DocumentMetadata("某某局2023年度部门决算公开", "某某局", 2023, DateTimeOffset.UnixEpoch, null),
            [new Section(new PageSetup(), [new Cover(["某某局部门决算"], "2024年9月29日", []), new Heading(1, [new Text("第一部分　概况")], "h1") { InContents = true }, .. paragraphs, table])]);
        var file = Path.Combine(folder, $"{width}.html");
        await File.WriteAllTextAsync(file, HtmlRenderer.Render(document, new Theme()));
        var page = await served.OpenAsync(null, width, bypassPolicy);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return page;
    }
}
