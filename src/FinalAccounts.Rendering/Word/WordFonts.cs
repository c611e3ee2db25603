using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word;

/// <summary>The font table: the first of each preference list is what the styles name, the others are its stand-ins.</summary>
internal static class WordFonts
{
    public static void Write(MainDocumentPart part, ThemeFonts fonts)
    {
        var table = new W.Fonts();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var names in new[] { fonts.Latin, fonts.Body, fonts.Title, fonts.Heading1, fonts.Heading2, fonts.Table, fonts.Symbols })
        {
            if (!seen.Add(names[0]))
            {
                continue;
            }

            var font = new W.Font { Name = WordText.Checked(names[0]) };
            if (names.Count > 1)
            {
                font.AltName = new W.AltName { Val = WordText.Checked(string.Join(',', names.Skip(1))) };
            }

            table.AppendChild(font);
        }

        part.AddNewPart<FontTablePart>(WordPartIds.Fonts).Fonts = table;
    }
}
