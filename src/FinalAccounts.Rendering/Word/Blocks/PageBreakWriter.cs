using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word.Blocks;

/// <summary>The end of a page, in a line almost without height. <see cref="BodyWriter"/> lets the next paragraph begin the page instead where there is one.</summary>
internal static class PageBreakWriter
{
    public static IEnumerable<OpenXmlElement> Write() =>
        [WordParagraph.Of(WordStyleIds.Divider, [new W.Run(new W.Break { Type = W.BreakValues.Page })])];
}
