using System.Buffers;
using System.Globalization;
using System.Text;

namespace FinalAccounts.Import.Files;

/// <summary>Finds what cannot be printed, or deceives the eye, in the texts of a file: control characters, private-use characters, code points without a character, marks of direction, invisible characters. Each is reported at its cell.</summary>
internal static class Unprintable
{
    /// <summary>Stands in drafts for a character that has no printable form: the printers' geta mark.</summary>
    private const char Geta = '〓';

    // Letters, digits and signs of ASCII, and the basic Chinese characters: nearly every text has nothing else.
    private static readonly SearchValues<char> Usual = SearchValues.Create([.. Enumerable.Range(' ', '\u007F' - ' ').Concat(Enumerable.Range('\u4E00', '\u9FFF' - '\u4E00' + 1)).Select(code => (char)code)]);

    /// <summary>The grid with printable texts only.</summary>
    public static SheetGrid Replace(SheetGrid grid, ImportFindings findings)
    {
        if (!AreAllPlain(grid.Name))
        {
            Clean(grid.Name, "工作表名称", grid.Whole, findings);
        }

        foreach (var cell in grid.Cells.Where(cell => cell.Value is string text && !AreAllPlain(text)).ToList())
        {
            grid.Add(cell with { Value = Clean((string)cell.Value!, "文字", grid.Place(cell), findings) });
        }

        return grid;
    }

    /// <summary>Whether a text has nothing that is reported.</summary>
    public static bool AreAllPlain(string text) => !text.AsSpan().ContainsAnyExcept(Usual) || text.EnumerateRunes().All(IsPlain);

    private static bool IsPlain(Rune rune) => rune.Value == '\n' || rune.Value == '\t' || Kind(rune) == CharacterKind.Plain;

    /// <summary>What a character is to a printer.</summary>
    public static CharacterKind Kind(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => CharacterKind.Control,
        UnicodeCategory.PrivateUse => CharacterKind.PrivateUse,
        UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate or UnicodeCategory.EnclosingMark => CharacterKind.Unprintable,
        UnicodeCategory.Format => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C or (>= 0xE0000 and <= 0xE007F)
            ? CharacterKind.Deceiving : CharacterKind.Invisible,
        _ when rune.Value == 0xFFFD => CharacterKind.Unprintable,
        _ when rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) => CharacterKind.Variation,
        _ => CharacterKind.Plain,
    };

    /// <summary>The text as it can be printed; what was left out or replaced is reported.</summary>
    /// <param name="what">What the text is: 文字, 工作表名称.</param>
    public static string Clean(string text, string what, Place place, ImportFindings findings)
    {
        var clean = new StringBuilder(text.Length);
        var controls = new SortedSet<string>();
        var invisible = new SortedSet<string>();
        var deceiving = new SortedSet<string>();
        var variations = new SortedSet<string>();
        var missing = new SortedSet<string>();
        foreach (var rune in text.EnumerateRunes())
        {
            var kind = IsPlain(rune) ? CharacterKind.Plain : Kind(rune);
            switch (kind)
            {
                case CharacterKind.Plain:
                    clean.Append(rune);
                    break;
                case CharacterKind.Control:
                    controls.Add(Name(rune));
                    break;
                case CharacterKind.PrivateUse or CharacterKind.Unprintable:
                    missing.Add(Name(rune));
                    clean.Append(Geta);
                    break;
                case CharacterKind.Invisible:
                    invisible.Add(Name(rune));
                    break;
                case CharacterKind.Deceiving:
                    deceiving.Add(Name(rune));
                    break;
                default:
                    variations.Add(Name(rune));
                    break;
            }
        }

        // A variation only chooses a shape of the character before it; without it the same character is printed.
        Report(Severity.Note, "变体选择符", variations, "已经去掉，印出的是它前面的字。");
        Report(Severity.Warning, "看不见的字符", invisible, "已经去掉。多半是从网页或别的文件复制来的，请核对这一格。");
        Report(Severity.Error, "改变书写方向或藏着内容的字符", deceiving, "已经去掉；去掉以后读到的可能与看到的不同。请重新输入。");
        Report(Severity.Warning, "看不见的控制字符", controls, "已经去掉。请核对这一格，删除它们或重新输入。");
        Report(Severity.Error, "印不出的字符", missing, $"草稿里印作“{Geta}”。多半是输入法用私用区造的字，请换成标准的字重新输入。");
        return clean.ToString();

        void Report(Severity severity, string kind, SortedSet<string> found, string advice)
        {
            if (found.Count > 0)
            {
                findings.Add(severity, "IMP-58", $"{what}里有{kind}（{string.Join("、", found)}），{advice}", place);
            }
        }
    }

    private static string Name(Rune rune) => rune.Value == 0xE863 ? "U+E863，应为“䶮”" : $"U+{rune.Value:X4}";
}

/// <summary>What a character is to a printer.</summary>
internal enum CharacterKind
{
    /// <summary>Printed as it is.</summary>
    Plain,

    /// <summary>Steers a device, prints nothing.</summary>
    Control,

    /// <summary>Means what one computer's fonts make of it.</summary>
    PrivateUse,

    /// <summary>Has no form of its own: unassigned, replaced, or enclosing what stands before it.</summary>
    Unprintable,

    /// <summary>Chooses a shape of the character before it.</summary>
    Variation,

    /// <summary>Takes no room: zero width, joiners, soft hyphens.</summary>
    Invisible,

    /// <summary>Makes a line read otherwise than it is stored, or hides text: marks of direction, tags.</summary>
    Deceiving,
}
