using System.IO.Compression;
using System.Text;
using FinalAccounts.Import.Files;

namespace FinalAccounts.Templates;

/// <summary>A template set as a ZIP with the layout of the folder templates/: set/set.yaml, set/sections/….sbn. Equal sets give equal bytes.</summary>
public static class SetArchive
{
    /// <summary>Bytes of an archive as handed in.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>Files in it.</summary>
    public const int MaxFiles = 500;

    /// <summary>Bytes of all files, counted while they are decompressed.</summary>
    public const int MaxTextBytes = 20 * 1024 * 1024;

    private const string Root = "templates/";
    private const int LinkMode = 0xA000, ModeMask = 0xF000;
    private static readonly DateTimeOffset Fixed = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes the set's own files; what it inherits is not in it.</summary>
    public static byte[] Write(ITemplateSource source, string set)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var path in source.List(set).Where(TemplateFileKinds.Has).Order(StringComparer.Ordinal))
            {
                var entry = archive.CreateEntry($"{set}/{path}", CompressionLevel.Optimal);
                entry.LastWriteTime = Fixed;
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(source.Read(set, path) ?? ""));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Reads an archive that somebody hands in. No value when it is broken, too large, or holds anything but the files of one set.</summary>
    public static Result<SetFolder> Read(string name, byte[] content, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        if (content.Length > MaxBytes)
        {
            return Refused(name, $"压缩包有 {content.Length:N0} 字节，超过 {MaxBytes:N0} 字节的上限，不像一个模板集。");
        }

        try
        {
            using var archive = ChineseZip.Open(content);
            return archive.Entries.Count > MaxFiles
                ? Refused(name, $"压缩包里有 {archive.Entries.Count} 个文件，超过 {MaxFiles} 个的上限，不像一个模板集。")
                : Read(name, archive, findings, cancellation);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or NotSupportedException or IOException or ArgumentException)
        {
            return Refused(name, "压缩包已损坏、加了密码，或不是 ZIP。请重新打包后再导入。");
        }
    }

    private static Result<SetFolder> Read(string name, ZipArchive archive, List<Finding> findings, CancellationToken cancellation)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var sets = new HashSet<string>(StringComparer.Ordinal);
        long total = 0;
        foreach (var entry in archive.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            cancellation.ThrowIfCancellationRequested();
            var place = new Place($"{name} ▸ {Shown(entry.FullName)}");
            var path = entry.FullName.StartsWith(Root, StringComparison.Ordinal) ? entry.FullName[Root.Length..] : entry.FullName;
            var slash = path.IndexOf('/', StringComparison.Ordinal);
            var (set, file) = slash > 0 ? (path[..slash], path[(slash + 1)..]) : ("", path);
            if (((entry.ExternalAttributes >> 16) & ModeMask) == LinkMode || !TemplateFileKinds.IsKey(set) || !TemplateFileKinds.Has(file))
            {
                findings.Add(Wrong("SET-12", "模板集里没有这种文件。压缩包里应当只有一个文件夹，文件夹名是模板集，里面是 set.yaml、outline.yaml、sections/*.sbn 等；请去掉其余的再导入。", place));
                continue;
            }

            sets.Add(set);
            if (Text(entry, ref total) is not { } text)
            {
                findings.Add(Wrong("SET-13", $"文件不是 UTF-8 编码，或超过 {TemplateSetReader.MaxFileBytes:N0} 字节的上限。请用 UTF-8 另存，或拆开。", place));
            }
            else if (!files.TryAdd(file, text))
            {
                findings.Add(Wrong("SET-12", "同一个文件在压缩包里有两份。", place));
            }

            if (total > MaxTextBytes)
            {
                return Refused(name, $"解压后超过 {MaxTextBytes:N0} 字节的上限，没有读取。");
            }
        }

        if (sets.Count != 1 && findings.Count == 0)
        {
            findings.Add(Wrong("SET-12", sets.Count == 0 ? "压缩包里没有模板集。" : $"压缩包里有几个模板集：{string.Join("、", sets.Order(StringComparer.Ordinal))}。请一个一个导入。", new Place(name)));
        }

        return new Result<SetFolder>(findings.Count == 0 ? new SetFolder(sets.Single(), files) : null, findings);
    }

    // Null when it is too large or not UTF-8; sizes that the archive states about itself are not believed.
    private static string? Text(ZipArchiveEntry entry, ref long total)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            total += read;
            bytes.Write(buffer, 0, read);
            if (bytes.Length > TemplateSetReader.MaxFileBytes)
            {
                return null;
            }
        }

        try
        {
            return Strict.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Shown(string path) => string.Concat(path.Take(120).Select(character => char.IsControl(character) ? '?' : character));

    private static Finding Wrong(string rule, string message, Place place) => new(Severity.Fatal, rule, message, [place]);

    private static Result<SetFolder> Refused(string name, string message) => new(null, [Wrong("SET-11", message, new Place(name))]);
}

/// <summary>The own files of one set.</summary>
/// <param name="Key">The set.</param>
/// <param name="Files">Text by path.</param>
public sealed record SetFolder(string Key, IReadOnlyDictionary<string, string> Files);
