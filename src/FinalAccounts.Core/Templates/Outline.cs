namespace FinalAccounts.Templates;

/// <summary>Parts and sections in order, read from outline.yaml.</summary>
public sealed record Outline(OutlineCover Cover, IReadOnlyList<OutlinePart> Parts)
{
    /// <summary>Title of the table of contents (目　录); null for none.</summary>
    public string? ContentsTitle { get; init; }

    /// <summary>Printed at the head of every numbered page, with placeholders; null for none. A draft prints its notice there.</summary>
    public string? RunningHead { get; init; }

    /// <summary>The entries of all parts, in order.</summary>
    public IEnumerable<OutlineItem> Items => Parts.SelectMany(part => part.Items);

    /// <summary>The keys of the tables that are printed.</summary>
    public IReadOnlySet<string> Tables => Items.Select(item => item.Table).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>The files' name without its ending, with placeholders; null: the title.</summary>
    public string? FileName { get; init; }
}

/// <summary>The cover: title lines and extras, with {名称} placeholders.</summary>
/// <param name="Extras">Lines above the title.</param>
public sealed record OutlineCover(IReadOnlyList<string> TitleLines, string Date, IReadOnlyList<string> Extras)
{
    /// <summary>Lines below the title, above the date.</summary>
    public IReadOnlyList<string> Below { get; init; } = [];

    /// <summary>All lines, as the set writes them.</summary>
    public IEnumerable<string> Lines => TitleLines.Concat(Extras).Concat(Below).Append(Date);
}

/// <summary>A part: 第一部分 ….</summary>
/// <param name="Title">As printed, with placeholders such as {公开名称} and {年度}.</param>
/// <param name="Items">Sections, tables or annexes in order.</param>
public sealed record OutlinePart(string Title, IReadOnlyList<OutlineItem> Items)
{
    /// <summary>As the contents say it, where that differs from the title; null otherwise.</summary>
    public string? ContentsText { get; init; }

    /// <summary>Whether the part's title stands on a page of its own.</summary>
    public bool TitlePage { get; init; }
}

/// <summary>An entry of a part: exactly one of Section, Table and Annex is set.</summary>
/// <param name="Title">As in the contents: 一、收入支出决算总体情况说明; null when the template prints its own headings.</param>
public sealed record OutlineItem(string? Title)
{
    /// <summary>As the contents say it, where that differs from the title; null otherwise.</summary>
    public string? ContentsText { get; init; }

    /// <summary>A narrative template: sections/01.sbn.</summary>
    public string? Section { get; init; }

    /// <summary>A table's key.</summary>
    public string? Table { get; init; }

    /// <summary>The name of a built-in annex: 整体自评, 项目自评.</summary>
    public string? Annex { get; init; }

    /// <summary>A condition in the formula language; a unit for which it is false has no such entry. Null: always.</summary>
    public string? When { get; init; }

    /// <summary>Where <see cref="When"/> stands.</summary>
    public Place? WhenPlace { get; init; }
}
