using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using FinalAccounts.Documents;
using FinalAccounts.Rendering.Foundations;
using FinalAccounts.Rendering.Html;

namespace FinalAccounts.Tests.Rendering.Html;

public sealed class HtmlRendererTests
{
    private const string Hostile = "</style><script>alert(1)</script>\"'&<!-- ]]>";
    private static readonly Document Sample = SampleDocument.Create(annexes: 2, draftNotice: "草稿，不得公开");
    private static readonly Theme Theme = new();

    [Theory]
    [InlineData(HtmlPurpose.Publication)]
    [InlineData(HtmlPurpose.Print)]
    public void TextOfThePageIsTheTextOfTheDocument(HtmlPurpose purpose)
    {
        var html = HtmlRenderer.Render(Sample, Theme, null, purpose);
        Assert.Equal(ExpectedText.Of(Sample, pages: null, markers: false), HtmlText.Of(html));
    }

    [Fact]
    public void ContentsCarryThePageNumbersOfTheMap()
    {
        var pages = new PageMap(
            Sample.Blocks.OfType<Heading>().Index().ToDictionary(item => item.Item.Id, item => (item.Index * 3) + 1), 500);
        Assert.Equal(ExpectedText.Of(Sample, pages, markers: false), HtmlText.Of(HtmlRenderer.Render(Sample, Theme, pages)));
    }

    [Fact]
    public void MapWithoutAHeadingIsRefused() =>
        Assert.Throws<ArgumentException>(() => HtmlRenderer.Render(Sample, Theme, new PageMap(new Dictionary<string, int>(), 1)));

    [Fact]
    public void EqualInputGivesEqualBytesInUtf8WithoutMark()
    {
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        HtmlRenderer.Render(SampleDocument.Create(2), Theme, null, first);
        HtmlRenderer.Render(SampleDocument.Create(2), Theme, null, second);
        Assert.Equal(first.ToArray(), second.ToArray());
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">", Encoding.UTF8.GetString(first.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryHeadingIsATargetAndEveryLinkHasOne()
    {
        var html = HtmlRenderer.Render(Sample, Theme);
        var ids = Regex.Matches(html, " id=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Empty(Sample.Blocks.OfType<Heading>().Select(heading => heading.Id).Except(ids));
        Assert.Empty(Regex.Matches(html, "href=\"([^\"]+)\"").Select(match => match.Groups[1].Value).Except(ids.Select(id => "#" + id)));
    }

    [Fact]
    public void LinesOfContentsAndTitlesEndBetweenWords()
    {
        var heading = new Heading(2, [new Text("2024年度一般公共预算财政拨款（本级）支出决算明细表")], "h") { InContents = true, Style = HeadingStyle.TableTitle };
        var html = HtmlRenderer.Render(Sample with { Sections = [new Section(new PageSetup(), [new TableOfContents("目录"), heading])] }, Theme);

        const string broken = "<span class=\"whole\">2024年度</span><wbr>一般<wbr>公共<wbr>预算<wbr>财政<wbr>拨款<wbr><span class=\"whole\">（本级）</span><wbr>支出<wbr>决算<wbr>明细表";
        Assert.Equal(3, Regex.Count(html, Regex.Escape(broken)));
        Assert.Contains(".entry,.side-title,.side a{word-break:keep-all", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ItemsBelowAnItemAreAListInIt()
    {
        var list = new ListBlock(Ordered: false, [[new Text("甲")], [new Text("甲一")], [new Text("乙")]]) { Depths = [0, 1, 0] };
        var html = HtmlRenderer.Render(Sample with { Sections = [new Section(new PageSetup(), [list])] }, Theme);

        Assert.Contains("<li>甲\n<ul class=\"below\">\n<li>甲一</li>\n</ul>\n</li>\n<li>乙</li>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void HostileTextStaysText()
    {
        var origin = new Origin(Hostile, Hostile, 1, [new OriginCell(Hostile, Hostile, Hostile, 1, null)]);
        var figure = new Figure(Hostile, 1, Hostile, origin);
        Inline[] inlines = [new Text(Hostile), new Strong([figure])];
        var cell = new TableCell(inlines);
        var document = new Document(
            new DocumentMetadata(Hostile, Hostile, 2023, DateTimeOffset.UnixEpoch, Hostile),
            [
                new Section(new PageSetup(), [
                    new Cover([Hostile], Hostile, [new CoverLine(Hostile, Hostile)]), new TableOfContents(Hostile),
                    new Heading(1, inlines, "h") { InContents = true, ContentsText = Hostile }, new Paragraph(inlines), new ListBlock(true, [inlines]),
                    new Table("t", [new(1), new(1)], [new([cell, cell])], [new([cell, new TableCell([figure])]) { Key = Hostile }])
                    {
                        Title = Hostile, Frame = new TableFrame(Hostile, Hostile, Hostile),
                    },
                    new Chart("c", ChartKind.Column, Hostile, Hostile, [Hostile], [new ChartSeries(Hostile, [figure]), new ChartSeries(Hostile, [null])]),
                ])
            ]);
        foreach (var purpose in Enum.GetValues<HtmlPurpose>())
        {
            var html = HtmlRenderer.Render(document, Theme, null, purpose);
            html = html.Replace(PageScript.Element(HtmlPurpose.Publication), "", StringComparison.Ordinal);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<!--", html, StringComparison.Ordinal);
            Assert.Single(Regex.Matches(html, "</style>"));
            Assert.DoesNotMatch("=\"[^\"]*[<>][^\"]*\"", html);
        }
    }

    [Fact]
    public void NothingIsLoadedFromElsewhereAndNothingRunsButTheSearchOfAPublishedPage()
    {
        var html = HtmlRenderer.Render(Sample, Theme);
        var script = PageScript.Element(HtmlPurpose.Publication);
        Assert.Single(Regex.Matches(html, "<script>"));
        Assert.Contains(script, html, StringComparison.Ordinal);
        var text = script["<script>".Length..script.IndexOf("</script>", StringComparison.Ordinal)];
        Assert.Contains($"script-src &#39;sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}&#39;", html, StringComparison.Ordinal);
        Assert.Equal("", PageScript.Element(HtmlPurpose.Print) + PageScript.Element(HtmlPurpose.Preview));
        html = html.Replace(script, "", StringComparison.Ordinal);
        Assert.Contains("default-src 'none'".Replace("'", "&#39;", StringComparison.Ordinal), html, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\ssrc=|url\(|@import|https?:|<link|<script|\son[a-z]+=", html);
    }

    [Fact]
    public void FigureInTheTextShowsItsOriginAndLeadsToItsRow()
    {
        var cells = new[] { new OriginCell("表01", "收入总计", "金额", 952052900m, new Place("公开表.xlsx")) };
        var known = new Figure("95,205.29万元", 95205.29m, "万元", new Origin("收支总计", "表01[收入总计]", 952052900m, cells));
        var elsewhere = known with { Origin = known.Origin with { Cells = [cells[0] with { Table = "政府采购", Row = "" }] } };
        var table = new Table("t01", [new(1)], [], [new([new TableCell([known])]) { Key = "收入总计" }]);
        var html = HtmlRenderer.Render(Sample with { Sections = [new(new PageSetup(), [new Paragraph([known, elsewhere]), table])] }, Theme);
        const string Lines = "收支总计：952,052,900 元&#10;＝ 表01[收入总计]&#10;";
        Assert.Contains($"<a class=\"fig\" href=\"#t01-r1\" data-origin=\"{Lines}表01［收入总计，金额］ 952,052,900 元\"><span>95,205.29万元</span></a>", html, StringComparison.Ordinal);
        Assert.Contains($"<span class=\"fig\" tabindex=\"0\" data-origin=\"{Lines}政府采购［金额］ 952,052,900 元\"><span>95,205.29万元</span></span>", html, StringComparison.Ordinal);
        Assert.Contains("<tr id=\"t01-r1\"><td class=\"a f\" title=", html, StringComparison.Ordinal);
    }

    [Fact]
    public void OriginOfManyCellsCountsThoseItDoesNotName()
    {
        var origin = new Origin("合计", null, null, [.. Enumerable.Range(1, 20).Select(i => new OriginCell("表03", $"{i}", "金额", i, null))]);
        Assert.EndsWith("表03［8，金额］ 8 元\n……等共 20 个单元格", OriginText.Of(new Figure("1", 1, "万元", origin)), StringComparison.Ordinal);
    }

    [Fact]
    public void FigureInATableIsNoTabStop()
    {
        var html = HtmlRenderer.Render(Sample, Theme);
        Assert.All(
            Regex.Matches(html, "<table id=.*?</table>", RegexOptions.Singleline),
            table => Assert.DoesNotContain("tabindex", table.Value, StringComparison.Ordinal));
        Assert.Matches("<td class=\"r f\" title=\"[^\"]+\">", html);
    }

    [Fact]
    public void EveryKindOfBlockAndInlineIsWritten()
    {
        var kinds = typeof(Block).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && (type.IsSubclassOf(typeof(Block)) || type.IsSubclassOf(typeof(Inline)))).ToList();
        var unwritten = kinds.Where(kind =>
        {
            var page = new HtmlPage(Sample, Theme, null, HtmlPurpose.Publication, new HtmlWriter(TextWriter.Null));
            try
            {
                // Without content most writers fail on null; only the dispatch is asked for here.
                var made = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(kind);
                if (made is Block block)
                {
                    BlockHtml.Write(page, block);
                }
                else
                {
                    InlineHtml.Write(page, (Inline)made, FigureSetting.Text);
                }
                return false;
            }
            catch (NotSupportedException)
            {
                return true;
            }
            catch (Exception e) when (e is NullReferenceException or ArgumentNullException)
            {
                return false;
            }
        });
        Assert.Empty(unwritten);
        Assert.Equal(13, kinds.Count);
    }
}
