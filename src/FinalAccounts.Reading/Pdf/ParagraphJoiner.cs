namespace FinalAccounts.Reading.Pdf;

/// <summary>Joins rows to paragraphs, over lines and pages, and tells headings and captions from running text.</summary>
internal sealed class ParagraphJoiner
{
    private const double SameSize = 0.12;
    private const int ShortText = 14;
    private readonly List<PublishedPart> parts = [];
    private readonly List<(int Page, TextRow Row)> open = [];
    private readonly double body;

    /// <summary>Takes the size of running text, which tells titles from it.</summary>
    public ParagraphJoiner(double bodySize) => body = bodySize;

    public List<PublishedPart> Parts
    {
        get
        {
            Close();
            return parts;
        }
    }

    /// <summary>A row of text; <paramref name="left"/> and <paramref name="right"/> are the edges of running text on its page.</summary>
    public void Add(int page, TextRow row, double left, double right)
    {
        if (open.Count > 0 && !Joins(page, row, left, right))
        {
            Close();
        }

        open.Add((page, row));
    }

    /// <summary>A table, before which all paragraphs end.</summary>
    public void Add(PublishedGrid grid)
    {
        Close();
        parts.Add(grid);
    }

    private bool Joins(int page, TextRow row, double left, double right)
    {
        var (lastPage, last) = open[^1];
        if (row.Pieces.Count > 1 || last.Pieces.Count > 1 || Math.Abs(row.Size - last.Size) > SameSize * last.Size || HeadingPattern.IsContentsEntry(last.Text))
        {
            return false;
        }

        if (page == lastPage && row.Box.Top - last.Box.Bottom > 1.9 * row.Size)
        {
            return false;
        }

        // A long title stands centred on several lines.
        var middle = (left + right) / 2;
        if (page == lastPage && IsCentred(last, middle, left) && IsCentred(row, middle, left) && !HeadingPattern.Opens(row.Text) && !(row.Text[0] is '（' or '(' && row.Text[^1] is '）' or ')'))
        {
            return true;
        }

        // A number does not break: it goes to the next line whole and leaves room before it.
        var isFull = last.Box.Right >= right - (2.3 * row.Size) - Unbroken(row);
        var isIndented = row.Box.Left > left + (1.2 * row.Size);
        return isFull && !isIndented && !(HeadingPattern.Opens(row.Text) && (last.Text[^1] is '。' or '；' or '：' || HeadingPattern.Level(Text()) > 0));
    }

    private static double Unbroken(TextRow row)
    {
        var signs = 0;
        while (signs < row.Text.Length && (char.IsAsciiLetterOrDigit(row.Text[signs]) || row.Text[signs] is '.' or ',' or '%' or '-' or '–' or '~' or '/' or '≥' or '≤'))
        {
            signs++;
        }

        return signs < 3 ? 0 : (signs + 3) * 0.5 * row.Size;
    }

    private bool IsCentred(TextRow row, double middle, double left) =>
        Math.Abs(((row.Box.Left + row.Box.Right) / 2) - middle) < row.Size && (row.Box.Left > left + (2.5 * row.Size) || row.Size > body * 1.15) && !row.Text.Contains('。');

    private string Text() => open.Select(one => one.Row.Text).Aggregate(TextFolding.Join);

    private void Close()
    {
        if (open.Count == 0)
        {
            return;
        }

        var text = Text();
        var (page, first) = open[0];
        var level = first.Pieces.Count > 1 ? 0 : HeadingPattern.Level(text);
        if (level == 0 && first.Pieces.Count == 1 && first.Size > body * 1.15 && text.Length <= 60 && text[^1] is not ('。' or '；'))
        {
            level = 2;
        }

        // Short pieces without an end are labels: of charts, of forms, of captions.
        var isLabel = first.Pieces.Count > 1 || !text.Any(c => c is >= '\u4e00' and <= '\u9fff') || (text.Length <= ShortText && text[^1] is not ('。' or '；' or '：' or '，' or '！') && !HeadingPattern.Opens(text));
        parts.Add(new PublishedLine(text, level > 0 ? LineKind.Heading : isLabel ? LineKind.Caption : LineKind.Paragraph, level, page, first.Box)
        {
            Further = [.. open.Skip(1).Select(one => new PlacedBox(one.Page, one.Row.Box))],
        });
        open.Clear();
    }
}
