using FinalAccounts.Rendering.Typst.Worker;

namespace FinalAccounts.Rendering.Typst;

/// <summary>The headings' pages, as the layout answers.</summary>
internal static class PageNumbers
{
    public static PageMap Read(WorkerAnswer answer, Document document)
    {
        var pages = answer.Pages.ToDictionary(pair => pair[0].GetString()!, pair => pair[1].GetInt32());
        var lost = document.Blocks.OfType<Heading>().Where(heading => !pages.ContainsKey(heading.Id)).Select(heading => heading.Id).ToList();
        return lost.Count == 0
            ? new PageMap(pages, answer.PageCount)
            : throw new RenderingException($"排版后找不到标题 {string.Join("、", lost)}，不能确定目录页码。");
    }
}
