using System.IO.Compression;
using System.Xml;

namespace FinalAccounts.Import.Files;

/// <summary>The parts of an Open XML or OpenDocument workbook by name, as OPC names them: in any case of letters, whichever slashes a program wrote, with or without ./ in front.</summary>
internal sealed class XlsxPackage : IDisposable
{
    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);

    public XlsxPackage(ReadOnlyMemory<byte> content)
    {
        archive = new ZipArchive(new MemoryStream(content.ToArray(), writable: false));
        foreach (var entry in archive.Entries)
        {
            parts.TryAdd(PartName(entry.FullName), entry);
        }
    }

    /// <summary>A part's name without what writers do differently.</summary>
    public static string PartName(string name)
    {
        var parts = new List<string>();
        foreach (var part in name.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ".."))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    public void Dispose() => archive.Dispose();

    /// <summary>The content of a part; null when there is no such part.</summary>
    public Stream? Open(string? part) => part is not null && parts.TryGetValue(part, out var entry) ? entry.Open() : null;

    /// <summary>The reader at every start tag of a part, in order; nothing when there is no such part.</summary>
    public IEnumerable<XmlReader> Elements(string? part)
    {
        if (Open(part) is not { } stream)
        {
            yield break;
        }

        using (stream)
        {
            foreach (var reader in SheetXml.Elements(stream))
            {
                yield return reader;
            }
        }
    }

    /// <summary>What a part refers to: identifier, kind (the last word of its type, the same in strict files) and the part's name.</summary>
    public IReadOnlyList<(string Id, string Kind, string Target)> Relations(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var found = new List<(string Id, string Kind, string Target)>();
        foreach (var reader in Elements($"{folder}_rels/{part[folder.Length..]}.rels"))
        {
            if (reader.LocalName == "Relationship" && reader.GetAttribute("Target") is { } target && reader.GetAttribute("TargetMode") != "External")
            {
                var type = reader.GetAttribute("Type") ?? "";
                var rooted = target.StartsWith('/') || target.StartsWith('\\');
                found.Add((reader.GetAttribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], PartName(rooted ? target : folder + target)));
            }
        }

        return found;
    }

    /// <summary>Whether an attribute says yes: both spellings of truth are in use.</summary>
    public static bool Says(XmlReader reader, string attribute) => reader.GetAttribute(attribute) is "1" or "true" or "on";
}
