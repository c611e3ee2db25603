using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word.Blocks;

/// <summary>A list with Word's own bullets or numbers.</summary>
internal static class ListWriter
{
    public static IEnumerable<OpenXmlElement> Write(ListBlock list, WordContext context)
    {
        var number = list.Ordered ? WordNumbering.OrderedId(context.NextOrderedList()) : WordNumbering.BulletId;
        foreach (var item in list.Items)
        {
            var paragraph = WordParagraph.Of(WordStyleIds.ListItem, WordInlines.Write(item));
            paragraph.ParagraphProperties!.NumberingProperties = new W.NumberingProperties(
                new W.NumberingLevelReference { Val = 0 }, new W.NumberingId { Val = number });
            yield return paragraph;
        }
    }
}
