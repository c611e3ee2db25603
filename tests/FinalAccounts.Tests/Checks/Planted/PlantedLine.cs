namespace FinalAccounts.Tests.Checks.Planted;

/// <summary>A line of planted.tsv.</summary>
/// <param name="Where">工作表 ▸ 记录 ▸ 项.</param>
internal sealed record PlantedLine(string Number, string Where, string Wrong, string Right, string Why)
{
    public static IReadOnlyList<PlantedLine> All { get; } =
    [
        .. File.ReadAllLines(TestSupport.Repository.PathOf("tests", "FinalAccounts.Tests", "Checks", "Planted", "planted.tsv")).Skip(1)
            .Select(line => line.Split('\t')).Select(cells => new PlantedLine(cells[0], cells[1], cells[2], cells[3], cells[4])),
    ];

    /// <summary>The sheet, the record's name if there are several, the field.</summary>
    public (string Sheet, string? Record, string Field) Cell => Where.Replace("（万元）", "", StringComparison.Ordinal).Split(" ▸ ") is [var sheet, .. var record, var name]
        ? (sheet, record.FirstOrDefault(), name) : throw new FormatException(Where);
}

/// <summary>What finds a line.</summary>
/// <param name="Rule">Null: nothing wrong may be printed, and nothing is said.</param>
/// <param name="Make">How it is typed; null: the wrong value at the line's cell.</param>
internal sealed record PlantedCase(string? Rule, Func<PlantedSample, PlantedLine, PlantedSample>? Make = null)
{
    public PlantedSample Plant(PlantedSample sample, PlantedLine line) =>
        Make is not null ? Make(sample, line) : sample.With(line.Cell.Sheet, line.Cell.Record, line.Cell.Field, line.Wrong);
}
