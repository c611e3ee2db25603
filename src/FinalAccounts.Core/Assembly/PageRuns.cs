namespace FinalAccounts.Assembly;

/// <summary>Collects blocks into sections, runs of pages of one setup.</summary>
internal sealed class PageRuns
{
    private readonly List<Section> sections = [];
    private List<Block> blocks = [];
    private PageSetup page = new();

    /// <summary>The sections so far, the current one included.</summary>
    public IReadOnlyList<Section> Close()
    {
        if (blocks.Count > 0)
        {
            sections.Add(new Section(page, blocks));
            blocks = [];
        }

        return sections;
    }

    /// <summary>What follows starts on a new page, in a new section where the page is set up otherwise.</summary>
    public void StartPage(PageSetup setup)
    {
        if (blocks.Count > 0 && page == setup)
        {
            blocks.Add(new PageBreak());
            return;
        }

        Close();
        page = setup;
    }

    /// <summary>What follows stands on pages of this setup, on the current page when it has it.</summary>
    public void Turn(PageSetup setup)
    {
        if (page != setup)
        {
            StartPage(setup);
        }
    }

    /// <summary>A section of its own.</summary>
    public void AddSection(PageSetup setup, params IReadOnlyList<Block> content)
    {
        Close();
        sections.Add(new Section(setup, content));
        page = new PageSetup();
    }

    /// <summary>Adds a block to the current page.</summary>
    public void Add(Block block) => blocks.Add(block);

    /// <summary>Adds blocks to the current page.</summary>
    public void Add(IEnumerable<Block> more) => blocks.AddRange(more);
}
