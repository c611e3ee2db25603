namespace FinalAccounts.Rendering.Word;

/// <summary>Makes a Word file (docx, Office Open XML transitional) of a document. Equal input gives equal bytes.</summary>
public static class WordRenderer
{
    /// <summary>Writes the file to the stream, which is left open.</summary>
    /// <param name="pages">The pages of the headings, for the table of contents; null to let Word fill them in when it opens the file.</param>
    /// <exception cref="RenderingException">A text holds a character that no Word file can hold.</exception>
    public static void Render(Document document, Theme theme, PageMap? pages, Stream output)
    {
        WordPackage.Write(output, document, theme, pages);
    }
}
