using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;
using D = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using S = DocumentFormat.OpenXml.Office2010.Word.DrawingShape;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word;

/// <summary>The page number of a landscape page, where it stands on the bound sheet: a text box at the left edge whose text runs downward.</summary>
internal static class SideNumber
{
    // In mm: room for four digits, and the sheet's short edge.
    private const double Length = 40;
    private const double SheetHeight = 210;
    private const double MillimetresPerPoint = 25.4 / 72;

    // Beyond those of the charts: no two drawings of a file share a number.
    private const uint OddId = 100_001;

    public static W.Footer Footer(Theme theme, bool odd)
    {
        var size = theme.PageNumberSize * MillimetresPerPoint;
        var depth = WordStyles.FooterPitch * MillimetresPerPoint;
        var top = odd ? SheetHeight - theme.Margins.Right - size - Length : theme.Margins.Left + size;
        var box = new S.WordprocessingShape(
            new S.NonVisualDrawingShapeProperties { TextBox = true },
            new S.ShapeProperties(
                new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = Measure.EmuOfMillimetres(depth), Cy = Measure.EmuOfMillimetres(Length) }),
                new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }, new A.NoFill(), new A.Outline(new A.NoFill())),
            new S.TextBoxInfo2(new W.TextBoxContent(Number(odd))),
            new S.TextBodyProperties
            {
                Vertical = A.TextVerticalValues.Vertical, LeftInset = 0, TopInset = 0, RightInset = 0, BottomInset = 0, Wrap = A.TextWrappingValues.Square, Anchor = A.TextAnchoringTypeValues.Top,
            });
        var anchor = new D.Anchor(
            new D.SimplePosition { X = 0, Y = 0 },
            new D.HorizontalPosition(new D.PositionOffset(Emu(theme.PageNumberHeight - depth))) { RelativeFrom = D.HorizontalRelativePositionValues.Page },
            new D.VerticalPosition(new D.PositionOffset(Emu(top))) { RelativeFrom = D.VerticalRelativePositionValues.Page },
            new D.Extent { Cx = Measure.EmuOfMillimetres(depth), Cy = Measure.EmuOfMillimetres(Length) },
            new D.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new D.WrapNone(),
            new D.DocProperties { Id = odd ? OddId : OddId + 1, Name = "页码", Description = "页码" },
            new D.NonVisualGraphicFrameDrawingProperties(),
            new A.Graphic(new A.GraphicData(box) { Uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape" }))
        {
            DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0, SimplePos = false, RelativeHeight = 1, BehindDoc = false, Locked = false, LayoutInCell = true, AllowOverlap = true,
        };
        var footer = new W.Footer(WordParagraph.Of(WordStyleIds.Footer, [new W.Run(new AlternateContent(new AlternateContentChoice(new W.Drawing(anchor)) { Requires = "wps" }))]));
        footer.AddNamespaceDeclaration("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006");
        footer.AddNamespaceDeclaration("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape");
        return footer;
    }

    private static W.Paragraph Number(bool odd)
    {
        var number = WordHeadersFooters.Number();
        number.ParagraphProperties!.Justification = new W.Justification { Val = odd ? W.JustificationValues.Right : W.JustificationValues.Left };
        return number;
    }

    private static string Emu(double millimetres) => Measure.Invariant((int)Measure.EmuOfMillimetres(millimetres));
}
