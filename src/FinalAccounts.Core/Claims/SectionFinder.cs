using FinalAccounts.Templates;

namespace FinalAccounts.Claims;

/// <summary>Follows the headings of a document and knows which section of the statements a line stands in.</summary>
internal sealed class SectionFinder(IReadOnlyList<StatementSection> sections)
{
    private readonly SortedDictionary<int, StatementSection?> path = [];

    /// <summary>The section of the lines that come next: that of the nearest heading that names one.</summary>
    public StatementSection? Current => path.Values.LastOrDefault(section => section is not null);

    /// <summary>Takes a heading.</summary>
    public void Enter(Passage passage)
    {
        if (passage.Block is not Heading heading)
        {
            return;
        }

        foreach (var deeper in path.Keys.Where(level => level >= heading.Level).ToList())
        {
            path.Remove(deeper);
        }

        path[heading.Level] = Named(passage.Content);
    }

    // The words that stand first in the heading count, then the longest: 财政拨款收入支出决算总体情况 is not 收入支出决算总体情况.
    private StatementSection? Named(string heading) => sections
        .SelectMany(section => section.Headings.Select(words => (section, words, at: heading.IndexOf(words, StringComparison.Ordinal))))
        .Where(found => found.at >= 0)
        .OrderBy(found => found.at).ThenByDescending(found => found.words.Length)
        .Select(found => found.section).FirstOrDefault();
}
