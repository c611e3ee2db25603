using System.Text.RegularExpressions;
using FinalAccounts.Documents.Comparison;

namespace FinalAccounts.Service.Templates.Proposals;

/// <summary>Puts the changes of all units together that are the same but for their figures and the unit's name: what the readers of how many units will read otherwise.</summary>
internal sealed partial class TrialGroups
{
    /// <summary>How many groups are kept, and how many are told apart while units are tried.</summary>
    public const int Most = 60, Kept = 500;

    /// <summary>How many units of a group are named.</summary>
    public const int Named = 20;

    private readonly Dictionary<(string Where, string Before, string After), Group> groups = [];

    /// <summary>One unit's changes.</summary>
    public void Add(string name, int year, IReadOnlyList<Change> changes)
    {
        var met = new HashSet<Group>();
        foreach (var change in changes)
        {
            var key = (Sketch(change.Where, name), Sketch(change.Before, name), Sketch(change.After, name));
            if (!groups.TryGetValue(key, out var group))
            {
                if (groups.Count == Kept)
                {
                    continue;
                }

                groups[key] = group = new Group(TrialSample.Of($"{name}（{year}年度）", change));
            }

            group.Places += change.Extent;
            if (met.Add(group) && ++group.Units <= Named)
            {
                group.Names.Add($"{name}（{year}年度）");
            }
        }
    }

    /// <summary>The groups, those of the most units first.</summary>
    public IReadOnlyList<TrialGroup> Result =>
    [
        .. groups.Values.OrderByDescending(group => group.Units).ThenByDescending(group => group.Places).Take(Most)
            .Select(group => new TrialGroup(group.Units, group.Places, group.Example, group.Names)),
    ];

    private static string Sketch(string text, string name) => Number().Replace(text.Replace(name, "〔单位〕", StringComparison.Ordinal), "#");

    [GeneratedRegex(@"\d[\d,.]*[%％]?")]
    private static partial Regex Number();

    private sealed class Group(TrialSample example)
    {
        public TrialSample Example => example;

        public int Units { get; set; }

        public int Places { get; set; }

        public List<string> Names { get; } = [];
    }
}
