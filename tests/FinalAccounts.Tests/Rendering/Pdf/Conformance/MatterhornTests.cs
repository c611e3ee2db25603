using System.Text.Json.Nodes;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.MarkedContent;
using UglyToad.PdfPig.Graphics.Operations.PathPainting;
using UglyToad.PdfPig.Tokens;

namespace FinalAccounts.Tests.Rendering.Pdf.Conformance;

/// <summary>The checks find what is broken: a sound file with one thing taken away.</summary>
[Collection(PdfCollection.Name)]
public sealed class MatterhornTests(PdfFixture fixture)
{
    private static readonly Dictionary<string, Action<IReadOnlyList<JsonObject>>> Damages = new()
    {
        ["13-004"] = all => Element(all, "/Figure").Remove("/Alt"),
        ["14-002"] = all => all.Where(item => PdfObjects.Text(item["/S"]) == "/H1").ToList().ForEach(item => item["/S"] = "/H2"),
        ["14-003"] = all => Element(all, "/H2")["/S"] = "/H4",
        ["15-003"] = all => Element(all, "/TH").Remove("/A"),
        ["09-004"] = all => Element(all, "/TR")["/S"] = "/P",
        ["09-005"] = all => Element(all, "/LI")["/S"] = "/P",
        ["09-006"] = all => Element(all, "/TOCI")["/S"] = "/P",
        ["02-001"] = all => Element(all, "/P")["/S"] = "/Words",
        ["01-005"] = all => Element(all, "/P").Remove("/K"),
        ["07-001"] = all => Typed(all, "/Catalog").Remove("/ViewerPreferences"),
        ["11-006"] = all => Typed(all, "/Catalog").Remove("/Lang"),
        ["06-001"] = all => Typed(all, "/Catalog").Remove("/Metadata"),
        ["28-012"] = all => Typed(all, "/Annot").Remove("/Contents"),
        ["28-008"] = all => all.First(item => item.ContainsKey("/Annots")).Remove("/Tabs"),
        ["28-011"] = all => Element(all, "/Link").Remove("/K"),
        ["31-027"] = all => all.First(item => item.ContainsKey("/ToUnicode")).Remove("/ToUnicode"),
        ["31-009"] = all => Typed(all, "/FontDescriptor").Where(pair => pair.Key.StartsWith("/FontFile", StringComparison.Ordinal)).Select(pair => pair.Key)
            .ToList().ForEach(key => Typed(all, "/FontDescriptor").Remove(key)),
        ["a Type 3 font"] = all => all.First(item => item.ContainsKey("/ToUnicode"))["/Subtype"] = "/Type3",
        ["a table's rows"] = all => Element(all, "/TR")["/K"]!.AsArray().RemoveAt(0),
    };

    public static TheoryData<string> Conditions() => new(Damages.Keys);

    [Theory]
    [MemberData(nameof(Conditions))]
    public void WhatIsTakenAwayIsMissed(string condition)
    {
        var json = fixture.Objects.DeepClone();
        Damages[condition]([.. json["qpdf"]![1]!.AsObject().Select(pair => pair.Value!["value"] ?? pair.Value["stream"]?["dict"]).OfType<JsonObject>()]);

        var faults = Matterhorn.Faults(new PdfObjects(json), fixture.Contents);

        Assert.Contains(faults, fault => fault.StartsWith(condition, StringComparison.Ordinal));
    }

    [Fact]
    public void WhatIsPaintedOutsideOfTagsIsFound()
    {
        Assert.Equal(["01-005"], Conditions(StrokePath.Value));
        Assert.Equal([], Conditions(new BeginMarkedContent(NameToken.Create("Artifact")), StrokePath.Value, EndMarkedContent.Value));
        Assert.Equal([], Conditions(Tagged(), StrokePath.Value, EndMarkedContent.Value));
        Assert.Equal(["01-004"], Conditions(new BeginMarkedContent(NameToken.Create("Artifact")), Tagged(), EndMarkedContent.Value, EndMarkedContent.Value));
        Assert.Equal(["01-003"], Conditions(Tagged(), new BeginMarkedContent(NameToken.Create("Artifact")), EndMarkedContent.Value, EndMarkedContent.Value));
    }

    private static IEnumerable<string> Conditions(params IGraphicsStateOperation[] operations) =>
        PageContent.Of(1, operations).Faults.Select(fault => fault[..6]);

    private static BeginMarkedContentWithProperties Tagged() =>
        new(NameToken.Create("P"), new DictionaryToken(new Dictionary<NameToken, IToken> { [NameToken.Create("MCID")] = new NumericToken(0) }));

    private static JsonObject Element(IReadOnlyList<JsonObject> all, string type) =>
        all.First(item => PdfObjects.Text(item["/Type"]) == "/StructElem" && PdfObjects.Text(item["/S"]) == type);

    private static JsonObject Typed(IReadOnlyList<JsonObject> all, string type) => all.First(item => PdfObjects.Text(item["/Type"]) == type);
}
