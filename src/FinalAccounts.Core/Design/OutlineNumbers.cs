using System.Text.RegularExpressions;
using FinalAccounts.Formatting;
using FinalAccounts.Templates;
using FinalAccounts.Templates.Reading;

namespace FinalAccounts.Design;

/// <summary>Counts an outline's titles anew: 第一部分, 一、.</summary>
internal static partial class OutlineNumbers
{
    /// <summary>The outline with its parts and entries counted in their order. Entries of which a condition chooses one go on sharing a number; what had no number gets none.</summary>
    public static Outline Anew(Outline outline)
    {
        var number = 0;
        return outline with { Parts = [.. outline.Parts.Select(Part)] };

        OutlinePart Part(OutlinePart part)
        {
            var counted = Leads(part.Title);
            number += counted ? 1 : 0;
            return Items(part) with { Title = Named(part.Title, number), ContentsText = part.ContentsText is { } text ? Named(text, number) : null };
        }
    }

    private static bool Leads(string title) => PartLead().IsMatch(title);

    private static string Named(string title, int number) => PartLead().Replace(title, _ => $"第{ChineseText.Numeral(Math.Max(1, number))}部分");

    private static OutlinePart Items(OutlinePart part)
    {
        var (number, last) = (0, (OutlineItem?)null);
        var items = new List<OutlineItem>();
        foreach (var item in part.Items)
        {
            if ((OutlineOrdinals.Of(item.Title) ?? OutlineOrdinals.Of(item.ContentsText)) is { } ordinal)
            {
                number += last is { When: not null } && item.When is not null && (OutlineOrdinals.Of(last.Title) ?? OutlineOrdinals.Of(last.ContentsText)) == ordinal ? 0 : 1;
                last = item;
            }

            items.Add(item with { Title = Numbered(item.Title, number), ContentsText = Numbered(item.ContentsText, number) });
        }

        return part with { Items = items };
    }

    private static string? Numbered(string? title, int number) => OutlineOrdinals.Of(title) is { } ordinal ? ChineseText.Numeral(number) + title![ordinal.Length..] : title;

    [GeneratedRegex("^第[一二三四五六七八九十]+部分")]
    private static partial Regex PartLead();
}
