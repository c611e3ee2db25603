using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word;

/// <summary>The two kinds of list, and a numbering for every ordered list so that each counts from 1.</summary>
internal static class WordNumbering
{
    public const int BulletId = 1;

    private const int BulletKind = 0;
    private const int OrderedKind = 1;

    public static int OrderedId(int list) => BulletId + list;

    public static void Write(MainDocumentPart part, int orderedLists)
    {
        var numbering = new W.Numbering(
            Kind(BulletKind, W.NumberFormatValues.Bullet, "•"), Kind(OrderedKind, W.NumberFormatValues.Decimal, "%1."),
            Instance(BulletId, BulletKind));
        for (var list = 1; list <= orderedLists; list++)
        {
            var instance = Instance(OrderedId(list), OrderedKind);
            instance.AppendChild(new W.LevelOverride(new W.StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 });
            numbering.AppendChild(instance);
        }

        part.AddNewPart<NumberingDefinitionsPart>(WordPartIds.Numbering).Numbering = numbering;
    }

    private static W.AbstractNum Kind(int id, W.NumberFormatValues format, string text) => new(
        new W.MultiLevelType { Val = W.MultiLevelValues.SingleLevel },
        new W.Level(
            new W.StartNumberingValue { Val = 1 },
            new W.NumberingFormat { Val = format },
            new W.LevelText { Val = text },
            new W.LevelJustification { Val = W.LevelJustificationValues.Left },
            // As the HTML: the text three characters in, the marker before it.
            new W.PreviousParagraphProperties(new W.Indentation { Left = "960", Hanging = "320" }))
        { LevelIndex = 0 })
    { AbstractNumberId = id };

    private static W.NumberingInstance Instance(int id, int kind) => new(new W.AbstractNumId { Val = kind }) { NumberID = id };
}
