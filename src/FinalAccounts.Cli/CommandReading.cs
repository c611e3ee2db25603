using FinalAccounts.Import;
using FinalAccounts.Service.Reading;

namespace FinalAccounts.Cli;

/// <summary>Reads the workbooks of a command: small ones here, watched, as the commands always did; larger ones in a process of their own (decision 0042).</summary>
internal static class CommandReading
{
    // 公开表 and 文字资料 of offices have a few hundred kilobytes.
    private const int Small = 4 * 1024 * 1024;

    /// <summary>The requests with all their workbooks read.</summary>
    public static async Task<IReadOnlyList<ImportRequest>> ReadAsync(IEnumerable<ImportRequest> requests)
    {
        var limits = ReadingLimits.FromEnvironment();
        using var readers = new FileReaders(limits);
        var read = new List<ImportRequest>();
        foreach (var request in requests)
        {
            using var watch = new ReadingWatch(limits, why => End(request, why));
            var files = await Task.WhenAll(new[] { request.Tables, request.Facts, request.PriorTables }.Select(file => Task.Run(() => ReadAsync(file, readers))));
            read.Add(request with { Tables = files[0], Facts = files[1], PriorTables = files[2] });
        }

        return read;
    }

    private static async Task<ImportFile?> ReadAsync(ImportFile? file, FileReaders readers) =>
        file is null ? null
        : file.Content.Length > Small ? await readers.ReadAsync(file, CancellationToken.None)
        : file with { Sheets = ForeignFile.Read(file, CancellationToken.None) };

    // The thread that reads cannot be stopped; the command ends with it.
    private static void End(ImportRequest request, string why)
    {
        var names = string.Join("、", new[] { request.Tables, request.Facts, request.PriorTables }.OfType<ImportFile>().Select(file => file.Name));
        Console.Error.WriteLine($"{names}：{why}，没有读完，不像正常的工作簿。请用 Excel 或 WPS 打开，把需要的工作表复制到新的工作簿，另存为“Excel 工作簿（.xlsx）”后再试。");
        Environment.Exit(ExitCode.BrokenInput);
    }
}
