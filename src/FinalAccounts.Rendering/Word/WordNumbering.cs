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
            Kind(BulletKind, W.NumberFormatValues.Bullet, "•", "–"), Kind(OrderedKind, W.NumberFormatValues.Decimal, "%1.", "%2."),
            Instance(BulletId, BulletKind));
        for (var list = 1; list <= orderedLists; list++)
        {
            var instance = Instance(OrderedId(list), OrderedKind);
            instance.AppendChild(new W.LevelOverride(new W.StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 });
            numbering.AppendChild(instance);
        }

        part.AddNewPart<NumberingDefinitionsPart>(WordPartIds.Numbering).Numbering = numbering;
    }

    private static W.AbstractNum Kind(int id, W.NumberFormatValues format, string text, string below) => new(
        new W.MultiLevelType { Val = W.MultiLevelValues.HybridMultilevel },
        Level(0, format, text),
        Level(1, format, below))
    { AbstractNumberId = id };

    private static W.Level Level(int depth, W.NumberFormatValues format, string text) => new(
        new W.StartNumberingValue { Val = 1 },
        new W.NumberingFormat { Val = format },
        new W.LevelText { Val = text },
        new W.LevelJustification { Val = W.LevelJustificationValues.Left },
        // As the HTML: the text three characters in, each level one further, the marker before it.
        new W.PreviousParagraphProperties(new W.Indentation { Left = Measure.Invariant(960 + (320 * depth)), Hanging = "320" }))
    { LevelIndex = depth };

    private static W.NumberingInstance Instance(int id, int kind) => new(new W.AbstractNumId { Val = kind }) { NumberID = id };
}
