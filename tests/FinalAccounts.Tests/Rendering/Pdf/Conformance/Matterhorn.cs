using System.Xml.Linq;

namespace FinalAccounts.Tests.Rendering.Pdf.Conformance;

/// <summary>
/// What PDF/UA-1 asks of a file like ours, after those conditions of the Matterhorn Protocol 1.1 that a machine can check; each fault
/// begins with its condition's number. A condition about something that our files have not (forms, sound, embedded files) asks that they have none.
/// </summary>
internal static class Matterhorn
{
    private static readonly XNamespace Identifier = "http://www.aiim.org/pdfua/ns/id/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    public static IReadOnlyList<string> Faults(PdfObjects file, IReadOnlyList<PageContent> pages)
    {
        var roots = Tag.Roots(file);
        var tags = roots.SelectMany(root => root.WithDescendants).ToList();
        return [.. Contents(file, pages, tags), .. Metadata(file), .. MatterhornTags.Faults(file, tags), .. MatterhornFonts.Faults(file), .. MatterhornAnnotations.Faults(file, tags)];
    }

    /// <summary>XMP, parsed.</summary>
    public static XDocument? Xmp(PdfObjects file) => file.Dictionary(file.Catalog["/Metadata"]) is null
        ? null
        : XDocument.Load(new MemoryStream(file.Stream(file.Catalog["/Metadata"])));

    /// <summary>A property of XMP, written as an element or as an attribute.</summary>
    public static string? Property(XDocument? xmp, XName name) =>
        xmp?.Descendants(name).FirstOrDefault()?.Value ?? xmp?.Descendants().Attributes(name).FirstOrDefault()?.Value;

    private static IEnumerable<string> Contents(PdfObjects file, IReadOnlyList<PageContent> pages, IReadOnlyList<Tag> tags)
    {
        foreach (var fault in pages.SelectMany(page => page.Faults))
        {
            yield return fault;
        }

        var tagged = tags.SelectMany(tag => tag.Contents).ToList();
        foreach (var twice in tagged.GroupBy(content => content).Where(group => group.Count() > 1))
        {
            yield return $"content {twice.Key.Id} of {twice.Key.Page} has two tags";
        }

        var painted = pages.SelectMany((page, index) => page.Ids.Select(id => (file.Pages[index], id))).ToHashSet();
        foreach (var (page, id) in painted.Except(tagged))
        {
            yield return $"01-005 content {id} of {page} is in no tag";
        }

        foreach (var (page, id) in tagged.Except(painted))
        {
            yield return $"content {id} of {page} has a tag and is not there";
        }
    }

    private static IEnumerable<string> Metadata(PdfObjects file)
    {
        var catalog = file.Catalog;
        var xmp = Xmp(file);
        return Where(
            (xmp is null, "06-001 no XMP"),
            (Property(xmp, Identifier + "part") != "1", "06-002 XMP does not say PDF/UA-1"),
            (string.IsNullOrWhiteSpace(xmp?.Descendants(DublinCore + "title").FirstOrDefault()?.Value), "06-003 no title in XMP"),
            (file.Dictionary(catalog["/ViewerPreferences"])?["/DisplayDocTitle"]?.GetValue<bool>() is null, "07-001 no DisplayDocTitle"),
            (file.Dictionary(catalog["/ViewerPreferences"])?["/DisplayDocTitle"]?.GetValue<bool>() is false, "07-002 DisplayDocTitle is false"),
            (file.Dictionary(catalog["/MarkInfo"])?["/Marked"]?.GetValue<bool>() is not true, "the file does not say that it is tagged"),
            (file.Dictionary(catalog["/MarkInfo"])?["/Suspects"]?.GetValue<bool>() is true, "01-007 tags are suspect"),
            (PdfObjects.Text(catalog["/Lang"]) is not { Length: > 2 }, "11-006 no language"),
            (catalog["/OCProperties"] is not null, "20-001 optional content"),
            (catalog["/AcroForm"] is not null, "25-001 a form"),
            (file.Trailer["/Encrypt"] is not null, "26-001 encrypted"),
            (file.Dictionary(catalog["/Names"])?["/EmbeddedFiles"] is not null, "21-001 embedded files"));
    }

    /// <summary>The messages whose fault is there.</summary>
    public static IEnumerable<string> Where(params (bool Broken, string Message)[] conditions) =>
        conditions.Where(condition => condition.Broken).Select(condition => condition.Message);
}
