using System.Buffers;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Sheet = FinalAccounts.Documents.Sheet;
using Workbook = FinalAccounts.Documents.Workbook;

namespace FinalAccounts.Rendering.Excel;

/// <summary>Writes a workbook as xlsx: styles, spans, drop-downs, page setup; the same workbook gives the same bytes.</summary>
public static class WorkbookWriter
{
    private const int LongestName = 31;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(@"[]:*?/\");

    /// <summary>The file's bytes.</summary>
    public static byte[] Bytes(Workbook workbook, CancellationToken cancellation = default)
    {
        using var output = new MemoryStream();
        Write(workbook, output, cancellation);
        return output.ToArray();
    }

    /// <summary>Writes the workbook to the stream, which is left open.</summary>
    public static void Write(Workbook workbook, Stream output, CancellationToken cancellation = default)
    {
        CheckNames(workbook);
        using var package = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var part = file.AddWorkbookPart();
            file.ChangeIdOfPart(part, "rIdWorkbook");
            WriteSheets(workbook, part, cancellation);
            WriteProperties(workbook, file.AddNewPart<CoreFilePropertiesPart>(
                "application/vnd.openxmlformats-package.core-properties+xml", "rIdCore"));
        }

        DeterministicPackage.Write(package, output);
    }

    private static void WriteSheets(Workbook workbook, WorkbookPart part, CancellationToken cancellation)
    {
        var strings = new SharedStrings();
        var formats = new CellFormats();
        var dropDowns = new DropDowns(workbook);
        var sheets = new Sheets();
        foreach (var sheet in workbook.Sheets)
        {
            WriteSheet(sheet, hidden: false);
        }

        if (dropDowns.Any)
        {
            WriteSheet(dropDowns.Sheet, hidden: true);
        }

        strings.Write(part.AddNewPart<SharedStringTablePart>("rIdStrings"));
        formats.Write(part.AddNewPart<WorkbookStylesPart>("rIdStyles"));
        part.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new BookViews(new WorkbookView()), sheets);
        if (SheetNames.Of(workbook) is { HasChildren: true } names)
        {
            part.Workbook.Append(names);
        }

        void WriteSheet(Sheet sheet, bool hidden)
        {
            var number = (uint)sheets.ChildElements.Count + 1;
            var id = $"rIdSheet{number}";
            new SheetPartWriter(sheet, strings, formats, dropDowns, cancellation)
                .Write(part.AddNewPart<WorksheetPart>(id), selected: number == 1);
            sheets.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet
            {
                Name = sheet.Name,
                SheetId = number,
                Id = id,
                State = hidden ? SheetStateValues.Hidden : null,
            });
        }
    }

    private static void WriteProperties(Workbook workbook, CoreFilePropertiesPart part)
    {
        const string dcterms = "http://purl.org/dc/terms/";
        const string xsi = "http://www.w3.org/2001/XMLSchema-instance";
        using var stream = part.GetStream(FileMode.Create);
        using var writer = XmlWriter.Create(stream);
        writer.WriteStartElement("cp", "coreProperties", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
        writer.WriteElementString("dc", "title", "http://purl.org/dc/elements/1.1/", workbook.Title);
        foreach (var name in (string[])["created", "modified"])
        {
            writer.WriteStartElement("dcterms", name, dcterms);
            writer.WriteAttributeString("xsi", "type", xsi, "dcterms:W3CDTF");
            writer.WriteString(workbook.Created.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ"));
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void CheckNames(Workbook workbook)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in workbook.Sheets.Select(sheet => sheet.Name))
        {
            if (name.Length is 0 or > LongestName || name.AsSpan().ContainsAny(Forbidden) || name[0] == '\'' || name[^1] == '\'')
            {
                throw new RenderingException($"“{name}”不能用作工作表名称：须有1至{LongestName}个字符，不含 [ ] : * ? / \\，首尾不是单引号。");
            }

            if (!seen.Add(name))
            {
                throw new RenderingException($"有两张工作表都叫“{name}”，请改其中一个名称。");
            }
        }
    }
}
