using System.Text;
using FinalAccounts.Documents;
using FinalAccounts.Rendering.Layout;

namespace FinalAccounts.Tests.Word;

/// <summary>LibreOffice as a second reader of the Word file.</summary>
public sealed class WordInLibreOfficeTests
{
    [Fact]
    public async Task LibreOfficeReadsTheSameText()
    {
        var text = Encoding.UTF8.GetString(await LibreOffice.ConvertAsync(WordSample.File, "sample.docx", "txt:Text (encoded):UTF8")).TrimStart('\uFEFF').ReplaceLineEndings("\n");
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
}
