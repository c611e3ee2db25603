using System.Text.Encodings.Web;
using System.Text.Json;
using FinalAccounts.Documents.Comparison;

namespace FinalAccounts.Service.Templates.Proposals;

/// <summary>What a trial found.</summary>
/// <param name="Units">How many units were tried.</param>
/// <param name="Changed">How many of them would read differently.</param>
/// <param name="Failing">How many would have errors that they do not have now.</param>
/// <param name="Broken">Why the set cannot be used at all, as <see cref="FindingsJson"/>; an empty array when it can.</param>
/// <param name="Failures">The failing units, the first of them.</param>
/// <param name="ChangedUnits">The changed units, the first of them.</param>
/// <param name="Groups">The differences, equal ones together, those of the most units first.</param>
public sealed record TrialResult(
    int Units, int Changed, int Failing, string Broken, IReadOnlyList<FailingUnit> Failures, IReadOnlyList<ChangedUnit> ChangedUnits, IReadOnlyList<TrialGroup> Groups)
{
    /// <summary>How many failing and changed units are named.</summary>
    public const int MostUnits = 200;

    /// <summary>The differences; none of trials that were made before they were put together.</summary>
    public IReadOnlyList<TrialGroup> Groups { get; init; } = Groups ?? [];

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The set is broken.</summary>
    public static TrialResult OfBroken(IReadOnlyList<Finding> findings) => new(0, 0, 0, FindingsJson.Write(findings), [], [], []);

    /// <summary>As those see it who see these units only (code to name): the counts, and of units and sentences theirs.</summary>
    public TrialResult Of(IReadOnlyDictionary<string, string> units)
    {
        var names = units.Values.ToHashSet();
        bool IsTheirs(string title) => names.Contains(title[..Math.Max(0, title.LastIndexOf('（'))]);
        return this with
        {
            Failures = [.. Failures.Where(unit => units.ContainsKey(unit.Code))],
            ChangedUnits = [.. ChangedUnits.Where(unit => units.ContainsKey(unit.Code))],
            Groups = [.. Groups.Where(group => IsTheirs(group.Example.Unit)).Select(group => group with { Names = [.. group.Names.Where(IsTheirs)] })],
        };
    }

    /// <summary>As the proposal's row keeps it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>What <see cref="ToJson"/> wrote; null before the trial's end.</summary>
    public static TrialResult? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<TrialResult>(json, Options);
}

/// <summary>A unit whose document would have new errors.</summary>
/// <param name="Errors">How many.</param>
/// <param name="Findings">The first of them, as <see cref="FindingsJson"/>.</param>
public sealed record FailingUnit(string Code, string Name, int Year, int Errors, string Findings);

/// <summary>A unit whose document would read differently.</summary>
/// <param name="Places">At how many places.</param>
public sealed record ChangedUnit(string Code, string Name, int Year, int Places);

/// <summary>Differences of several units that are the same but for figures and names.</summary>
/// <param name="Units">How many units.</param>
/// <param name="Places">At how many places.</param>
/// <param name="Example">One of them.</param>
/// <param name="Names">The units, the first of them.</param>
public sealed record TrialGroup(int Units, int Places, TrialSample Example, IReadOnlyList<string> Names);

/// <summary>A difference.</summary>
public sealed record TrialSample(string Unit, string Where, string Left, string Before, string After, string Right)
{
    private const int Longest = 300;

    internal static TrialSample Of(string unit, Change change) => new(
        unit, change.Where, change.Context?.Left ?? "", Cut(change.Before), Cut(change.After), change.Context?.Right ?? "");

    private static string Cut(string text) => text.Length > Longest ? text[..Longest] + "……" : text;
}
