using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace FinalAccounts.Import.Files;

/// <summary>Error cells and formulas without a result of an .xlsx workbook, read from its sheets' XML.</summary>
internal static class XlsxErrors
{
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public static SheetErrors Read(ReadOnlyMemory<byte> content)
    {
        var errors = new SheetErrors();
        using var archive = new ZipArchive(new MemoryStream(content.ToArray(), writable: false));
        foreach (var (name, path) in Sheets(archive))
        {
            if (archive.GetEntry(path) is { } entry)
            {
                using var reader = XmlReader.Create(entry.Open(), Safe);
                Scan(reader, name, errors);
            }
        }

        return errors;
    }

    private static IEnumerable<(string Name, string Path)> Sheets(ZipArchive archive)
    {
        var workbookPath = Relations(archive, "", "_rels/.rels")
            .Where(relation => relation.Type.EndsWith("/officeDocument", StringComparison.Ordinal))
            .Select(relation => relation.Target)
            .FirstOrDefault("xl/workbook.xml");
        var folder = workbookPath[..(workbookPath.LastIndexOf('/') + 1)];
        var relations = Relations(archive, folder, $"{folder}_rels/{workbookPath[folder.Length..]}.rels")
            .GroupBy(relation => relation.Id).ToDictionary(group => group.Key, group => group.First().Target);
        foreach (var sheet in Load(archive, workbookPath)?.Descendants().Where(e => e.Name.LocalName == "sheet") ?? [])
        {
            var id = sheet.Attributes().FirstOrDefault(a => a.Name.LocalName == "id")?.Value;
            if (sheet.Attribute("name")?.Value is { } name && id is not null && relations.TryGetValue(id, out var path))
            {
                yield return (name, path);
            }
        }
    }

    private static IEnumerable<(string Id, string Type, string Target)> Relations(ZipArchive archive, string folder, string path) =>
        from relation in Load(archive, path)?.Root?.Elements() ?? []
        let target = relation.Attribute("Target")?.Value
        where target is not null && relation.Attribute("TargetMode")?.Value != "External"
        select (
            relation.Attribute("Id")?.Value ?? "",
            relation.Attribute("Type")?.Value ?? "",
            target.StartsWith('/') ? target[1..] : folder + target);

    private static XDocument? Load(ZipArchive archive, string path)
    {
        if (archive.GetEntry(path) is not { } entry)
        {
            return null;
        }

        using var reader = XmlReader.Create(entry.Open(), Safe);
        return XDocument.Load(reader);
    }

    private static void Scan(XmlReader reader, string sheet, SheetErrors errors)
    {
        int row = -1, column = -1;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "row")
            {
                row = int.TryParse(reader.GetAttribute("r"), out var number) ? number - 1 : row + 1;
                column = -1;
            }
            else if (reader.LocalName == "c")
            {
                column = CellAddress.Column(reader.GetAttribute("r")) ?? column + 1;
                if (Error(reader) is { } error)
                {
                    errors.Add(sheet, row, column, error);
                }
            }
        }
    }

    private static string? Error(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return null;
        }

        var type = reader.GetAttribute("t");
        var depth = reader.Depth;
        var formula = false;
        var value = "";
        while (reader.Read() && reader.Depth > depth)
        {
            formula |= reader.NodeType == XmlNodeType.Element && reader.LocalName == "f";
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "v" or "is")
            {
                var text = reader.Depth;
                while (!reader.IsEmptyElement && reader.Read() && reader.Depth > text)
                {
                    value += reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace ? reader.Value : "";
                }
            }
        }

        return type == "e" ? (value.Length > 0 ? value : "#ERROR!")
            : formula && value.Length == 0 && type is not ("str" or "inlineStr") ? SheetErrors.NotCalculated
            : null;
    }
}
