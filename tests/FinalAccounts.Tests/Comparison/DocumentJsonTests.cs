using System.IO.Compression;
using System.Text;
using FinalAccounts.Documents;
using FinalAccounts.Rendering.Html;
using FinalAccounts.Templates;
using FinalAccounts.Tests.Assembly;
using FinalAccounts.Tests.Rendering;

namespace FinalAccounts.Tests.Comparison;

public sealed class DocumentJsonTests
{
    [Fact]
    public void EveryKindOfBlockAndInlineComesBackAsItWas() => AssertComesBack(SampleDocument.Create(annexes: 2, draftNotice: "草稿"));

    [Fact]
    public void RealDisclosureComesBackAsItWas() => AssertComesBack(RealSample.Document);

    [Fact]
    public void RealDisclosureIsStoredInUnderFourHundredKilobytes() =>
        Assert.InRange(DocumentJson.Write(RealSample.Document).Length, 1, 400_000);

    [Fact]
    public void UnknownVersionAndDamageAreRefusedInChinese()
    {
        Assert.Contains("第2版", Refused(Packed("{\"version\":2,\"document\":null}")));
        Assert.Contains("已损坏", Refused(Packed("{\"version\":1,\"document\":{\"sections\":[]}}")));
        Assert.Contains("已损坏", Refused(Packed("{\"version\":1,\"document\":{\"metadata\":{},\"sections\":[{\"page\":{},\"blocks\":[{\"is\":\"poem\"}]}]}}")));
        Assert.Contains("已损坏", Refused(Packed("{")));
        Assert.ThrowsAny<InvalidDataException>(() => DocumentJson.Read("plain"u8));
    }

    [Fact]
    public void SnapshotOfTheTemplatesReadsAsTheFolderDoes()
    {
        var json = RealSample.Templates.ToJson();
        var snapshot = KeptTemplates.FromJson(json);
        var set = new TemplateSetReader(snapshot).Read(RealSample.Key);
        Assert.Empty(set.Findings);
        Assert.Equal(TemplateSetHash.Of(RealSample.Source, RealSample.Set), TemplateSetHash.Of(snapshot, set.Value!));
        Assert.Equal(json, snapshot.ToJson());
    }

    private static void AssertComesBack(Document document)
    {
        var stored = DocumentJson.Write(document);
        var read = DocumentJson.Read(stored);
        Assert.Equal(DocumentDump.Of(document), DocumentDump.Of(read));
        Assert.Equal(document.Metadata, read.Metadata);

        // The page prints the origin of every figure.
        Assert.Equal(HtmlRenderer.Render(document, new Theme()), HtmlRenderer.Render(read, new Theme()));
        Assert.Equal(stored, DocumentJson.Write(read));
    }

    private static string Refused(byte[] stored) => Assert.Throws<InvalidDataException>(() => DocumentJson.Read(stored)).Message;

    private static byte[] Packed(string json)
    {
        using var stored = new MemoryStream();
        using (var packed = new GZipStream(stored, CompressionLevel.Fastest, leaveOpen: true))
        {
            packed.Write(Encoding.UTF8.GetBytes(json));
        }

        return stored.ToArray();
    }
}
