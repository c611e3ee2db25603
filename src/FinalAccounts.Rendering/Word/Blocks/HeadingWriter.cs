using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word.Blocks;

/// <summary>
/// A heading with its outline level and bookmark. The contents list levels 1 and 2 of Word's own heading styles;
/// a heading that they would list wrongly has a style of its own, and a hidden TC entry where the contents want it.
/// </summary>
internal static class HeadingWriter
{
    public static IEnumerable<OpenXmlElement> Write(Heading heading, WordContext context)
    {
        var listed = ListedByStyle(heading);
        var paragraph = WordParagraph.Of(Style(heading, listed), context.Bookmarked(heading, WordInlines.Write(heading.Inlines)));
        if (CentredHeadings.Size(heading.Style, context.Theme) is { } size && !heading.Inlines.Any(inline => inline is LineBreak))
        {
            var lines = TitleLines.Of(WordInlines.PlainText(heading.Inlines), size, context.Setup, context.Theme);
            BalancedTitle.Apply(paragraph, lines, context.Page.TextWidth, size);
        }

        if (!listed)
        {
            paragraph.ParagraphProperties!.OutlineLevel = new W.OutlineLevel { Val = Math.Clamp(heading.Level, 1, 9) - 1 };
        }

        if (heading.InContents && !(listed && heading.Level <= ListedLevels))
        {
            foreach (var element in WordField.ContentsEntry(ContentsText(heading), heading.Level))
            {
                paragraph.AppendChild(element);
            }
        }

        yield return paragraph;
    }

    /// <summary>The levels that the contents take from the heading styles.</summary>
    public const int ListedLevels = 2;

    /// <summary>The heading's wording in the contents, on one line.</summary>
    public static string ContentsText(Heading heading) => heading.ContentsText ?? WordInlines.PlainText(heading.Inlines);

    // Whether one of Word's own heading styles serves: right look, and right in the contents.
    private static bool ListedByStyle(Heading heading)
    {
        var looks = heading.Style == HeadingStyle.Part ? heading.Level == 1 : heading.Style == HeadingStyle.Text && heading.Level is >= 2 and <= WordStyleIds.Levels;
        return looks && (heading.Level > ListedLevels || (heading.InContents && heading.ContentsText is null));
    }

    private static string Style(Heading heading, bool listed) => heading.Style switch
    {
        _ when listed => WordStyleIds.Heading(heading.Level),
        HeadingStyle.Part => WordStyleIds.PartTitle,
        HeadingStyle.TableTitle => WordStyleIds.TableTitle,
        HeadingStyle.Text => WordStyleIds.UnlistedHeading(heading.Level),
        _ => throw new NotSupportedException($"Word has no heading style {heading.Style}."),
    };
}
