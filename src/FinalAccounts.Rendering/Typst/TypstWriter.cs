using System.Globalization;
using System.Text;

namespace FinalAccounts.Rendering.Typst;

/// <summary>Writes Typst code: our own calls as they are, whatever comes from a document as a string literal. The only way text reaches the source.</summary>
internal sealed class TypstWriter(TextWriter output)
{
    /// <summary>Our own code, as it is.</summary>
    public TypstWriter Raw(string code)
    {
        output.Write(code);
        return this;
    }

    /// <summary>Text from the document as a literal; nothing in it can end the literal.</summary>
    public TypstWriter Text(string text)
    {
        output.Write('"');
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '"': output.Write("\\\""); break;
                case '\\': output.Write("\\\\"); break;
                case < 0x20 or 0x7F or (>= 0x80 and < 0xA0) or 0x2028 or 0x2029:
                    output.Write(string.Create(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}"));
                    break;
                default:
                    Write(rune);
                    break;
            }
        }

        output.Write('"');
        return this;
    }

    /// <summary>A literal, or none.</summary>
    public TypstWriter TextOrNone(string? text) => text is null ? Raw("none") : Text(text);

    /// <summary>A bare number.</summary>
    public static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>A length in points.</summary>
    public static string Points(double value) => Number(value) + "pt";

    private void Write(Rune rune)
    {
        Span<char> characters = stackalloc char[2];
        output.Write(characters[..rune.EncodeToUtf16(characters)]);
    }
}
