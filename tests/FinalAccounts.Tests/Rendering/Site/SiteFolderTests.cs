using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FinalAccounts.Documents;
using FinalAccounts.Rendering;
using FinalAccounts.Rendering.Foundations;
using FinalAccounts.Rendering.Html;
using FinalAccounts.Rendering.Site;
using NJsonSchema;

namespace FinalAccounts.Tests.Rendering.Site;

public sealed partial class SiteFolderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("site").FullName;

    private string Folder => Path.Combine(root, "public");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void EveryLinkOfEveryPageIsRelativeAndLeadsToAFile()
    {
        new SiteFolder(Folder).Update([Addition("甲局（本级）"), Addition("乙局 & 丙局")], []);

        foreach (var page in Directory.EnumerateFiles(Folder, "index.html", SearchOption.AllDirectories))
        {
            var links = Link().Matches(File.ReadAllText(page)).Select(match => match.Groups[1].Value).Where(link => !link.StartsWith('#')).ToList();
            Assert.NotEmpty(links);
            Assert.All(links, link => Assert.True(
                !link.StartsWith('/') && !link.Contains("://", StringComparison.Ordinal) && File.Exists(Path.Combine(Path.GetDirectoryName(page)!, Uri.UnescapeDataString(System.Net.WebUtility.HtmlDecode(link)))), $"{page}: {link}"));
        }
    }

    [Fact]
    public void ChecksumsAreThoseOfTheFiles()
    {
        new SiteFolder(Folder).Update([Addition("甲局")], []);

        var lines = File.ReadAllLines(Path.Combine(Folder, "SHA256SUMS"));
        Assert.Contains(lines, line => line.EndsWith("  2023/甲局/决算公开.pdf", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Equal(line[..64], Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder, line[66..]))))));
    }

    [Fact]
    public void ANewEditionTakesThePlaceOfTheFormerAndOthersStay()
    {
        var site = new SiteFolder(Folder, "某区部门决算公开");
        site.Update([Addition("甲局"), Addition("乙局")], []);
        var catalog = new SiteFolder(Folder).Update([Addition("甲局", text: "更正后")], []);

        Assert.Equal("某区部门决算公开", catalog.Title);
        Assert.Equal(["乙局", "甲局"], catalog.Editions.Select(edition => edition.Unit).Order(StringComparer.Ordinal));
        Assert.Equal("更正后", File.ReadAllText(Path.Combine(Folder, "2023", "甲局", "决算公开.pdf")));
        Assert.Equal("甲局", File.ReadAllText(Path.Combine(Folder, "2023", "乙局", "决算公开.pdf")).Replace("乙", "甲", StringComparison.Ordinal));
        Assert.Equal(["public"], Directory.EnumerateFileSystemEntries(root).Select(Path.GetFileName));
    }

    [Fact]
    public void WhatDoesNotChangeIsNotWrittenAgain()
    {
        new SiteFolder(Folder).Update([Addition("甲局"), Addition("乙局")], []);
        var kept = Path.Combine(Folder, "2023", "乙局", "决算公开.pdf");
        using var former = new FileStream(kept, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        new SiteFolder(Folder).Update([Addition("甲局")], []);
        former.Write("同一个"u8);
        former.Flush();

        Assert.StartsWith("同一个", File.ReadAllText(kept), StringComparison.Ordinal);
    }

    [Fact]
    public void ASiteOfAnotherNameSaysItOnEveryPage()
    {
        new SiteFolder(Folder).Update([Addition("甲局"), Addition("乙局")], []);
        new SiteFolder(Folder, "某区部门决算公开").Update([Addition("甲局")], []);

        Assert.All(Directory.EnumerateFiles(Folder, "index.html", SearchOption.AllDirectories), page =>
            Assert.Contains("某区部门决算公开", File.ReadAllText(page), StringComparison.Ordinal));
    }

    [Fact]
    public void ThePublishedPageLeadsToTheFilesBesideIt()
    {
        var addition = Addition("甲局");
        var html = HtmlRenderer.Render(addition.Document, new Theme());
        new SiteFolder(Folder).Update([addition with { Files = [.. addition.Files, new RenderedFile(OutputFormats.Html, ".html", Encoding.UTF8.GetBytes(html), null)] }], []);

        Assert.Contains($"<span class=\"files\"><a href=\"{Uri.EscapeDataString("决算公开.pdf")}\">PDF（12页）</a> </span>",
            File.ReadAllText(Path.Combine(Folder, "2023", "甲局", "决算公开.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void AWithdrawnEditionIsGoneFromEveryPlace()
    {
        new SiteFolder(Folder).Update([Addition("甲局"), Addition("乙局")], []);
        new SiteFolder(Folder).Update([], [("甲局", 2023)]);

        Assert.False(Directory.Exists(Path.Combine(Folder, "2023", "甲局")));
        Assert.Equal([], Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(file => File.ReadAllText(file).Contains("甲局", StringComparison.Ordinal)));
    }

    [Fact]
    public void AFolderThatIsNoSiteIsLeftAlone()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "论文.docx"), "");

        Assert.Contains("不是本程序的站点", Assert.Throws<RenderingException>(() => new SiteFolder(Folder).Update([Addition("甲局")], [])).Message, StringComparison.Ordinal);
        Assert.Equal(["论文.docx"], Directory.EnumerateFileSystemEntries(Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void AStateThatLeadsOutOfTheSiteIsRefused()
    {
        new SiteFolder(Folder).Update([Addition("甲局")], []);
        var state = Path.Combine(Folder, "site.json");
        File.WriteAllText(state, File.ReadAllText(state).Replace("2023/甲局\"", "2023/..\"", StringComparison.Ordinal));

        Assert.Throws<RenderingException>(() => new SiteFolder(Folder).Update([], [("甲局", 2023)]));
    }

    [Fact]
    public async Task TheDataFitTheirSchema()
    {
        new SiteFolder(Folder).Update([Addition("甲局")], []);

        var schema = await JsonSchema.FromJsonAsync(File.ReadAllText(Path.Combine(Folder, "schema", "tables.schema.json")));
        var data = File.ReadAllText(Path.Combine(Folder, "2023", "甲局", "data", "tables.json"));
        Assert.Empty(schema.Validate(data));
        using var read = JsonDocument.Parse(data);
        var table = read.RootElement.GetProperty("tables")[0];
        Assert.All(table.GetProperty("rows").EnumerateArray(), row => Assert.Equal(table.GetProperty("columns").GetArrayLength(), row.GetProperty("cells").GetArrayLength()));
    }

    [Fact]
    public void FeedsAndTheSiteMapNameTheAddressOnceItIsKnown()
    {
        new SiteFolder(Folder).Update([Addition("甲局")], []);
        Assert.False(File.Exists(Path.Combine(Folder, "sitemap.xml")));
        new SiteFolder(Folder, address: new Uri("https://www.example.gov.cn/juesuan/")).Update([], []);

        var expected = "https://www.example.gov.cn/juesuan/2023/" + Uri.EscapeDataString("甲局") + "/index.html";
        Assert.Contains(expected, XDocument.Load(Path.Combine(Folder, "sitemap.xml")).Descendants().Select(element => element.Value));
        Assert.Equal(expected, XDocument.Load(Path.Combine(Folder, "feed.xml")).Descendants("item").Single().Element("link")!.Value);
        using var feed = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "feed.json")));
        Assert.Equal(expected, feed.RootElement.GetProperty("items")[0].GetProperty("url").GetString());
    }

    [Fact]
    public void EqualEditionsGiveEqualBytes()
    {
        new SiteFolder(Folder).Update([Addition("甲局"), Addition("乙局")], []);
        var other = Path.Combine(root, "other");
        new SiteFolder(other).Update([Addition("乙局"), Addition("甲局")], []);

        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(other, Path.GetRelativePath(Folder, file))));
        }
    }

    private static SiteAddition Addition(string unit, string? text = null)
    {
        var sample = SampleDocument.Create(annexes: 1);
        var document = sample with { Metadata = sample.Metadata with { Unit = unit, Title = $"2023年度{unit}部门决算公开" } };
        return new SiteAddition(unit, "决算公开", document, [new RenderedFile(OutputFormats.Pdf, ".pdf", Encoding.UTF8.GetBytes(text ?? unit), 12)]);
    }

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Link();
}
