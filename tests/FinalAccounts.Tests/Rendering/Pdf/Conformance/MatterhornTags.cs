namespace FinalAccounts.Tests.Rendering.Pdf.Conformance;

/// <summary>The conditions about structure: types, nesting of lists, contents and tables, headings, figures, header cells.</summary>
internal static class MatterhornTags
{
    // ISO 32000-1, 14.8.4.
    private static readonly HashSet<string> Standard =
    [
        "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4",
        "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry",
        "Code", "Link", "Annot", "Figure", "Formula", "Form",
    ];

    // Tables 333, 336 and 337: where an element may stand.
    private static readonly Dictionary<string, (string Condition, string[] Parents)> Places = new()
    {
        ["TOCI"] = ("09-006", ["TOC"]), ["LI"] = ("09-005", ["L"]), ["Lbl"] = ("09-005", ["LI"]), ["LBody"] = ("09-005", ["LI"]),
        ["TR"] = ("09-004", ["Table", "THead", "TBody", "TFoot"]), ["TH"] = ("09-004", ["TR"]), ["TD"] = ("09-004", ["TR"]),
        ["THead"] = ("09-004", ["Table"]), ["TBody"] = ("09-004", ["Table"]), ["TFoot"] = ("09-004", ["Table"]),
    };

    // And what may stand in it.
    private static readonly Dictionary<string, (string Condition, string[] Children)> Holds = new()
    {
        ["TOC"] = ("09-006", ["TOC", "TOCI", "Caption"]), ["L"] = ("09-005", ["L", "LI", "Caption"]), ["LI"] = ("09-005", ["Lbl", "LBody"]),
        ["Table"] = ("09-004", ["TR", "THead", "TBody", "TFoot", "Caption"]), ["TR"] = ("09-004", ["TH", "TD"]),
        ["THead"] = ("09-004", ["TR"]), ["TBody"] = ("09-004", ["TR"]), ["TFoot"] = ("09-004", ["TR"]),
    };

    public static IEnumerable<string> Faults(PdfObjects file, IReadOnlyList<Tag> tags) =>
        tags.Count == 0 ? ["no tags"] : [.. Types(file, tags), .. Nesting(tags), .. Headings(tags), .. tags.SelectMany(tag => Alone(file, tag))];

    private static IEnumerable<string> Types(PdfObjects file, IReadOnlyList<Tag> tags)
    {
        var map = file.Dictionary(file.Dictionary(file.Catalog["/StructTreeRoot"])?["/RoleMap"]);
        foreach (var type in tags.Select(tag => tag.Type).Distinct().Where(type => !Standard.Contains(type)))
        {
            var seen = new List<string> { type };
            while (!Standard.Contains(seen[^1]))
            {
                var next = PdfObjects.Text(map?["/" + seen[^1]])?.TrimStart('/');
                if (next is null || seen.Contains(next))
                {
                    yield return next is null ? $"02-001 {type} stands for no standard type" : $"02-003 {type} is mapped in a circle";
                    break;
                }

                seen.Add(next);
            }
        }

        foreach (var remapped in map?.Select(pair => pair.Key.TrimStart('/')).Where(Standard.Contains) ?? [])
        {
            yield return $"02-004 {remapped} is mapped to something else";
        }
    }

    private static IEnumerable<string> Nesting(IReadOnlyList<Tag> tags)
    {
        foreach (var tag in tags)
        {
            if (Places.TryGetValue(tag.Type, out var place) && !place.Parents.Contains(tag.Parent?.Type))
            {
                yield return $"{place.Condition} {tag.Type} in {tag.Parent?.Type}";
            }

            if (Holds.TryGetValue(tag.Type, out var holds) && (tag.Children.Any(child => !holds.Children.Contains(child.Type)) || tag.Contents.Count > 0))
            {
                yield return $"{holds.Condition} {tag.Type} holds {string.Join(' ', tag.Children.Select(child => child.Type).Except(holds.Children))} or bare content";
            }
        }
    }

    private static IEnumerable<string> Headings(IReadOnlyList<Tag> tags)
    {
        var before = 0;
        foreach (var tag in tags.Where(tag => tag.Type is ['H', >= '1' and <= '6']))
        {
            var level = tag.Type[1] - '0';
            if (level > before + 1)
            {
                yield return before == 0 ? $"14-002 the first heading is {tag.Type}" : $"14-003 H{before} is followed by {tag.Type}";
            }

            before = level;
        }

        if (tags.Any(tag => tag.Type == "H"))
        {
            yield return "14-007 H beside numbered headings";
        }
    }

    private static IEnumerable<string> Alone(PdfObjects file, Tag tag) => tag.Type switch
    {
        "Figure" or "Formula" when Words(tag, "/Alt") is null && Words(tag, "/ActualText") is null => ["13-004 a figure without Alt"],
        "TH" when PdfObjects.Text(tag.Attribute(file, "/Scope")) is not ("/Row" or "/Column" or "/Both") => ["15-003 TH without scope"],
        "Table" => Grid(file, tag),
        _ => [],
    };

    private static string? Words(Tag tag, string key) => PdfObjects.Text(tag.Dictionary[key]) is { Length: > 2 } text ? text : null;

    // ISO 14289-1, 7.5: every row has as many columns as the others, spans counted.
    private static IEnumerable<string> Grid(PdfObjects file, Tag table)
    {
        var rows = table.WithDescendants.Where(tag => tag.Type == "TR").ToList();
        var covered = new int[rows.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var cell in rows[row].Children)
            {
                var (across, down) = (Span(file, cell, "/ColSpan"), Span(file, cell, "/RowSpan"));
                for (var below = row; below < Math.Min(rows.Count, row + down); below++)
                {
                    covered[below] += across;
                }
            }
        }

        return covered.Distinct().Count() > 1 ? [$"a table's rows have {string.Join(", ", covered.Distinct().Order())} columns"] : [];
    }

    private static int Span(PdfObjects file, Tag cell, string name) => PdfObjects.Number(cell.Attribute(file, name)) ?? 1;
}
