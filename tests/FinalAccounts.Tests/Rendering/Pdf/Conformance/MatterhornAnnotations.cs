using System.Text.Json.Nodes;

namespace FinalAccounts.Tests.Rendering.Pdf.Conformance;

/// <summary>The conditions about annotations, of which our files have links only.</summary>
internal static class MatterhornAnnotations
{
    public static IEnumerable<string> Faults(PdfObjects file, IReadOnlyList<Tag> tags)
    {
        var parents = tags.SelectMany(tag => tag.Annotations.Select(annotation => (annotation, tag.Type))).ToLookup(pair => pair.annotation, pair => pair.Type);
        foreach (var page in file.Pages.Select(page => file.Dictionary(JsonValue.Create(page))!))
        {
            var annotations = file.Array(page["/Annots"]).ToList();
            if (annotations.Count > 0 && PdfObjects.Text(page["/Tabs"]) != "/S")
            {
                yield return page["/Tabs"] is null ? "28-008 a page with annotations has no Tabs" : "28-009 Tabs is not S";
            }

            foreach (var annotation in annotations)
            {
                var dictionary = file.Dictionary(annotation)!;
                if (PdfObjects.Text(dictionary["/Subtype"]) != "/Link")
                {
                    yield return $"28-002 an annotation {dictionary["/Subtype"]}";
                }

                if (!parents[PdfObjects.Text(annotation) ?? ""].SequenceEqual(["Link"]))
                {
                    yield return "28-011 a link is in no Link";
                }

                if (PdfObjects.Text(dictionary["/Contents"]) is not { Length: > 2 })
                {
                    yield return "28-012 a link without Contents";
                }
            }
        }
    }
}
