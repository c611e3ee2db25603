using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace FinalAccounts.TestSupport;

/// <summary>Asks axe who is kept out of a page. The page has the script once, however often it is asked: bringing it in costs more than most pages' answers.</summary>
public static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    // Of a table's rows, which one loop writes all alike, the first forty. What frames show has tests of its own; of what is right nothing need be told.
    private const string Ask = """
        () => axe.run({ exclude: [['tbody tr:nth-child(n+41)']] }, { iframes: false, resultTypes: ['violations'] }).then(result => result.violations
            .filter(violation => violation.impact === 'serious' || violation.impact === 'critical')
            .map(violation => `${violation.id}: ${violation.help} ${violation.nodes.slice(0, 3).map(node => node.html).join(' | ')}`))
        """;

    /// <summary>Gives the script to every page that this window opens from now on; sending it to each takes longer than its answer.</summary>
    public static Task AccompanyAsync(IPage page) => page.AddInitScriptAsync(Script);

    /// <summary>The serious and critical violations; empty when there are none.</summary>
    public static async Task<IReadOnlyList<string>> SeriousAsync(IPage page)
    {
        if (await page.EvaluateAsync<bool>("typeof axe === 'undefined'"))
        {
            await page.EvaluateAsync(Script);
        }

        return await page.EvaluateAsync<string[]>(Ask);
    }
}
