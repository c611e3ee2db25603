using Deque.AxeCore.Commons;

namespace FinalAccounts.TestSupport;

/// <summary>What axe looks at: of a table's rows, which one loop writes all alike, the first forty. Its time grows with the cells, thousands in a disclosure.</summary>
public static class FewOfAKind
{
    public static AxeRunContext Rows { get; } = new() { Exclude = [new AxeSelector("tbody tr:nth-child(n+41)")] };
}
