using System.Text.RegularExpressions;
using FinalAccounts.Documents;
using FinalAccounts.Reading.Pdf;
using FinalAccounts.Rendering.Foundations;
using FinalAccounts.Tests.Rendering.Html;
using UglyToad.PdfPig;

namespace FinalAccounts.Tests.Rendering.Pdf.Quality;

/// <summary>Measures the pages of a printed document and tells what a publisher would send back.</summary>
internal sealed partial class PageQuality
{
    private const double PointsPerMillimetre = 72 / 25.4;
    private const string NoBegin = "，。、；：？！）》〉】〕〗”’％%·・…";
    private const string NoEnd = "（《〈【〔〖“‘";
    private const double LeastFill = 0.15;
    private const double BodySize = 15;
    private const double LeastSize = 8.9;
    private const int LongestName = 40;

    private readonly Document document;
    private readonly Theme theme;
    private readonly PageMap map;
    private readonly List<MeasuredPage> pages;
    private readonly List<PageFault> faults = [];
    private readonly List<string> titles;
    private readonly HashSet<string> heads;
    private readonly Lazy<List<(string First, string Second)>> paragraphs;

    private PageQuality(ReadOnlyMemory<byte> pdf, Document document, Theme theme, PageMap map)
    {
        (this.document, this.theme, this.map) = (document, theme, map);
        titles = [.. document.Blocks.OfType<Heading>().Where(heading => heading.Style != HeadingStyle.Text).Select(heading => ExpectedText.Bare(ExpectedText.Of(heading.Inlines) + "（续）"))];
        heads = [.. document.Blocks.OfType<Table>().SelectMany(table => table.HeaderRows.SelectMany(row => row.Cells).Concat(table.Rows.SelectMany(row => row.Cells).Where(cell => cell.Header)))
            .Select(cell => ExpectedText.Bare(ExpectedText.Of(cell.Inlines))).Where(text => text.Length > 0)];
        paragraphs = new(() =>
        {
            var texts = document.Blocks.Select(block => block is Paragraph paragraph ? ExpectedText.Bare(ExpectedText.Of(paragraph.Inlines)) : "").ToList();
            return [.. texts.Zip(texts.Skip(1)).Where(pair => pair is { First.Length: > 0, Second.Length: > 0 })];
        });
        using var file = PdfDocument.Open(pdf.ToArray());
        pages = [.. file.GetPages().Select(page => new MeasuredPage(page, document.Metadata.HeadLine))];
    }

    /// <summary>All faults, by page.</summary>
    public static IReadOnlyList<PageFault> Faults(ReadOnlyMemory<byte> pdf, Document document, Theme theme, PageMap map)
    {
        var quality = new PageQuality(pdf, document, theme, map);
        foreach (var page in quality.pages.Skip(1))
        {
            quality.MeasureLines(page);
            quality.MeasureCells(page);
            quality.MeasureBoxes(page);
            quality.MeasureFoot(page);
            quality.MeasureType(page);
            quality.MeasureContents(page);
            quality.MeasureGroups(page);
            quality.MeasureHeads(page);
        }

        quality.MeasureFill();
        quality.MeasureNumbers();
        return quality.faults;
    }

    private void Add(MeasuredPage page, FaultKind kind, string text) => faults.Add(new PageFault(page.Number, kind, text));

    private void MeasureLines(MeasuredPage page)
    {
        var margins = Margins(page);
        var (left, right) = (margins.Left * PointsPerMillimetre, page.Width - (margins.Right * PointsPerMillimetre));
        foreach (var line in page.Lines)
        {
            if (NoBegin.Contains(line.Text[0]) || NoEnd.Contains(line.Text[^1]))
            {
                Add(page, FaultKind.Kinsoku, line.Text);
            }

            // A mark at the end gives up its empty half; a paragraph's last stop hangs.
            if (line.Box.Left < left - (NoEnd.Contains(line.Text[0]) ? line.Size / 2 : 0) - 1 || line.Box.Right > right + (line.Text[^1] == '。' ? line.Size : line.Size / 2) + 1)
            {
                Add(page, FaultKind.Outside, line.Text);
            }
        }

        foreach (var (line, next) in page.Lines.Zip(page.Lines.Skip(1)))
        {
            if (IsBody(line) && IsBody(next) && line.Box.Right > right - line.Size && next.Box.Left < left + 1 && Number().IsMatch(line.Text) && char.IsAsciiDigit(next.Text[0]))
            {
                Add(page, FaultKind.Broken, $"{line.Text[^Math.Min(8, line.Text.Length)..]}／{next.Text[..Math.Min(8, next.Text.Length)]}");
            }

            if (IsBody(next) && next.Text.Length < 3 && next.Box.Left < left + 1 && IsBody(line))
            {
                Add(page, FaultKind.ShortLastLine, $"{line.Text}／{next.Text}");
            }
        }
    }

    private void MeasureCells(MeasuredPage page)
    {
        foreach (var (cell, lines) in page.CellLines)
        {
            foreach (var line in lines.Where(line => line.Box.Left < cell.Left - (NoEnd.Contains(line.Text[0]) ? line.Size / 2 : 0) - 0.5 || line.Box.Right > cell.Right + (line.Size / 2)))
            {
                Add(page, FaultKind.Outside, line.Text);
            }

            foreach (var line in lines.Where(line => line.Text.Length > 1 && (NoBegin.Contains(line.Text[0]) || NoEnd.Contains(line.Text[^1]))))
            {
                Add(page, FaultKind.Kinsoku, line.Text);
            }

            foreach (var (line, next) in lines.Zip(lines.Skip(1)))
            {
                if (next == lines[^1] && next.Text.Length == 1 && next.Text[0] > '\u2E80' && line.Text.Length > 3 && lines.Sum(own => own.Text.Length) <= LongestName)
                {
                    Add(page, FaultKind.AloneInCell, $"{line.Text}／{next.Text}");
                }

                if ((Number().IsMatch(line.Text) && Number().IsMatch(next.Text[..1])) || TornEnd().IsMatch(line.Text) || next.Text is "分）" or "%）")
                {
                    Add(page, FaultKind.Broken, $"{line.Text}／{next.Text}");
                }
            }
        }
    }

    private void MeasureType(MeasuredPage page)
    {
        foreach (var line in page.Lines.Concat(page.CellLines.SelectMany(cell => cell.Lines)).Where(line => line.Size < LeastSize))
        {
            Add(page, FaultKind.Small, $"{line.Size:0.0} {line.Text}");
        }

        // A title in several lines, in the middle of the page.
        foreach (var (line, next) in page.Lines.Zip(page.Lines.Skip(1)).Where(pair => titles.Exists(title => title.Contains(Bare(pair.First) + Bare(pair.Second), StringComparison.Ordinal))))
        {
            if (WordEnds.IsInside(Bare(line) + Bare(next), Bare(line).Length))
            {
                Add(page, FaultKind.TornWord, $"{line.Text}／{next.Text}");
            }
        }

        static string Bare(TextRow row) => ExpectedText.Bare(row.Text);
    }

    // Both ends of every rule of a table meet another rule.
    private void MeasureBoxes(MeasuredPage page)
    {
        const double touch = 1.5;
        var frames = page.Tables.Select(table => table.Grid.Box!.Value).ToList();
        foreach (var ruling in page.Rulings.Where(ruling => frames.Exists(box => ruling.X1 > box.Left - touch && ruling.X2 < box.Right + touch && ruling.Y1 > box.Top - touch && ruling.Y2 < box.Bottom + touch)))
        {
            foreach (var (x, y) in new[] { (ruling.X1, ruling.Y1), (ruling.X2, ruling.Y2) })
            {
                if (!page.Rulings.Any(other => other.IsLevel != ruling.IsLevel && other.X1 - touch <= x && x <= other.X2 + touch && other.Y1 - touch <= y && y <= other.Y2 + touch))
                {
                    Add(page, FaultKind.OpenBox, $"({x:0}, {y:0})");
                }
            }
        }
    }

    private void MeasureFoot(MeasuredPage page)
    {
        var next = pages.ElementAtOrDefault(page.Number);
        if (next is null || page.Lines.Count == 0 || IsContents(page))
        {
            return;
        }

        var lines = page.Lines.Where(line => line.Box.Bottom > page.Bottom - 100).ToList();
        var foot = string.Concat(lines.Select(line => ExpectedText.Bare(line.Text)));
        var heading = document.Blocks.OfType<Heading>().FirstOrDefault(heading =>
            map.PageOf(heading.Id) == page.Number && foot.EndsWith(ExpectedText.Bare(ExpectedText.Of(heading.Inlines)), StringComparison.Ordinal));
        if (heading is not null && page.Bottom > page.Height * 0.7 && page.Lines[^1].Box.Bottom > page.Bottom - 1)
        {
            Add(page, FaultKind.HeadingAtFoot, page.Lines[^1].Text);
        }

        if (page.Tables.Count > 0 || next.Tables.Count > 0 || next.Lines.Count == 0)
        {
            return;
        }

        MeasureLeading(page, next);
        var (left, right) = (theme.Margins.Left * PointsPerMillimetre, page.Width - (theme.Margins.Right * PointsPerMillimetre));
        var (last, first) = (page.Lines[^1], next.Lines[0]);
        var goesOn = IsBody(last) && IsBody(first) && last.Box.Right > right - (1.5 * last.Size) && first.Box.Left < left + 2;
        if (goesOn && last.Box.Left > left + 20)
        {
            Add(page, FaultKind.Alone, last.Text);
        }

        if (goesOn && (next.Lines.Count == 1 || next.Lines[1].Box.Left > left + 20))
        {
            Add(next, FaultKind.Alone, first.Text);
        }
    }

    private void MeasureFill()
    {
        var parts = document.Blocks.OfType<Heading>().Where(heading => heading.Style == HeadingStyle.Part).Select(heading => map.PageOf(heading.Id)!.Value).ToHashSet();
        foreach (var page in pages.Skip(1).SkipLast(1).Where(page => !parts.Contains(page.Number + 1)))
        {
            var margins = Margins(page);
            var (top, height) = (margins.Top * PointsPerMillimetre, page.Height - ((margins.Top + margins.Bottom) * PointsPerMillimetre));
            // The title of a part may stand on a sheet of its own.
            if ((page.Bottom - top) / height < LeastFill && !(parts.Contains(page.Number) && page.Lines.Count <= 3))
            {
                Add(page, FaultKind.NearlyEmpty, string.Concat(page.Lines.Select(line => line.Text)));
            }
        }
    }

    private void MeasureNumbers()
    {
        var numbered = pages.Skip(1).ToList();
        var height = numbered[0].NumberHeight ?? 0;
        foreach (var page in numbered)
        {
            var own = page.NumberHeight ?? 0;
            if (Math.Abs(own - height) > 0.5 || own < 10 * PointsPerMillimetre)
            {
                Add(page, FaultKind.NumberOffHeight, $"{own / PointsPerMillimetre:0.0} mm");
            }
        }
    }

    private bool IsContents(MeasuredPage page) => document.Blocks.OfType<TableOfContents>().Any() && page.Number < document.Blocks.OfType<Heading>().Min(heading => map.PageOf(heading.Id) ?? 1);

    private static bool IsBody(TextRow line) => line.Size > BodySize && line.Size < 18;

    private PageMargins Margins(MeasuredPage page) =>
        page.Width > page.Height ? theme.LandscapeMargins : page.Lines.Count(IsText) > 1 || page.Tables.Count == 0 ? theme.Margins : theme.TableMargins;

    // A paragraph of body text: the title of a table stands in the middle.
    private bool IsText(TextRow line) => IsBody(line) && Math.Abs(line.Box.Left - ((theme.Margins.Left * PointsPerMillimetre) + 32)) < 3;

    [GeneratedRegex("[0-9][,.]?$")]
    private static partial Regex Number();

    [GeneratedRegex("[（(][0-9.]*$")]
    private static partial Regex TornEnd();
}
