using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace FinalAccounts.Tests.Rendering.Pdf.Conformance;

/// <summary>What PDF/A (ISO 19005-1 to -4) asks of a file like ours. veraPDF, which checks all of it, is not to be had here.</summary>
internal static class Archive
{
    private static readonly XNamespace Identifier = "http://www.aiim.org/pdfa/ns/id/";
    private static readonly XNamespace Xap = "http://ns.adobe.com/xap/1.0/";

    private static readonly string[] ForbiddenActions =
        ["/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/JavaScript", "/Hide", "/SetOCGState", "/Rendition", "/Trans", "/GoTo3DView"];

    /// <param name="part">1 to 4.</param>
    /// <param name="level">b, u or a; empty in part 4.</param>
    public static IReadOnlyList<string> Faults(byte[] pdf, PdfObjects file, int part, string level) =>
        [.. Header(pdf, part), .. Metadata(file, part, level), .. Colours(file), .. Objects(file, part), .. Annotations(file), .. MatterhornFonts.Faults(file), .. level == "a" ? Structure(file) : []];

    private static IEnumerable<string> Header(byte[] pdf, int part)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var version = part switch { 1 => "%PDF-1.4", 4 => "%PDF-2.0", _ => "%PDF-1.7" };
        return Matterhorn.Where(
            (!text.StartsWith(version + "\n%", StringComparison.Ordinal) || text[10..14].Any(letter => letter < 128), $"the header is not {version} with a binary comment"),
            (!text.TrimEnd('\n', '\r').EndsWith("%%EOF", StringComparison.Ordinal), "something stands after the end"),
            (part == 1 && (text.Contains("/ObjStm", StringComparison.Ordinal) || text.Contains("/XRef", StringComparison.Ordinal)), "PDF 1.4 has no object streams"));
    }

    private static IEnumerable<string> Metadata(PdfObjects file, int part, string level)
    {
        var xmp = Matterhorn.Xmp(file);
        var info = file.Dictionary(file.Trailer["/Info"]);
        var capital = level.ToUpperInvariant();
        var created = Matterhorn.Property(xmp, Xap + "CreateDate") ?? "";
        return Matterhorn.Where(
            (Matterhorn.Property(xmp, Identifier + "part") != $"{part}", "XMP names another part"),
            ((Matterhorn.Property(xmp, Identifier + "conformance") ?? "") != capital, "XMP names another level"),
            (part == 4 && Matterhorn.Property(xmp, Identifier + "rev") != "2020", "XMP names no revision"),
            (file.Array(file.Trailer["/ID"]).Count() != 2, "no ID"),
            (file.Trailer["/Encrypt"] is not null, "encrypted"),
            (part == 4 && info is not null, "part 4 has no Info"),
            (part != 4 && PdfObjects.Text(info?["/CreationDate"]) is not { } date || (part != 4 && Digits(PdfObjects.Text(info!["/CreationDate"])!) != Digits(created)), "Info and XMP tell different times"));
    }

    private static IEnumerable<string> Colours(PdfObjects file)
    {
        var intents = file.Array(file.Catalog["/OutputIntents"]).Select(file.Dictionary).OfType<JsonObject>()
            .Where(intent => PdfObjects.Text(intent["/S"]) == "/GTS_PDFA1").ToList();
        return intents.Count == 1 && file.Dictionary(intents[0]["/DestOutputProfile"]) is { } profile && PdfObjects.Number(profile["/N"]) is 1 or 3 or 4
            ? []
            : ["no output intent with its profile"];
    }

    private static IEnumerable<string> Objects(PdfObjects file, int part)
    {
        foreach (var dictionary in file.All)
        {
            var faults = Matterhorn.Where(
                (ForbiddenActions.Contains(PdfObjects.Text(dictionary["/S"])), $"an action {dictionary["/S"]}"),
                (dictionary["/AA"] is not null, "actions by themselves"),
                (dictionary["/JavaScript"] is not null || dictionary["/JS"] is not null, "a script"),
                (dictionary["/OPI"] is not null || PdfObjects.Text(dictionary["/Subtype"]) == "/PS", "PostScript"),
                (dictionary.ContainsKey("/Length") && dictionary["/F"] is not null, "a stream in another file"),
                (file.Array(dictionary["/Filter"]).Any(filter => PdfObjects.Text(filter) is "/LZWDecode" or "/Crypt"), "a forbidden filter"),
                (dictionary["/OCProperties"] is not null || dictionary["/NeedAppearances"] is not null || dictionary["/XFA"] is not null, "layers or forms"),
                (dictionary["/EmbeddedFiles"] is not null, "embedded files"),
                (part == 1 && (dictionary["/SMask"] is not null || PdfObjects.Text(dictionary["/BM"]) is not (null or "/Normal") || !Opaque(dictionary)), "transparency in part 1"));
            foreach (var fault in faults)
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> Annotations(PdfObjects file) => file.OfType("/Annot")
        .Where(annotation => ((PdfObjects.Number(annotation["/F"]) ?? 0) & 0b10_0111) != 0b100)
        .Select(_ => "an annotation that may not be printed");

    private static IEnumerable<string> Structure(PdfObjects file) => Matterhorn.Where(
        (file.Dictionary(file.Catalog["/MarkInfo"])?["/Marked"]?.GetValue<bool>() is not true, "not marked as tagged"),
        (PdfObjects.Text(file.Catalog["/Lang"]) is not { Length: > 2 }, "no language"),
        (Tag.Roots(file).Count == 0, "no tags"));

    private static bool Opaque(JsonObject dictionary) =>
        new[] { "/CA", "/ca" }.All(key => dictionary[key] is not JsonValue value || value.GetValue<double>() == 1);

    private static string Digits(string date) => string.Concat(date.Where(char.IsAsciiDigit).Take(14));
}
