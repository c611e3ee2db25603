using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace FinalAccounts.Rendering.Word;

/// <summary>What the file says of itself: title, unit, time, language.</summary>
internal static class WordProperties
{
    private const string CoreContentType = "application/vnd.openxmlformats-package.core-properties+xml";
    private const string CoreNamespace = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string Elements = "http://purl.org/dc/elements/1.1/";
    private const string Terms = "http://purl.org/dc/terms/";
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    public static void Write(WordprocessingDocument file, DocumentMetadata metadata)
    {
        // The package's own property object would name its part after a GUID.
        WriteCore(file.AddNewPart<CoreFilePropertiesPart>(CoreContentType, WordPartIds.Core), metadata);
        file.AddNewPart<ExtendedFilePropertiesPart>(
            "application/vnd.openxmlformats-officedocument.extended-properties+xml", WordPartIds.Application).Properties =
            new DocumentFormat.OpenXml.ExtendedProperties.Properties(
                new DocumentFormat.OpenXml.ExtendedProperties.Application("FinalAccounts"),
                new DocumentFormat.OpenXml.ExtendedProperties.Company(WordText.Checked(metadata.Unit)));
    }

    private static void WriteCore(CoreFilePropertiesPart part, DocumentMetadata metadata)
    {
        using var stream = part.GetStream(FileMode.Create);
        using var writer = XmlWriter.Create(stream);
        writer.WriteStartElement("cp", "coreProperties", CoreNamespace);
        writer.WriteElementString("dc", "title", Elements, WordText.Checked(metadata.Title));
        writer.WriteElementString("dc", "creator", Elements, WordText.Checked(metadata.Unit));
        writer.WriteElementString("dc", "language", Elements, WordText.Checked(metadata.Language));
        WriteTime(writer, "created", metadata.Created);
        WriteTime(writer, "modified", metadata.Created);
        writer.WriteEndElement();
    }

    private static void WriteTime(XmlWriter writer, string name, DateTimeOffset time)
    {
        writer.WriteStartElement("dcterms", name, Terms);
        writer.WriteAttributeString("xsi", "type", Instance, "dcterms:W3CDTF");
        writer.WriteString(time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ"));
        writer.WriteEndElement();
    }
}
