using FinalAccounts.Service.Guides;
using FinalAccounts.Service.People;

namespace FinalAccounts.Service.Pages.Help;

/// <summary>The guides and a search in all of them.</summary>
[Authorize(Rights.Read)]
public sealed class IndexModel : PageModel
{
    /// <summary>What is looked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>What was found.</summary>
    public IReadOnlyList<GuideHit> Hits { get; private set; } = [];

    public void OnGet() => Hits = GuideShelf.Search(Q);
}
