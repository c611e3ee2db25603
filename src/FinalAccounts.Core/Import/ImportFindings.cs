using FinalAccounts.Documents;

namespace FinalAccounts.Import;

/// <summary>Collects what the import has to say, in the order of discovery; nothing is thrown for mistakes that people make.</summary>
internal sealed class ImportFindings
{
    private readonly List<Finding> list = [];

    public IReadOnlyList<Finding> All => list;

    public bool AnyFatal => list.Exists(finding => finding.Severity == Severity.Fatal);

    public void Fatal(string rule, string message, params Place[] places) => Add(Severity.Fatal, rule, message, places);

    public void Error(string rule, string message, params Place[] places) => Add(Severity.Error, rule, message, places);

    public void Warn(string rule, string message, params Place[] places) => Add(Severity.Warning, rule, message, places);

    public void Note(string rule, string message, params Place[] places) => Add(Severity.Note, rule, message, places);

    public void Add(Severity severity, string rule, string message, params Place[] places) =>
        list.Add(new Finding(severity, rule, message, places));

    public void Add(IEnumerable<Finding> findings) => list.AddRange(findings);
}
