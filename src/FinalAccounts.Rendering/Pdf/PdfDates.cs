using System.Globalization;
using System.Text;

namespace FinalAccounts.Rendering.Pdf;

/// <summary>Writes the document's own time over the machine's, so that equal input gives equal files. Same length, so no offset moves.</summary>
internal static class PdfDates
{
    private static readonly byte[][] Keys = ["/CreationDate (D:"u8.ToArray(), "/ModDate (D:"u8.ToArray()];

    public static void Set(Span<byte> pdf, DateTimeOffset time)
    {
        var stamp = Encoding.ASCII.GetBytes(time.ToUniversalTime().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + "+00'00')");
        foreach (var key in Keys)
        {
            var at = pdf.IndexOf(key);
            if (at < 0)
            {
                continue;
            }
            var old = pdf[(at + key.Length)..];
            // Written in another form than this one, the machine's time stays: a right file before an equal one.
            if (old.IndexOf((byte)')') == stamp.Length - 1)
            {
                stamp.CopyTo(old);
            }
        }
    }
}
