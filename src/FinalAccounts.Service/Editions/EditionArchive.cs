using System.Globalization;
using System.IO.Compression;
using System.Text;
using FinalAccounts.Service.Store;
using FinalAccounts.Manifests;

namespace FinalAccounts.Service.Editions;

/// <summary>The files of many editions as one ZIP, written to a stream as they come from the database: one piece of one file in memory at a time. A list of the contents comes first.</summary>
internal sealed class EditionArchive(Artifacts artifacts)
{
    private const string ListName = "清单.csv";

    /// <summary>Writes the archive; the same editions give the same names in the same order.</summary>
    /// <param name="editions">With their unit and files.</param>
    public async Task WriteAsync(IReadOnlyList<Edition> editions, Stream output, CancellationToken cancellation)
    {
        var entries = editions.OrderBy(edition => edition.Unit!.Code, StringComparer.Ordinal).ThenBy(edition => edition.Year).ThenBy(edition => edition.Number)
            .SelectMany(edition => EditionNames.Current(edition.Files).Select(file => new Entry(edition, file, $"{Folder(edition)}/{file.Name}"))).ToList();
        var deferring = new DeferringStream(output);
        var archive = await ZipArchive.CreateAsync(deferring, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellation).ConfigureAwait(false);
        await using (archive.ConfigureAwait(false))
        {
            await AddListAsync(archive, entries, cancellation).ConfigureAwait(false);
            foreach (var entry in entries)
            {
                await AddAsync(archive, entry, cancellation).ConfigureAwait(false);
            }
        }

        await deferring.FlushAsync(cancellation).ConfigureAwait(false);
    }

    private async Task AddAsync(ZipArchive archive, Entry entry, CancellationToken cancellation)
    {
        // What is compressed already only costs time.
        var level = entry.File.Format is "html" or "json" ? CompressionLevel.Fastest : CompressionLevel.NoCompression;
        var target = archive.CreateEntry(entry.Path, level);
        target.LastWriteTime = entry.Edition.At.ToOffset(TimeSpan.FromHours(8));
        var content = await artifacts.OpenAsync(entry.File.Sha256, cancellation).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            var written = await target.OpenAsync(cancellation).ConfigureAwait(false);
            await using (written.ConfigureAwait(false))
            {
                await content.CopyToAsync(written, cancellation).ConfigureAwait(false);
            }
        }
    }

    // Excel and WPS read it; the mark at its start tells them that it is UTF-8.
    private static async Task AddListAsync(ZipArchive archive, IReadOnlyList<Entry> entries, CancellationToken cancellation)
    {
        var list = new StringBuilder("\uFEFF单位代码,单位名称,年度,版本,状态,文件,字节,SHA-256\r\n");
        foreach (var (edition, file, path) in entries)
        {
            list.Append(string.Join(',', new[]
            {
                edition.Unit!.Code, edition.Unit.Name, edition.Year.ToString(CultureInfo.InvariantCulture), edition.Number.ToString(CultureInfo.InvariantCulture),
                Shell.Components.StateLabels.Of(edition.State).Text, path, file.Size.ToString(CultureInfo.InvariantCulture), file.Sha256,
            }.Select(Quoted))).Append("\r\n");
        }

        var target = archive.CreateEntry(ListName, CompressionLevel.Fastest);
        target.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var written = await target.OpenAsync(cancellation).ConfigureAwait(false);
        await using (written.ConfigureAwait(false))
        {
            await written.WriteAsync(Encoding.UTF8.GetBytes(list.ToString()), cancellation).ConfigureAwait(false);
        }
    }

    private static string Folder(Edition edition) => SafeFileName.Of($"{edition.Unit!.Code} {edition.Unit.Name} {edition.Year}年度 第{edition.Number}版");

    // A cell that begins like a formula is read as text.
    private static string Quoted(string text) =>
        $"\"{(text.Length > 0 && "=+-@\t".Contains(text[0], StringComparison.Ordinal) ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private sealed record Entry(Edition Edition, EditionFile File, string Path);
}
