using System.Diagnostics;
using FinalAccounts.Documents;
using FinalAccounts.Rendering.Layout;

namespace FinalAccounts.Tests.Word;

/// <summary>LibreOffice as a second reader; test.sh installs it.</summary>
public sealed class WordInLibreOfficeTests
{
    [Fact]
    public async Task LibreOfficeReadsTheSameText()
    {
        var text = await ConvertedToText(WordSample.File);
        var position = 0;
        foreach (var line in DocumentLines.Of(PagedDocument.Of(WordSample.Document, new Theme()), WordSample.Pages).SelectMany(line => line.Split('\n')))
        {
            var found = text.IndexOf(line, position, StringComparison.Ordinal);
            Assert.True(found >= 0, $"“{line}” is not where it should be: …{text.Substring(position, Math.Min(120, text.Length - position))}…");
            // Between two lines stand line ends and list markers at most; before an item below another eight blanks besides.
            Assert.True(found - position <= 16 && text[position..found].Count(character => !char.IsWhiteSpace(character)) <= 3, $"Before “{line}” stands more: “{text[position..found]}”");
            position = found + line.Length;
        }

        Assert.Equal("", text[position..].Trim());
    }

    private static async Task<string> ConvertedToText(byte[] file)
    {
        var folder = Directory.CreateTempSubdirectory("word-in-libreoffice");
        try
        {
            var source = Path.Combine(folder.FullName, "sample.docx");
            await File.WriteAllBytesAsync(source, file);
            using var process = Process.Start(new ProcessStartInfo("soffice")
            {
                ArgumentList =
                {
                    $"-env:UserInstallation={new Uri(Path.Combine(folder.FullName, "profile"))}", "--headless", "--convert-to", "txt:Text (encoded):UTF8",
                    "--outdir", folder.FullName, source,
                },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }

            var target = Path.Combine(folder.FullName, "sample.txt");
            Assert.True(File.Exists(target), await output + await errors);
            return (await File.ReadAllTextAsync(target)).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
