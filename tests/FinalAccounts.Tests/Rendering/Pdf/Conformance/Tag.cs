using System.Text.Json.Nodes;

namespace FinalAccounts.Tests.Rendering.Pdf.Conformance;

/// <summary>A structure element with what it holds, in reading order.</summary>
/// <param name="Type">Without the slash, as the file names it.</param>
internal sealed record Tag(string Type, Tag? Parent, JsonObject Dictionary)
{
    public List<Tag> Children { get; } = [];

    /// <summary>Marked content: the page's reference and the number in it.</summary>
    public List<(string Page, int Id)> Contents { get; } = [];

    /// <summary>References of annotations.</summary>
    public List<string> Annotations { get; } = [];

    public IEnumerable<Tag> WithDescendants => Children.SelectMany(child => child.WithDescendants).Prepend(this);

    /// <summary>The elements that stand directly in the root.</summary>
    public static IReadOnlyList<Tag> Roots(PdfObjects file)
    {
        var root = file.Dictionary(file.Catalog["/StructTreeRoot"]);
        return root is null ? [] : [.. file.Array(root["/K"]).Select(file.Dictionary).OfType<JsonObject>().Select(child => Read(file, child, null, null))];
    }

    private static Tag Read(PdfObjects file, JsonObject dictionary, Tag? parent, string? page)
    {
        var tag = new Tag(PdfObjects.Text(dictionary["/S"])?.TrimStart('/') ?? "", parent, dictionary);
        page = PdfObjects.Text(dictionary["/Pg"]) ?? page;
        foreach (var kid in file.Array(dictionary["/K"]))
        {
            tag.Add(file, kid, page);
        }

        return tag;
    }

    private void Add(PdfObjects file, JsonNode? kid, string? page)
    {
        if (PdfObjects.Number(kid) is { } id)
        {
            Contents.Add((page ?? "", id));
        }
        else if (file.Dictionary(kid) is { } dictionary)
        {
            page = PdfObjects.Text(dictionary["/Pg"]) ?? page;
            switch (PdfObjects.Text(dictionary["/Type"]))
            {
                case "/MCR": Contents.Add((page ?? "", PdfObjects.Number(dictionary["/MCID"]) ?? -1)); break;
                case "/OBJR": Annotations.Add(PdfObjects.Text(dictionary["/Obj"]) ?? ""); break;
                default: Children.Add(Read(file, dictionary, this, page)); break;
            }
        }
    }

    /// <summary>An attribute, such as Scope, of whichever owner has it.</summary>
    public JsonNode? Attribute(PdfObjects file, string name) =>
        file.Array(Dictionary["/A"]).Select(file.Dictionary).Select(owner => owner?[name]).FirstOrDefault(value => value is not null);
}
