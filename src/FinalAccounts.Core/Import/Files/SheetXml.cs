using System.Xml;

namespace FinalAccounts.Import.Files;

/// <summary>How XML of foreign files is read: no document types, no entities from outside, no more than <see cref="ImportLimits"/> allows.</summary>
internal static class SheetXml
{
    private const int Depth = 64;

    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = ImportLimits.ArchiveBytes,
    };

    /// <summary>The reader at every start tag, in order. Throws <see cref="SheetException"/> for nesting that no workbook has.</summary>
    public static IEnumerable<XmlReader> Elements(Stream stream)
    {
        using var reader = XmlReader.Create(stream, Safe);
        while (reader.Read())
        {
            if (reader.Depth > Depth)
            {
                throw new SheetException("XML 的嵌套太深");
            }

            if (reader.NodeType == XmlNodeType.Element)
            {
                yield return reader;
            }
        }
    }

    /// <summary>An attribute by its local name, whatever prefix the writer chose.</summary>
    public static string? Attribute(XmlReader reader, string name)
    {
        string? found = null;
        while (found is null && reader.MoveToNextAttribute())
        {
            found = reader.LocalName == name ? reader.Value : null;
        }

        reader.MoveToElement();
        return found;
    }
}
