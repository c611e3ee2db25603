using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace FinalAccounts.Rendering.Excel;

/// <summary>The cell formats of a workbook: every combination of look, number format and alignment that is used, each once.</summary>
internal sealed class CellFormats
{
    private const uint FirstOwnNumberFormat = 164;

    private static readonly SheetStyle[] Styles = Enum.GetValues<SheetStyle>();

    private readonly Dictionary<(SheetStyle Style, string? Format, CellAlign? Align), uint> index = [];
    private readonly List<CellFormat> formats = [new CellFormat()];
    private readonly List<string> numberFormats = [];

    /// <summary>The index of the format of a cell.</summary>
    public uint IndexOf(SheetCell cell)
    {
        var key = (cell.Style, cell.Format ?? (cell.Date is null ? null : "yyyy-mm-dd"), cell.Align);
        if (!index.TryGetValue(key, out var number))
        {
            number = (uint)formats.Count;
            index.Add(key, number);
            formats.Add(Format(key));
        }

        return number;
    }

    /// <summary>Writes the part.</summary>
    public void Write(WorkbookStylesPart part)
    {
        var sheet = new Stylesheet();
        if (numberFormats.Count > 0)
        {
            sheet.Append(new NumberingFormats(numberFormats.Select((format, i) =>
                new NumberingFormat { NumberFormatId = FirstOwnNumberFormat + (uint)i, FormatCode = format }))
            { Count = (uint)numberFormats.Count });
        }

        sheet.Append(
            new Fonts([FontOf(SheetStyle.Plain), .. Styles.Select(FontOf)]),
            new Fills([new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), .. Styles.Select(FillOf)]),
            new Borders(new Border(), Frame()),
            new CellStyleFormats(new CellFormat()),
            new DocumentFormat.OpenXml.Spreadsheet.CellFormats(formats.Select(format => (CellFormat)format.CloneNode(true))),
            new CellStyles(new CellStyle { Name = "常规", FormatId = 0, BuiltinId = 0 }));
        part.Stylesheet = sheet;
    }

    private CellFormat Format((SheetStyle Style, string? Format, CellAlign? Align) key)
    {
        var style = Array.IndexOf(Styles, key.Style);
        return new CellFormat(Alignment(key.Style, key.Align))
        {
            NumberFormatId = NumberFormat(key.Format),
            FontId = (uint)style + 1,
            FillId = (uint)style + 2,
            BorderId = key.Style is SheetStyle.Title or SheetStyle.Plain or SheetStyle.Hint ? 0u : 1u,
            FormatId = 0,
            ApplyNumberFormat = key.Format is not null,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
        };
    }

    private uint NumberFormat(string? format)
    {
        switch (format)
        {
            case null: return 0;
            case "0": return 1;
            case "0.00": return 2;
            case "#,##0": return 3;
            case "#,##0.00": return 4;
            case "0%": return 9;
            case "0.00%": return 10;
            case "@": return 49;
        }

        var at = numberFormats.IndexOf(format);
        if (at < 0)
        {
            at = numberFormats.Count;
            numberFormats.Add(format);
        }

        return FirstOwnNumberFormat + (uint)at;
    }

    private static Alignment Alignment(SheetStyle style, CellAlign? align)
    {
        var alignment = new Alignment
        {
            Vertical = style is SheetStyle.Input ? VerticalAlignmentValues.Top : VerticalAlignmentValues.Center,
            // A title at the left stands over a few columns alone.
            WrapText = style is not SheetStyle.Title || align == CellAlign.Left,
        };
        var horizontal = align ?? (style is SheetStyle.Title or SheetStyle.Header ? CellAlign.Center : null);
        if (horizontal is not null)
        {
            alignment.Horizontal = horizontal switch
            {
                CellAlign.Left => HorizontalAlignmentValues.Left,
                CellAlign.Center => HorizontalAlignmentValues.Center,
                _ => HorizontalAlignmentValues.Right,
            };
        }

        return alignment;
    }

    private static Font FontOf(SheetStyle style)
    {
        var font = new Font();
        if (style is SheetStyle.Title or SheetStyle.Header or SheetStyle.Total)
        {
            font.Append(new Bold());
        }

        font.Append(new FontSize { Val = style is SheetStyle.Title ? 16 : style is SheetStyle.Hint ? 9 : 10 });
        if (style is SheetStyle.Hint)
        {
            font.Append(new Color { Rgb = "FF7F7F7F" });
        }

        font.Append(new FontName { Val = "宋体" }, new FontFamilyNumbering { Val = 3 }, new FontCharSet { Val = 134 });
        return font;
    }

    private static Fill FillOf(SheetStyle style)
    {
        var ground = style switch
        {
            SheetStyle.Header => "FFF2F2F2",
            SheetStyle.Input => "FFFFFBE8",
            _ => null,
        };
        return new Fill(ground is null
            ? new PatternFill { PatternType = PatternValues.None }
            : new PatternFill(new ForegroundColor { Rgb = ground }) { PatternType = PatternValues.Solid });
    }

    private static Border Frame() => new(
        new LeftBorder(Black()) { Style = BorderStyleValues.Thin },
        new RightBorder(Black()) { Style = BorderStyleValues.Thin },
        new TopBorder(Black()) { Style = BorderStyleValues.Thin },
        new BottomBorder(Black()) { Style = BorderStyleValues.Thin },
        new DiagonalBorder());

    private static Color Black() => new() { Rgb = "FF000000" };
}
