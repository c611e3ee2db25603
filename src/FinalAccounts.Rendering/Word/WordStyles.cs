using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using FinalAccounts.Rendering.Layout;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word;

/// <summary>
/// The styles. Word's own carry the names by which Word knows them (heading 1, toc 1) and shows in the reader's language
/// (标题 1, 目录 1); ours carry Chinese names. Sizes and pitches are those of the PDF, so that pages break alike.
/// </summary>
internal static class WordStyles
{
    public const double CoverTitleSize = 32;
    public const double CoverTitlePitch = 51.2;
    public const double CoverLinePitch = 20;
    public const double CoverDraftPitch = 28.9;
    public const double HeaderPitch = 15.75;
    public const double FooterPitch = 18;

    // In eighths of a point.
    private const uint Frame = 8;
    private const uint Rule = 4;

    public static void Write(MainDocumentPart part, Document document, Theme theme)
    {
        var styles = new W.Styles(Defaults(document.Metadata, theme), Latent());
        foreach (var style in Paragraphs(document, theme))
        {
            styles.AppendChild(style.Build(theme.Fonts.Latin[0]));
        }

        styles.AppendChild(Box(theme.Fonts));
        styles.AppendChild(Grid());
        part.AddNewPart<StyleDefinitionsPart>(WordPartIds.Styles).Styles = styles;
    }

    // Which of Word's own styles its panes offer: headings, contents and lists; the others stay out of the way until they are used.
    private static W.LatentStyles Latent()
    {
        string[] offered = ["Normal", "heading 1", "heading 2", "heading 3", "heading 4", "toc 1", "toc 2", "toc 3", "toc 4", "caption", "List Paragraph"];
        return new W.LatentStyles(offered.Select(name => new W.LatentStyleExceptionInfo
        {
            Name = name, SemiHidden = false, UnhideWhenUsed = false, PrimaryStyle = true, UiPriority = name.StartsWith("toc", StringComparison.Ordinal) ? 39 : 9,
        }))
        {
            DefaultLockedState = false, DefaultUiPriority = 99, DefaultSemiHidden = true, DefaultUnhideWhenUsed = true, DefaultPrimaryStyle = false, Count = 376,
        };
    }

    private static IEnumerable<WordStyle> Paragraphs(Document document, Theme theme) =>
        [.. Text(theme), .. Headings(theme), .. Contents(document, theme), .. Cover(theme), .. Tables(theme), .. Edges(theme)];

    private static IEnumerable<WordStyle> Text(Theme theme)
    {
        yield return new WordStyle(WordStyleIds.Normal, "Normal")
        {
            Font = theme.Fonts.Body[0], Size = theme.BodySize, Pitch = theme.LinePitch, Squeeze = Measure.Twips(LineSpacing.Squeeze(theme)), Align = W.JustificationValues.Both, Default = true,
        };
        yield return new WordStyle(WordStyleIds.Body, "Normal Indent") { Indented = true, IndentSize = theme.BodySize + LineSpacing.Squeeze(theme) };
        yield return new WordStyle(WordStyleIds.Centered, "居中正文") { Align = W.JustificationValues.Center };
        yield return new WordStyle(WordStyleIds.ListItem, "List Paragraph");
        yield return new WordStyle(WordStyleIds.Picture, "图") { Align = W.JustificationValues.Center, Size = 1, Pitch = 0, Before = 6, KeepNext = true };
        yield return new WordStyle(WordStyleIds.Caption, "caption") { Align = W.JustificationValues.Center, Size = 12, Pitch = 20, After = 6 };
        yield return new WordStyle(WordStyleIds.Divider, "分隔") { Size = 1, Pitch = 1 };
    }

    private static IEnumerable<WordStyle> Headings(Theme theme)
    {
        var part = new WordStyle(WordStyleIds.Heading(1), "heading 1")
        {
            Font = theme.Fonts.Title[0], Size = theme.TitleSize, Pitch = theme.TitleSize * 1.5, After = theme.LinePitch,
            Align = W.JustificationValues.Center, KeepNext = true, OutlineLevel = 1, Next = WordStyleIds.Body,
        };
        yield return part;
        for (var level = 2; level <= WordStyleIds.Levels; level++)
        {
            yield return RunningHeading(theme, WordStyleIds.Heading(level), $"heading {level}", level) with { OutlineLevel = level };
        }

        yield return part with { Id = WordStyleIds.PartTitle, Name = "部分标题", OutlineLevel = null };
        for (var level = 1; level <= WordStyleIds.Levels; level++)
        {
            yield return RunningHeading(theme, WordStyleIds.UnlistedHeading(level), $"文内标题 {level}", level);
        }

        yield return new WordStyle(WordStyleIds.TableTitle, "表题")
        {
            Font = theme.Fonts.Heading1[0], After = 4, Align = W.JustificationValues.Center, KeepNext = true, Next = WordStyleIds.TableFrame,
        };
    }

    // GB/T 9704: 第一层黑体, 第二层楷体, 第三层和第四层仿宋.
    private static WordStyle RunningHeading(Theme theme, string id, string name, int level) => new(id, name)
    {
        Font = level <= 2 ? theme.Fonts.Heading1[0] : level == 3 ? theme.Fonts.Heading2[0] : theme.Fonts.Body[0],
        Indented = true, IndentSize = theme.BodySize + LineSpacing.Squeeze(theme), KeepNext = true, Next = WordStyleIds.Body,
    };

    // As far apart as in the PDF, so that they fill as many pages; what does not fit into a line hangs.
    private static IEnumerable<WordStyle> Contents(Document document, Theme theme)
    {
        const double size = ContentsPitch.Size;
        var page = PageGeometry.Of(document.Sections.FirstOrDefault(section => section.Blocks.Any(block => block is TableOfContents))?.Page ?? new PageSetup(), theme);
        var pitch = ContentsPitch.Of([.. document.Blocks.OfType<Heading>().Where(heading => heading.InContents)], page.TextWidth / Measure.TwipsOfPoint, page.TextHeight / Measure.TwipsOfPoint, theme);
        yield return new WordStyle(WordStyleIds.ContentsTitle, "目录标题")
        {
            Font = theme.Fonts.Title[0], Size = theme.TitleSize, Pitch = theme.TitleSize * 1.5, After = theme.LinePitch, Align = W.JustificationValues.Center,
        };
        for (var level = 1; level <= WordStyleIds.Levels; level++)
        {
            yield return new WordStyle(WordStyleIds.Contents(level), $"toc {level}")
            {
                Font = level == 1 ? theme.Fonts.Heading1[0] : null, Size = size, Pitch = pitch, Left = (level + 1) * size, Hanging = 2 * size,
                LeaderTab = page.TextWidth, Align = W.JustificationValues.Left,
            };
        }
    }

    private static IEnumerable<WordStyle> Cover(Theme theme)
    {
        yield return new WordStyle(WordStyleIds.CoverDraft, "封面草稿标记")
        {
            Font = theme.Fonts.Heading1[0], Size = 14, Pitch = CoverDraftPitch, Align = W.JustificationValues.Center,
        };
        yield return new WordStyle(WordStyleIds.CoverLine, "封面登记行") { Size = 12, Pitch = CoverLinePitch };
        yield return new WordStyle(WordStyleIds.CoverTitle, "封面标题")
        {
            Font = theme.Fonts.Title[0], Size = CoverTitleSize, Pitch = CoverTitlePitch, Align = W.JustificationValues.Center,
        };
        yield return new WordStyle(WordStyleIds.CoverDate, "封面日期") { Align = W.JustificationValues.Center };
    }

    private static IEnumerable<WordStyle> Tables(Theme theme)
    {
        yield return Cell(theme, WordStyleIds.TableText, "表格文字", theme.TableSize);
        yield return Cell(theme, WordStyleIds.FormText, "表单文字", theme.FormSize);
        foreach (var size in TablePages.Sizes(theme.TableSize))
        {
            yield return Cell(theme, WordStyleIds.Sized(WordStyleIds.TableText, size), string.Create(CultureInfo.InvariantCulture, $"表格文字 {size} 磅"), size);
        }

        foreach (var size in TablePages.Sizes(theme.FormSize))
        {
            yield return Cell(theme, WordStyleIds.Sized(WordStyleIds.FormText, size), string.Create(CultureInfo.InvariantCulture, $"表单文字 {size} 磅"), size);
        }

        yield return Cell(theme, WordStyleIds.PlainTableText, "文内表格文字", 10.5);
        yield return Cell(theme, WordStyleIds.TableFrame, "表头行", 10.5) with { Pitch = 15.75, KeepNext = true };
        yield return Cell(theme, WordStyleIds.TableNote, "表注", theme.NoteSize) with { Pitch = theme.NoteSize * 1.3, Before = 2, KeepNext = true };
    }

    private static WordStyle Cell(Theme theme, string id, string name, double size) =>
        new(id, name) { Font = theme.Fonts.Table[0], Size = size, Pitch = size * 1.25, Align = W.JustificationValues.Left };

    private static IEnumerable<WordStyle> Edges(Theme theme)
    {
        yield return new WordStyle(WordStyleIds.Header, "header")
        {
            Font = theme.Fonts.Heading1[0], Size = 10.5, Pitch = HeaderPitch, Align = W.JustificationValues.Center,
        };
        yield return new WordStyle(WordStyleIds.Footer, "footer")
        {
            Font = theme.Fonts.Table[0], Size = theme.PageNumberSize, Pitch = FooterPitch, Align = W.JustificationValues.Left,
        };
    }

    private static W.DocDefaults Defaults(DocumentMetadata metadata, Theme theme) => new(
        new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle(
            new W.RunFonts
            {
                Ascii = theme.Fonts.Latin[0], HighAnsi = theme.Fonts.Latin[0], ComplexScript = theme.Fonts.Latin[0], EastAsia = theme.Fonts.Body[0],
            },
            new W.Languages { Val = "en-US", EastAsia = metadata.Language })),
        new W.ParagraphPropertiesDefault());

    private static W.Style Box(ThemeFonts fonts) => new(
        new W.StyleName { Val = "选择框" },
        new W.StyleRunProperties(new W.RunFonts
        {
            Ascii = fonts.Symbols[0], HighAnsi = fonts.Symbols[0], EastAsia = fonts.Symbols[0], ComplexScript = fonts.Symbols[0],
        }))
    { Type = W.StyleValues.Character, StyleId = WordStyleIds.Box, CustomStyle = true };

    private static W.Style Grid() => new(
        new W.StyleName { Val = "公开表网格" },
        new W.StyleTableProperties(
            new W.TableBorders(
                Line<W.TopBorder>(Frame), Line<W.LeftBorder>(Frame), Line<W.BottomBorder>(Frame), Line<W.RightBorder>(Frame), Line<W.InsideHorizontalBorder>(Rule), Line<W.InsideVerticalBorder>(Rule)),
            new W.TableCellMarginDefault(
                new W.TopMargin { Width = "20", Type = W.TableWidthUnitValues.Dxa },
                new W.TableCellLeftMargin { Width = 60, Type = W.TableWidthValues.Dxa },
                new W.BottomMargin { Width = "20", Type = W.TableWidthUnitValues.Dxa },
                new W.TableCellRightMargin { Width = 60, Type = W.TableWidthValues.Dxa })))
    { Type = W.StyleValues.Table, StyleId = WordStyleIds.Grid, CustomStyle = true };

    private static TBorder Line<TBorder>(uint eighths)
        where TBorder : W.BorderType, new() => new() { Val = W.BorderValues.Single, Size = eighths, Space = 0, Color = "000000" };
}
