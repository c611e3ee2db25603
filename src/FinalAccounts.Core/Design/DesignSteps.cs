using System.Text.RegularExpressions;
using FinalAccounts.Templates;

namespace FinalAccounts.Design;

/// <summary>What can be done to a design, step by step. Places are numbers of parts and entries from 0; a place that there is not changes nothing.</summary>
public static partial class DesignSteps
{
    /// <summary>A part one up (-1) or down (+1).</summary>
    public static SetDesign MovePart(this SetDesign design, int part, int by)
    {
        var parts = design.Outline.Parts.ToList();
        return IsIn(parts, part) && IsIn(parts, part + by) ? design.With(Swapped(parts, part, part + by)) : design;
    }

    /// <summary>An entry one up or down among those of its kind, tables or others; over its part's edge it comes into the next part, if it is no table.</summary>
    public static SetDesign MoveItem(this SetDesign design, int part, int item, int by)
    {
        var parts = design.Outline.Parts.ToList();
        if (!IsIn(parts, part) || !IsIn(parts[part].Items, item))
        {
            return design;
        }

        var (items, moved) = (parts[part].Items.ToList(), parts[part].Items[item]);
        var other = item + by;
        while (IsIn(items, other) && items[other].Table is null != moved.Table is null)
        {
            other += by;
        }

        if (IsIn(items, other))
        {
            parts[part] = parts[part] with { Items = Swapped(items, item, other) };
            return design.With(parts);
        }

        if (moved.Table is not null || !IsIn(parts, part + by))
        {
            return design;
        }

        items.RemoveAt(item);
        parts[part] = parts[part] with { Items = items };
        var next = parts[part + by];
        parts[part + by] = next with { Items = by < 0 ? [.. next.Items, moved] : [moved, .. next.Items] };
        return design.With(parts);
    }

    /// <summary>An entry out of the document.</summary>
    public static SetDesign LeaveOut(this SetDesign design, int part, int item)
    {
        var parts = design.Outline.Parts.ToList();
        if (!IsIn(parts, part) || !IsIn(parts[part].Items, item))
        {
            return design;
        }

        parts[part] = parts[part] with { Items = [.. parts[part].Items.Where((_, at) => at != item)] };
        return design.With(parts);
    }

    /// <summary>A part with all its entries out of the document.</summary>
    public static SetDesign LeaveOutPart(this SetDesign design, int part) => design.With([.. design.Outline.Parts.Where((_, at) => at != part)]);

    /// <summary>An entry that was left out, at the end of a part; behind the last part it begins a new one, called as where it comes from.</summary>
    /// <param name="content">What it prints.</param>
    public static SetDesign TakeIn(this SetDesign design, string content, int part)
    {
        var parts = design.Outline.Parts.ToList();
        if (design.LeftOut.FirstOrDefault(entry => SetDesign.Content(entry.Item) == content) is not { Item: { } item } entry || part < 0 || part > parts.Count)
        {
            return design;
        }

        if (part == parts.Count)
        {
            parts.Add(design.Like.Outline.Parts[entry.Part] with { Items = [] });
        }

        parts[part] = parts[part] with { Items = [.. parts[part].Items, item] };
        return design.With(parts);
    }

    /// <summary>The parts that hold tables right behind the first part, or behind all others.</summary>
    public static SetDesign TablesAt(this SetDesign design, bool last)
    {
        var parts = design.Outline.Parts;
        var tables = parts.Where(HasTables).ToList();
        var others = parts.Where(part => !HasTables(part)).ToList();
        others.InsertRange(last ? others.Count : Math.Min(1, others.Count), tables);
        return design.With(others);
    }

    /// <summary>The titles of parts and entries, as typed; a blank one of a part stays as it was, of an entry it is none.</summary>
    /// <param name="parts">By the part's number.</param>
    /// <param name="items">By the part's and the entry's number: 1-0.</param>
    public static SetDesign Titled(this SetDesign design, IReadOnlyDictionary<string, string> parts, IReadOnlyDictionary<string, string> items)
    {
        return design.With([.. design.Outline.Parts.Select((part, p) => part with
        {
            Title = parts.TryGetValue($"{p}", out var title) && title.Trim().Length > 0 ? title.Trim() : part.Title,
            Items = [.. part.Items.Select((item, i) => items.TryGetValue($"{p}-{i}", out var own) ? item with { Title = own.Trim() is { Length: > 0 } text ? text : null } : item)],
        })]);
    }

    /// <summary>The marks 公开01表, 公开02表 … counted anew in the order of the tables; marks of another kind stay.</summary>
    public static SetDesign MarksInOrder(this SetDesign design)
    {
        var (tables, number) = (design.Tables.ToDictionary(StringComparer.Ordinal), 0);
        foreach (var layout in design.Printed.Where(layout => layout.Mark is { } mark && Numbered().IsMatch(mark)).ToList())
        {
            tables[layout.Key] = layout with { Mark = $"公开{++number:00}表" };
        }

        return design with { Tables = tables };
    }

    /// <summary>Whether a part holds tables.</summary>
    public static bool HasTables(OutlinePart part) => part.Items.Any(item => item.Table is not null);

    private static SetDesign With(this SetDesign design, IReadOnlyList<OutlinePart> parts) =>
        design with { Outline = OutlineNumbers.Anew(design.Outline with { Parts = [.. parts.Where(part => part.Items.Count > 0)] }) };

    private static bool IsIn<T>(IReadOnlyList<T> list, int at) => at >= 0 && at < list.Count;

    private static List<T> Swapped<T>(List<T> list, int one, int other)
    {
        (list[one], list[other]) = (list[other], list[one]);
        return list;
    }

    [GeneratedRegex(@"\A公开\d\d表\z")]
    private static partial Regex Numbered();
}
