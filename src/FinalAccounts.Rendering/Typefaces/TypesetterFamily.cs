using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;

namespace FinalAccounts.Rendering.Typefaces;

/// <summary>
/// The name by which Typst knows a face's family: the first readable family name (name ID 1) of the table, without words of style
/// at its end. Fonts of Chinese makers carry two, 仿宋_GB2312 and FangSong_GB2312; Typst takes whichever comes first.
/// </summary>
internal static partial class TypesetterFamily
{
    private const ushort FamilyName = 1;

    public static string? Read(ReadOnlySpan<byte> table)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(table[2..]);
        var strings = table[BinaryPrimitives.ReadUInt16BigEndian(table[4..])..];
        for (var i = 0; i < count; i++)
        {
            var entry = table.Slice(6 + (i * 12), 12);
            if (BinaryPrimitives.ReadUInt16BigEndian(entry[6..]) != FamilyName)
            {
                continue;
            }

            var text = strings.Slice(BinaryPrimitives.ReadUInt16BigEndian(entry[10..]), BinaryPrimitives.ReadUInt16BigEndian(entry[8..]));
            switch (BinaryPrimitives.ReadUInt16BigEndian(entry), BinaryPrimitives.ReadUInt16BigEndian(entry[2..]))
            {
                case (0, _) or (3, 0 or 1 or 10):
                    return Trim(Encoding.BigEndianUnicode.GetString(text));
                case (1, 0):
                    // Mac Roman; family names there are ASCII, whose letters are the same.
                    return Trim(Encoding.Latin1.GetString(text));
            }
        }

        return null;
    }

    private static string Trim(string family) => Style().Replace(family.Trim().TrimStart('.'), "");

    [GeneratedRegex("([ _-]((extra|ext|ex|x|semi|sem|sm|demi|dem|ultra)[ _-]?)?(normal|italic|oblique|slanted|thin|th|hairline|light|lt|regular|medium|med|md|bold|bd|demi|extb|black|blk|bk|heavy|narrow|condensed|cond|cn|cd|compressed|expanded|exp))+$", RegexOptions.IgnoreCase)]
    private static partial Regex Style();
}
