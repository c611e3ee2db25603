using System.IO.Compression;

namespace FinalAccounts.Import.Files;

/// <summary>Several files that are one workbook, a table or a few in each: offices keep 公开表 as nine .csv files, and their systems hand them out one by one. They travel as a ZIP.</summary>
internal static class FileBundle
{
    // Equal files make equal bytes.
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The files as one, in the order of their names.</summary>
    public static byte[] Pack(IEnumerable<ImportFile> files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                var entry = archive.CreateEntry(file.Name, CompressionLevel.Fastest);
                entry.LastWriteTime = Stamp;
                using var target = entry.Open();
                target.Write(file.Content.Span);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Whether an archive is one: workbooks by their names, all in one folder.</summary>
    public static bool Is(ZipArchive archive)
    {
        var workbooks = archive.Entries.Select(PathOf).Where(IsWorkbook).ToList();
        return workbooks.Count > 0 && workbooks.Select(path => path[..(path.LastIndexOf('/') + 1)]).Distinct().Count() == 1;
    }

    /// <summary>The sheets of all files, each with its own file's name; null after a Fatal finding on any of them.</summary>
    public static IReadOnlyList<SheetGrid>? Read(ImportFile file, ImportFindings findings, CancellationToken cancellation)
    {
        using var archive = ChineseZip.Open(file.Content.ToArray());
        var grids = new List<SheetGrid>();
        var complete = true;
        foreach (var entry in archive.Entries.Where(entry => IsWorkbook(PathOf(entry))).OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            using var content = new MemoryStream();
            using (var source = entry.Open())
            {
                source.CopyTo(content);
            }

            var read = GridReader.Part(new ImportFile(Name(entry), content.ToArray()), findings, cancellation);
            complete &= read is not null;
            foreach (var grid in read ?? [])
            {
                if (!GridFill.IsSheetAllowed(grids.Count, file.Name, findings))
                {
                    return null;
                }

                grids.Add(grid);
            }
        }

        if (archive.Entries.Where(entry => !IsWorkbook(PathOf(entry)) && !ChineseZip.IsOfTheSystem(PathOf(entry))).Select(Name).ToList() is { Count: > 0 } others)
        {
            findings.Warn("IMP-02", $"这些文件不是表格，没有读取：{string.Join("、", others)}。其中有公开表的，请另存为“Excel 工作簿（.xlsx）”后一起导入。", new Place(file.Name));
        }

        return complete ? grids : null;
    }

    private static bool IsWorkbook(string path) =>
        !ChineseZip.IsOfTheSystem(path) && ImportFile.Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static string PathOf(ZipArchiveEntry entry) => entry.FullName.Replace('\\', '/');

    private static string Name(ZipArchiveEntry entry) => PathOf(entry)[(PathOf(entry).LastIndexOf('/') + 1)..];
}
