namespace FinalAccounts.Import;

/// <summary>Collects what the import has to say, in the order of discovery; nothing is thrown for mistakes that people make.</summary>
internal sealed class ImportFindings
{
    private readonly List<Finding> list = [];
    private readonly List<Place> uncalculated = [];
    private readonly Dictionary<string, string> evidence = [];

    /// <summary>How to speak of what is read.</summary>
    public SourceWords Words { get; init; } = SourceWords.OfWorkbook;

    public IReadOnlyList<Finding> All => uncalculated.Count == 0 ? list : [.. list, .. uncalculated.GroupBy(place => place.File).Select(Uncalculated)];

    public bool AnyFatal => uncalculated.Count > 0 || list.Exists(finding => finding.Severity == Severity.Fatal);

    /// <summary>A figure is wanted of a formula that was never calculated; said once for all cells of a file.</summary>
    public void NotCalculated(Place place) => uncalculated.Add(place);

    /// <summary>Per file, how its first such cell was recognised.</summary>
    public IReadOnlyDictionary<string, string> EvidenceByFile => evidence;

    /// <summary>How the first such cell of a file was recognised.</summary>
    public void Evidence(Place place, string words) => evidence.TryAdd(place.File, words);

    public void Fatal(string rule, string message, params Place[] places) => Add(Severity.Fatal, rule, message, places);

    public void Error(string rule, string message, params Place[] places) => Add(Severity.Error, rule, message, places);

    public void Warn(string rule, string message, params Place[] places) => Add(Severity.Warning, rule, message, places);

    public void Note(string rule, string message, params Place[] places) => Add(Severity.Note, rule, message, places);

    public void Add(Severity severity, string rule, string message, params Place[] places) =>
        list.Add(new Finding(severity, rule, message, places));

    private Finding Uncalculated(IGrouping<string, Place> file)
    {
        List<Place> places = [.. file.Distinct()];
        var how = evidence.TryGetValue(file.Key, out var words) ? $"，或存的不是公式的结果（{words}）" : "";
        return new Finding(
            Severity.Fatal, "IMP-32",
            $"有 {places.Count} 格的公式还没有计算结果{how}。请用 Excel 或 WPS 打开工作簿，按 Ctrl+Alt+F9 重新计算全部公式，保存后再导入。", places);
    }

    public void Add(IEnumerable<Finding> findings) => list.AddRange(findings);
}
