using System.IO.Compression;

namespace FinalAccounts.Rendering.Foundations;

/// <summary>Rewrites an Open Packaging archive (docx, xlsx) so that equal content gives equal bytes: fixed entry times, ordered entries.</summary>
/// <remarks>
/// Two more sources of chance lie with the writer: relationship ids (always hand one to <c>AddNewPart</c>), and the core
/// properties, which <c>PackageProperties</c> puts into a part named after a GUID (use <c>AddCoreFilePropertiesPart</c>).
/// </remarks>
internal static class DeterministicPackage
{
    // The first moment that a zip entry can carry.
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the archive in <paramref name="package"/> to <paramref name="output"/>; neither stream is closed.</summary>
    /// <param name="part">The content of one entry, which stands beside the package and is empty in it; null for none.</param>
    public static void Write(Stream package, Stream output, (string Name, Stream Content)? part = null)
    {
        package.Position = 0;
        using var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        // The target need not seek: a response body, for instance.
        using var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in source.Entries.OrderBy(Rank).ThenBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = EntryTime;
            using var to = copy.Open();
            if (part is { } beside && beside.Name == entry.FullName)
            {
                beside.Content.CopyTo(to);
                continue;
            }

            using var from = entry.Open();
            from.CopyTo(to);
        }
    }

    // Readers that stream expect the content types first.
    private static int Rank(ZipArchiveEntry entry) => entry.FullName switch
    {
        "[Content_Types].xml" => 0,
        "_rels/.rels" => 1,
        _ => 2,
    };
}
