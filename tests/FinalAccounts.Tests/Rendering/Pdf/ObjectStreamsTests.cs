using System.Text;
using FinalAccounts.Rendering.Typst;
using FinalAccounts.Rendering.Typst.Worker;
using FinalAccounts.Documents;
using FinalAccounts.Tests.Rendering.Pdf.Conformance;

namespace FinalAccounts.Tests.Rendering.Pdf;

/// <summary>The compiler's file and the smaller one that is written from it.</summary>
[Collection(PdfCollection.Name)]
public sealed class ObjectStreamsTests(PdfFixture fixture)
{
    [Fact]
    public async Task TheSmallerFileHasTheSameObjects()
    {
        var compiled = await CompileAsync();

        var packed = ObjectStreams.Pack(compiled);

        Assert.Equal(fixture.Printed.Pdf.ToArray(), packed);
        Assert.True(packed.Length < 0.75 * compiled.Length, $"{packed.Length} of {compiled.Length}");
        Assert.Equal(Objects(compiled), Objects(packed).Where(item => !item.Contains("/ObjStm", StringComparison.Ordinal) && !item.Contains("/XRef", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7\n")]
    [InlineData("%PDF-1.7\n1 0 obj\n<<>>\nendobj\nxref\n0 2\n0000000000 65535 f\r\ntrailer\n<< /Size 2 >>\nstartxref\n29\n%%EOF")]
    [InlineData("%PDF-1.7\nstartxref\n99999\n%%EOF")]
    public void AFileOfAnotherMakeStaysAsItIs(string file) =>
        Assert.Equal(file, Encoding.Latin1.GetString(ObjectStreams.Pack(Encoding.Latin1.GetBytes(file))));

    private static List<string> Objects(byte[] pdf) =>
        [.. PdfObjects.Read(pdf)["qpdf"]![1]!.AsObject().Where(pair => pair.Key != "trailer").Select(pair => $"{pair.Key} {pair.Value!.ToJsonString()}").Order(StringComparer.Ordinal)];

    private async Task<byte[]> CompileAsync()
    {
        var setting = TypesettingFonts.Of(PdfFixture.Fonts.Choose(new Theme().Fonts));
        await using var worker = WorkerProcess.Start(NodeFile.Find(null), NodeFile.Script);
        var (_, body) = await worker.AskAsync(new WorkerRequest(setting.Files, ["ua-1"], 1), TypstSource.Of(fixture.Sample, new Theme(), setting), CancellationToken.None);
        return body;
    }
}
