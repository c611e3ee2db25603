using System.IO.Compression;
using System.Text;
using FinalAccounts.Reading;
using UglyToad.PdfPig.Writer;

namespace FinalAccounts.Tests.Reading;

/// <summary>Files that cannot be audited: each says in Chinese what is wrong and what to do, and none ends the process.</summary>
public sealed class UnusableFileTests
{
    // Rows carry names only: the runner writes every argument out, some of them many times over.
    private static readonly Dictionary<string, (Func<byte[]> Content, string Message)> Files = new()
    {
        ["空.pdf"] = (() => [], "文件是空的"),
        ["图.png"] = (() => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], "不是能审核的文件"),
        ["旧.doc"] = (() => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "另存为不加密的 .docx"),
        ["坏.pdf"] = (() => Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2"), "PDF 已损坏"),
        ["密码.pdf"] = (() => Encoding.ASCII.GetBytes(WithPassword()), "PDF 加了密码"),
        ["断.docx"] = (() => Zip(("word/document.xml", "<w:document/>"))[..60], "Word 文件已损坏"),
        ["表.xlsx"] = (() => Zip(("xl/workbook.xml", "<workbook/>")), "不是 Word 文件"),
        ["缺.docx"] = (() => Zip(("word/document.xml", "<w:doc")), "Word 文件已损坏"),
        ["深.docx"] = (() => Zip(("word/document.xml", string.Concat(Enumerable.Repeat("<a>", 400)) + string.Concat(Enumerable.Repeat("</a>", 400)))), "嵌套太深"),
        ["炸.docx"] = (() => Zip(("word/document.xml", "<a>" + new string(' ', (int)DocumentLimits.PartBytes) + "</a>")), "展开后太大"),
        ["多.docx"] = (() => Zip([.. Enumerable.Range(0, DocumentLimits.Entries + 1).Select(i => ($"word/{i}.bin", ""))]), "个部件"),
        ["字.pdf"] = (() => "页面不存在"u8.ToArray(), "内容不是 PDF"),
        ["富.docx"] = (() => "{\\rtf1\\ansi 决算}"u8.ToArray(), "是 RTF 文件"),
        ["开.odt"] = (() => Zip(("mimetype", "application/vnd.oasis.opendocument.text")), "是 OpenDocument 文件"),
        ["版.ofd"] = (() => Zip(("OFD.xml", "<ofd:OFD/>")), "是 OFD 版式文件"),
        ["长.pdf"] = (() => Pages(DocumentLimits.Pages + 1), $"超过 {DocumentLimits.Pages} 页"),
    };

    public static TheoryData<string> Refused => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Refused))]
    public void WhatCannotBeReadIsSaid(string file)
    {
        var (content, message) = Files[file];
        var read = DocumentReader.Read(file, content(), CancellationToken.None);

        var problem = Assert.Single(read.Problems);
        Assert.True(problem.Fatal);
        Assert.Empty(read.Parts);
        Assert.StartsWith(file, problem.Message, StringComparison.Ordinal);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PictureOfAPageIsSaidAndTheOtherPagesAreRead()
    {
        var builder = new PdfDocumentBuilder();
        builder.AddPage(595, 842).AddPng(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="), new(50, 50, 500, 700));
        var font = builder.AddTrueTypeFont(File.ReadAllBytes("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Light.ttf"));
        builder.AddPage(595, 842).AddText("单位没有政府性基金预算财政拨款收入。", 12, new(80, 700), font);

        var read = DocumentReader.Read("扫描.pdf", builder.Build(), CancellationToken.None);

        Assert.Contains("扫描件，不能审核（第1页）", Assert.Single(read.Problems).Message, StringComparison.Ordinal);
        Assert.Equal("单位没有政府性基金预算财政拨款收入。", Assert.Single(read.Lines).Text);
        Assert.Equal([true, false], read.Pages.Select(page => page.IsPicture));
    }

    [Fact]
    public void TableOverTheLimitIsCutAndSaid()
    {
        var html = "<html><body><table>" + string.Concat(Enumerable.Range(0, DocumentLimits.Rows + 5).Select(i => $"<tr><td>{i}<td>x")) + "</table>";

        var read = DocumentReader.Read("长.html", Encoding.UTF8.GetBytes(html), CancellationToken.None);

        Assert.Equal(DocumentLimits.Rows, Assert.Single(read.Grids).Rows);
        Assert.Contains("多出的没有读取", Assert.Single(read.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PageOfDeepNestingIsReadAsFarAsTheLimitAndSaid()
    {
        var html = "<html><body><p>前文。</p>" + string.Concat(Enumerable.Repeat("<div>", 2_000)) + "深处";

        var read = DocumentReader.Read("深.html", Encoding.UTF8.GetBytes(html), CancellationToken.None);

        Assert.Equal("前文。", Assert.Single(read.Lines).Text);
        Assert.Contains("嵌套太深", Assert.Single(read.Problems).Message, StringComparison.Ordinal);
    }

    private static byte[] Pages(int count)
    {
        var builder = new PdfDocumentBuilder();
        for (var i = 0; i < count; i++)
        {
            builder.AddPage(100, 100);
        }

        return builder.Build();
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }

    // A document whose empty password does not open it: neither O nor U fit.
    private static string WithPassword()
    {
        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        var key = new string('4', 64);
        foreach (var body in new[] { "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>", $"<< /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >>" })
        {
            offsets.Add(text.Length);
            text.Append($"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }

        var start = text.Length;
        text.Append("xref\n0 4\n0000000000 65535 f \n").AppendJoin("", offsets.Select(offset => $"{offset:0000000000} 00000 n \n"))
            .Append($"trailer\n<< /Size 4 /Root 1 0 R /Encrypt 3 0 R /ID [<00> <00>] >>\nstartxref\n{start}\n%%EOF");
        return text.ToString();
    }
}
