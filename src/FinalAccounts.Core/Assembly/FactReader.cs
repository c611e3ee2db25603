using FinalAccounts.Accounts;

namespace FinalAccounts.Assembly;

/// <summary>The records of the facts, each with its sheet and the name by which people know it.</summary>
internal sealed class FactReader(Facts accountsFacts, List<Finding> findings)
{
    /// <summary>All records of a sheet; <paramref name="naming"/> is the field that names them.</summary>
    public IReadOnlyList<FactSource> Records(string sheet, string naming) =>
        [.. accountsFacts.Records(sheet).Select(record => new FactSource(sheet, Name(record.Values.GetValueOrDefault(naming)), record, accountsFacts))];

    /// <summary>Reports records that belong nowhere and so are not printed.</summary>
    public void ReportStrangers(IEnumerable<FactSource> records, Func<FactSource, bool> known, Func<FactSource, string> message)
    {
        foreach (var stranger in records.Where(record => !known(record)))
        {
            Report(message(stranger), stranger.Places);
        }
    }

    /// <summary>Reports a mistake in the facts.</summary>
    public void Report(string message, IReadOnlyList<Place> places) =>
        findings.Add(new Finding(Severity.Error, "ASM-06", message, places));

    private static string Name(FactValue? value) => value?.Text ?? value?.Number?.ToString("0.##") ?? "";
}
