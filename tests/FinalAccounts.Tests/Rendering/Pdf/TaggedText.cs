using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace FinalAccounts.Tests.Rendering.Pdf;

/// <summary>The text of a PDF as a screen reader reads it: in the order of its tags, without artifacts.</summary>
internal sealed class TaggedText
{
    private readonly PdfDocument pdf;
    private readonly Dictionary<(int Page, int Id), string> contents = [];
    private readonly Dictionary<IndirectReference, int> pages = [];
    private readonly StringBuilder text = new();

    private TaggedText(PdfDocument pdf) => this.pdf = pdf;

    public static string Of(PdfDocument pdf)
    {
        var tagged = Read(pdf);
        tagged.NumberPages(pdf.Structure.Catalog.CatalogDictionary.Data["Pages"]);
        tagged.Walk(pdf.Structure.Catalog.CatalogDictionary.Data["StructTreeRoot"], 0);
        return tagged.text.ToString();
    }

    /// <summary>The text of each piece of tagged content, by its page and its number there.</summary>
    public static IReadOnlyDictionary<(int Page, int Id), string> ByContent(PdfDocument pdf) => Read(pdf).contents;

    private static TaggedText Read(PdfDocument pdf)
    {
        var tagged = new TaggedText(pdf);
        foreach (var page in pdf.GetPages())
        {
            tagged.Collect(page.Number, page.GetMarkedContents());
        }

        return tagged;
    }

    private void NumberPages(IToken token)
    {
        var reference = ((IndirectReferenceToken)token).Data;
        var node = (DictionaryToken)pdf.Structure.GetObject(reference)!.Data;
        if (node.Data.TryGetValue("Kids", out var kids))
        {
            foreach (var kid in ((ArrayToken)kids).Data)
            {
                NumberPages(kid);
            }
        }
        else
        {
            pages[reference] = pages.Count + 1;
        }
    }

    private void Collect(int page, IEnumerable<MarkedContentElement> elements)
    {
        foreach (var element in elements)
        {
            if (element.MarkedContentIdentifier >= 0 && !element.IsArtifact)
            {
                contents[(page, element.MarkedContentIdentifier)] =
                    contents.GetValueOrDefault((page, element.MarkedContentIdentifier)) + string.Concat(element.Letters.Select(letter => letter.Value));
            }

            Collect(page, element.Children);
        }
    }

    private void Walk(IToken token, int page)
    {
        switch (token)
        {
            case IndirectReferenceToken reference:
                Walk(pdf.Structure.GetObject(reference.Data)!.Data, page);
                break;
            case ArrayToken array:
                foreach (var child in array.Data)
                {
                    Walk(child, page);
                }

                break;
            case NumericToken id:
                text.Append(contents.GetValueOrDefault((page, id.Int)));
                break;
            case DictionaryToken element:
                var here = element.Data.TryGetValue("Pg", out var at) && at is IndirectReferenceToken to ? pages[to.Data] : page;
                if (element.Data.TryGetValue("MCID", out var content))
                {
                    Walk(content, here);
                }
                else if (element.Data.TryGetValue("K", out var children))
                {
                    Walk(children, here);
                }

                break;
        }
    }
}
