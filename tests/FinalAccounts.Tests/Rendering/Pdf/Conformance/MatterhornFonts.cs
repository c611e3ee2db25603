using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FinalAccounts.Tests.Rendering.Pdf.Conformance;

/// <summary>The conditions about fonts, and that none is a nameless one of drawings (Type 3).</summary>
internal static partial class MatterhornFonts
{
    public static IEnumerable<string> Faults(PdfObjects file)
    {
        var fonts = file.OfType("/Font").Where(font => PdfObjects.Text(font["/Subtype"]) is not ("/CIDFontType0" or "/CIDFontType2")).ToList();
        return fonts.Count == 0 ? ["no fonts"] : [.. fonts.SelectMany(font => Faults(file, font))];
    }

    private static IEnumerable<string> Faults(PdfObjects file, JsonObject font)
    {
        var name = PdfObjects.Text(font["/BaseFont"])?.TrimStart('/') ?? "";
        var program = file.Array(font["/DescendantFonts"]).Select(file.Dictionary).FirstOrDefault() ?? font;
        var descriptor = file.Dictionary(program["/FontDescriptor"]);
        return Matterhorn.Where(
            (PdfObjects.Text(font["/Subtype"]) == "/Type3", "a Type 3 font"),
            (name.Length == 0, "a font without a name"),
            (!Embedded(file, descriptor), $"31-009 {name} is not embedded"),
            (file.Dictionary(font["/ToUnicode"]) is null, $"31-027 {name} has no ToUnicode"),
            (file.Dictionary(font["/ToUnicode"]) is not null && NotCharacter().IsMatch(System.Text.Encoding.Latin1.GetString(file.Stream(font["/ToUnicode"]))),
                $"31-028 {name} maps to no character"),
            (PdfObjects.Text(program["/Subtype"]) == "/CIDFontType2" && program["/CIDToGIDMap"] is null, $"31-005 {name} has no CIDToGIDMap"),
            (PdfObjects.Text(font["/Encoding"]) is { } encoding && encoding is not ("/Identity-H" or "/Identity-V"), $"31-006 {name} has the encoding {font["/Encoding"]}"));
    }

    private static bool Embedded(PdfObjects file, JsonObject? descriptor) =>
        new[] { "/FontFile", "/FontFile2", "/FontFile3" }.Any(key => file.Dictionary(descriptor?[key]) is not null);

    // The second half of a pair of a ToUnicode map: U+0000, U+FEFF, U+FFFE (31-028, 31-029).
    [GeneratedRegex(@"> *<(0000|FEFF|FFFE|feff|fffe)>")]
    private static partial Regex NotCharacter();
}
