using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word;

/// <summary>The document's settings: different odd and even pages, no compression of punctuation, the layout rules of current Word.</summary>
internal static class WordSettings
{
    private const string Layout = "http://schemas.microsoft.com/office/word";

    public static void Write(MainDocumentPart part, Document document, PageMap? pages)
    {
        var settings = new W.Settings(
            new W.DefaultTabStop { Val = 420 },
            new W.EvenAndOddHeaders(),
            new W.CharacterSpacingControl { Val = W.CharacterSpacingValues.DoNotCompress });
        if (pages is null)
        {
            // The contents have no page numbers yet; Word fills them in, after asking.
            settings.AppendChild(new W.UpdateFieldsOnOpen());
        }

        settings.Append(
            new W.Compatibility(
                // A justified line before a forced line end is not stretched.
                new W.DoNotExpandShiftReturn(),
                Rule(W.CompatSettingNameValues.CompatibilityMode, "15"),
                Rule(W.CompatSettingNameValues.OverrideTableStyleFontSizeAndJustification, "1"),
                Rule(W.CompatSettingNameValues.EnableOpenTypeFeatures, "1"),
                Rule(W.CompatSettingNameValues.DoNotFlipMirrorIndents, "1"),
                Rule(W.CompatSettingNameValues.DifferentiateMultirowTableHeaders, "1")),
            new W.ThemeFontLanguages { Val = "en-US", EastAsia = document.Metadata.Language },
            new W.DecimalSymbol { Val = "." },
            new W.ListSeparator { Val = "," });
        part.AddNewPart<DocumentSettingsPart>(WordPartIds.Settings).Settings = settings;
    }

    private static W.CompatibilitySetting Rule(W.CompatSettingNameValues name, string value) =>
        new() { Name = new EnumValue<W.CompatSettingNameValues>(name), Uri = Layout, Val = value };
}
