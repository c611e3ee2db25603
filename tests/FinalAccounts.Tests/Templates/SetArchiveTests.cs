using System.IO.Compression;
using System.Text;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Templates;

/// <summary>Archives that people, or attackers, hand in.</summary>
public sealed class SetArchiveTests
{
    private static readonly FolderTemplateSource Shipped = new(Path.Combine(Repository.Root, "templates"));

    [Fact]
    public void EveryShippedSetComesBackAsItWasAndGivesEqualBytes()
    {
        foreach (var set in Shipped.Sets)
        {
            var bytes = SetArchive.Write(Shipped, set);
            var read = SetArchive.Read("a.zip", bytes, default);
            Assert.Empty(read.Findings);
            Assert.Equal(set, read.Value!.Key);
            Assert.Equal(Shipped.List(set), read.Value.Files.Keys);
            Assert.All(read.Value.Files, file => Assert.Equal(Shipped.Read(set, file.Key)!.Replace("\r\n", "\n", StringComparison.Ordinal), file.Value));
            Assert.Equal(bytes, SetArchive.Write(Shipped, set));
        }
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "../set.yaml", "SET-12" },
        { "a/../../etc/passwd", "SET-12" },
        { "/a/set.yaml", "SET-12" },
        { "a\\set.yaml", "SET-12" },
        { "a/sections/../set.yaml", "SET-12" },
        { "a/README.md", "SET-12" },
        { "a/sections/run.exe", "SET-12" },
        { "a/sections/深/层.sbn", "SET-12" },
        { "A/set.yaml", "SET-12" },
        { "C:/set.yaml", "SET-12" },
        { "set.yaml", "SET-12" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void WhatIsNoFileOfASetIsRefusedWithItsName(string path, string rule)
    {
        var read = SetArchive.Read("a.zip", Zip((path, "name: a"u8.ToArray())), default);
        Assert.Null(read.Value);
        Assert.Equal(rule, Assert.Single(read.Findings).Rule);
    }

    [Fact]
    public void BombsBrokenFilesAndForeignEncodingsEndInAFinding()
    {
        Assert.Equal("SET-13", Rule(Zip(("a/terms.yaml", new byte[TemplateSetReader.MaxFileBytes + 1]))));
        Assert.Equal("SET-13", Rule(Zip(("a/terms.yaml", [0xFF, 0xFE, 0x41]))));
        Assert.Equal("SET-11", Rule(Zip([.. Enumerable.Range(0, SetArchive.MaxFiles + 1).Select(i => ($"a/sections/{i}.sbn", Array.Empty<byte>()))])));
        Assert.Equal("SET-11", Rule(Zip([.. Enumerable.Range(0, 40).Select(i => ($"a/sections/{i}.sbn", new byte[900_000]))])));
        Assert.Equal("SET-11", Rule("不是压缩包"u8.ToArray()));
        Assert.Equal("SET-11", Rule(SetArchive.Write(Shipped, "hubei-2023")[..800]));
        Assert.Equal("SET-11", Rule(new byte[SetArchive.MaxBytes + 1]));
        Assert.Equal("SET-12", Rule(Zip(("a/set.yaml", []), ("b/set.yaml", []))));
        Assert.Equal("SET-12", Rule(Zip(("a/set.yaml", []), ("a/set.yaml", []))));
        Assert.Equal("SET-12", Rule(Zip()));
    }

    [Fact]
    public void NamesPackedOnChineseWindowsAreRead()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, Encoding.GetEncoding("GB18030")))
        {
            using var stream = archive.CreateEntry("templates/hubei-2024/sections/收入.sbn").Open();
            stream.Write("收入。\r\n"u8);
        }

        var read = SetArchive.Read("a.zip", bytes.ToArray(), default);
        Assert.Empty(read.Findings);
        Assert.Equal(("hubei-2024", "收入。\n"), (read.Value!.Key, read.Value.Files["sections/收入.sbn"]));
    }

    [Fact]
    public void CopyForAnotherYearChangesItsHeadAndListsWhatWritesAYearOut()
    {
        var copy = SetCopy.Make(Shipped, "hubei-2023", "hubei-2024", 2024).Value!;
        Assert.Contains("name: 湖北省2024年度部门决算公开\nfiscalYear: 2024\n", copy.Folder.Files["set.yaml"]);
        Assert.Equal(Shipped.List("hubei-2023"), copy.Folder.Files.Keys.Order(StringComparer.Ordinal));
        Assert.All(copy.Years, year => Assert.Matches("20[0-9]{2}", year.Message));
        foreach (var (set, key, year) in new[] { ("none", "a", 2024), ("hubei-2023", "Hubei", 2024), ("hubei-2023", "shanghai-2024", 2024), ("hubei-2023", "a/../b", 2024), ("hubei-2023", "a", 1999) })
        {
            Assert.Equal("SET-14", Assert.Single(SetCopy.Make(Shipped, set, key, year).Findings).Rule);
        }
    }

    private static string Rule(byte[] content)
    {
        var read = SetArchive.Read("a.zip", content, default);
        Assert.Null(read.Value);
        return read.Findings[0].Rule;
    }

    private static byte[] Zip(params (string Path, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files)
            {
                using var stream = archive.CreateEntry(path).Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
