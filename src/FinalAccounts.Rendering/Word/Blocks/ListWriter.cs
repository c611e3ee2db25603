using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word.Blocks;

/// <summary>A list with Word's own bullets or numbers.</summary>
internal static class ListWriter
{
    public static IEnumerable<OpenXmlElement> Write(ListBlock list, WordContext context)
    {
        var number = list.Ordered ? WordNumbering.OrderedId(context.NextOrderedList()) : WordNumbering.BulletId;
        foreach (var (index, item) in list.Items.Index())
        {
            var paragraph = WordParagraph.Of(WordStyleIds.ListItem, WordInlines.Write(item));
            paragraph.ParagraphProperties!.NumberingProperties = new W.NumberingProperties(
                new W.NumberingLevelReference { Val = list.DepthOf(index) }, new W.NumberingId { Val = number });
            yield return paragraph;
        }
    }
}
