namespace FinalAccounts.Service.Data;

/// <summary>What findings say of the cells and facts of a grid, and how many there are in each table and sheet.</summary>
public sealed class GridMarks
{
    private readonly ILookup<DataSpot, Finding> spots;
    private readonly Dictionary<string, (int Errors, int Others)> counts;

    private GridMarks(ILookup<DataSpot, Finding> spots, Dictionary<string, (int Errors, int Others)> counts) => (this.spots, this.counts) = (spots, counts);

    /// <summary>Of the data in force. Notes and rounding differences mark nothing.</summary>
    public static GridMarks Of(DataView data, IReadOnlyList<Finding> findings)
    {
        var index = PlaceIndex.Of(data);
        var telling = findings.Where(finding => finding.Severity >= Severity.Warning).ToList();
        return new GridMarks(
            telling.SelectMany(finding => finding.Places.Select(index.Find).OfType<DataSpot>().Distinct(), (finding, spot) => (finding, spot)).ToLookup(pair => pair.spot, pair => pair.finding),
            telling.SelectMany(finding => finding.Places.Select(place => index.SheetOf(place)?.Name).OfType<string>().Distinct(), (finding, sheet) => (finding, sheet))
                .GroupBy(pair => pair.sheet, pair => pair.finding.Severity >= Severity.Error)
                .ToDictionary(group => group.Key, group => (group.Count(error => error), group.Count(error => !error))));
    }

    /// <summary>bad, doubtful or nothing.</summary>
    public string Look(DataSpot spot) => spots[spot].Select(finding => finding.Severity).DefaultIfEmpty().Max() switch
    {
        >= Severity.Error => "bad",
        Severity.Warning => "doubtful",
        _ => "",
    };

    /// <summary>The messages, a line each; empty when there are none.</summary>
    public string Words(DataSpot spot) => string.Concat(spots[spot].OrderByDescending(finding => finding.Severity).Select(finding => $"\n{finding.Rule} {finding.Message}"));

    /// <summary>How many findings a table or sheet has.</summary>
    public (int Errors, int Others) In(string sheet) => counts.GetValueOrDefault(sheet);

    /// <summary>Sheets with errors first, then those with doubts, else as the set has them.</summary>
    public IEnumerable<T> Sorted<T>(IEnumerable<T> sheets, Func<T, string> name) =>
        sheets.OrderBy(sheet => In(name(sheet)) switch { ( > 0, _) => 0, (_, > 0) => 1, _ => 2 });
}
