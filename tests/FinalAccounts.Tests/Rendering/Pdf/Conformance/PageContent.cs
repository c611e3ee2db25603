using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.MarkedContent;
using UglyToad.PdfPig.Tokens;

namespace FinalAccounts.Tests.Rendering.Pdf.Conformance;

/// <summary>What a page's content stream says of its own items: which are tagged, and by which number, which are artifacts, and which are neither.</summary>
/// <param name="Ids">The numbers of the tagged content.</param>
/// <param name="Faults">Items that break the rules, each with its condition.</param>
internal sealed record PageContent(IReadOnlyList<int> Ids, IReadOnlyList<string> Faults)
{
    private const int Neither = -1;
    private const int Artifact = -2;

    // Whatever leaves something on the paper.
    private static readonly HashSet<string> Painting =
        ["Tj", "TJ", "'", "\"", "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "EI"];

    public static PageContent Of(Page page) => Of(page.Number, page.Operations);

    public static PageContent Of(int page, IEnumerable<IGraphicsStateOperation> operations)
    {
        var (ids, faults, open) = (new List<int>(), new List<string>(), new Stack<int>());
        foreach (var operation in operations)
        {
            switch (operation)
            {
                case BeginMarkedContentWithProperties begin: Enter(begin.Name, begin.Properties); break;
                case BeginMarkedContent begin: Enter(begin.Name, null); break;
                case EndMarkedContent when !open.TryPop(out _): faults.Add($"page {page}: marked content ends that did not begin"); break;
                default:
                    if (Painting.Contains(operation.Operator) && open.All(kind => kind == Neither))
                    {
                        faults.Add($"01-005 page {page}: {operation.Operator} is neither tagged nor an artifact");
                    }

                    break;
            }
        }

        return new PageContent(ids, open.Count == 0 ? faults : [.. faults, $"page {page}: marked content does not end"]);

        void Enter(NameToken name, DictionaryToken? properties)
        {
            var id = properties is not null && properties.Data.TryGetValue("MCID", out var token) && token is NumericToken number ? number.Int : Neither;
            var kind = name.Data == "Artifact" ? Artifact : id;
            if (kind == Artifact && open.Any(outer => outer >= 0))
            {
                faults.Add($"01-003 page {page}: an artifact inside tagged content");
            }

            if (kind >= 0)
            {
                ids.Add(kind);
                if (open.Contains(Artifact))
                {
                    faults.Add($"01-004 page {page}: tagged content inside an artifact");
                }
            }

            open.Push(kind);
        }
    }
}
