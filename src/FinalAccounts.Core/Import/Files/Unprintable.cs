using System.Globalization;
using System.Text;

namespace FinalAccounts.Import.Files;

/// <summary>Finds what cannot be printed in the texts of a sheet: control characters, private-use characters, code points without a character. Each is reported at its cell.</summary>
internal static class Unprintable
{
    /// <summary>Stands in drafts for a character that has no printable form: the printers' geta mark.</summary>
    private const char Geta = '〓';

    /// <summary>The grid with printable texts only.</summary>
    public static SheetGrid Replace(SheetGrid grid, ImportFindings findings)
    {
        foreach (var cell in grid.Cells.Where(cell => cell.Value is string text && text.EnumerateRunes().Any(rune => !IsPlain(rune))).ToList())
        {
            grid.Add(cell with { Value = Clean((string)cell.Value!, cell, grid, findings) });
        }

        return grid;
    }

    private static bool IsPlain(Rune rune) => rune.Value == '\n' || rune.Value == '\t' || Kind(rune) == CharacterKind.Plain;

    /// <summary>What a character is to a printer.</summary>
    public static CharacterKind Kind(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => CharacterKind.Control,
        UnicodeCategory.PrivateUse => CharacterKind.PrivateUse,
        UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate or UnicodeCategory.EnclosingMark => CharacterKind.Unprintable,
        _ when rune.Value == 0xFFFD => CharacterKind.Unprintable,
        _ when rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) => CharacterKind.Variation,
        _ => CharacterKind.Plain,
    };

    // A variation selector only chooses a shape of the character before it; without it the same character is printed.
    private static string Clean(string text, GridCell cell, SheetGrid grid, ImportFindings findings)
    {
        var clean = new StringBuilder(text.Length);
        var controls = new SortedSet<string>();
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
                default:
                    break;
            }
        }

        if (controls.Count > 0)
        {
            findings.Warn("IMP-58", $"文字里有看不见的控制字符（{string.Join("、", controls)}），已经去掉。请核对这一格，删除它们或重新输入。", grid.Place(cell));
        }

        if (missing.Count > 0)
        {
            findings.Error("IMP-58", $"文字里有印不出的字符（{string.Join("、", missing)}），草稿里印作“{Geta}”。多半是输入法用私用区造的字，请换成标准的字重新输入。", grid.Place(cell));
        }

        return clean.ToString();
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
}
