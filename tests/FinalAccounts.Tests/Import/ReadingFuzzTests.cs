using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using FinalAccounts.Import;
using FinalAccounts.Service.Reading;

namespace FinalAccounts.Tests.Import;

/// <summary>Damaged workbooks of every format through the reading process: whatever is in them, there is an answer within the limits.</summary>
public sealed class ReadingFuzzTests
{
    private const int Runs = 2_400;

    [FullFact]
    public async Task NoDamagedWorkbookCrashesOrHangsTheReading()
    {
        var seeds = Seeds().ToList();
        var random = new Random(20261127);
        using var readers = new FileReaders(new ReadingLimits());
        var beyond = new List<string>();
        for (var run = 0; run < Runs; run++)
        {
            var (name, bytes) = seeds[run % seeds.Count];
            var damaged = random.Next(3) == 0 || !name.Contains(".xlsx", StringComparison.Ordinal) && !name.Contains(".ods", StringComparison.Ordinal)
                ? Damage(bytes, random) : DamagePart(bytes, random);
            var clock = Stopwatch.StartNew();
            var read = await readers.ReadAsync(new ImportFile(name, damaged), CancellationToken.None);
            var result = ImportCase.Import(read);
            Assert.True(result.Succeeded || result.Findings.Count > 0, $"{name}, run {run}: neither sheets nor a finding");
            Assert.All(result.Findings, finding => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", finding.Message));
            if (result.Findings.Any(finding => finding.Rule == "IMP-19") || clock.Elapsed > TimeSpan.FromSeconds(10))
            {
                beyond.Add($"{name}, run {run}: {clock.Elapsed.TotalSeconds:0.0} s {result.Findings[0].Message}");
            }
        }

        Assert.Equal([], beyond);
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Seeds()
    {
        var files = Path.Combine(Repository.Root, "tests/FinalAccounts.Tests/Import/files");
        yield return ("公开表.xlsx", ImportCase.Workbook().Bytes());
        yield return ("样例.xlsx", File.ReadAllBytes(Repository.PathOf("samples", "shanghai-made-up", "公开表.xlsx")));
        yield return ("公开表.xls", File.ReadAllBytes(Path.Combine(files, "公开表.xls")));
        yield return ("错误值-95.xls", File.ReadAllBytes(Path.Combine(files, "错误值-95.xls")));
        yield return ("公开表.xlsb", File.ReadAllBytes(Path.Combine(files, "公开表.xlsb")));
        yield return ("公开表.ods", OtherFormats.Ods(ImportCase.Drawings));
        yield return ("公开表-xml.xls", OtherFormats.Xml(ImportCase.Drawings));
        yield return ("公开表.csv", Encoding.UTF8.GetBytes(OtherFormats.Csv(ImportCase.Drawings, ',')));
    }

    // Bytes changed, cut out, doubled, the end cut off.
    private static byte[] Damage(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (var left = random.Next(1, 12); left > 0 && bytes.Count > 8; left--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 200), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes.RemoveRange(at, length);
                    break;
                case 1:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 2:
                    bytes.RemoveRange(at, bytes.Count - at > bytes.Count / 10 ? length : bytes.Count - at);
                    break;
                case 3:
                    bytes[at] = random.Next(2) == 0 ? (byte)0xFF : (byte)0;
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. bytes];
    }

    // Damage behind the compression, where a reader of the format meets it.
    private static byte[] DamagePart(byte[] original, Random random)
    {
        using var source = new ZipArchive(new MemoryStream(original));
        using var stream = new MemoryStream();
        using (var target = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var chosen = random.Next(source.Entries.Count);
            foreach (var (entry, index) in source.Entries.Select((entry, index) => (entry, index)))
            {
                using var content = new MemoryStream();
                using (var reader = entry.Open())
                {
                    reader.CopyTo(content);
                }

                using var writer = target.CreateEntry(entry.FullName).Open();
                writer.Write(index == chosen || random.Next(4) == 0 ? Damage(content.ToArray(), random) : content.ToArray());
            }
        }

        return stream.ToArray();
    }
}
