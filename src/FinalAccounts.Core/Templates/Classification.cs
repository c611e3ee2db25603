namespace FinalAccounts.Templates;

/// <summary>政府收支分类科目 over the years: subjects come, go and change their names (科目调整).</summary>
/// <param name="functional">支出功能分类, by code (类 3, 款 5, 项 7 digits).</param>
/// <param name="economic">支出经济分类, by code (类 3, 款 5 digits).</param>
public sealed class Classification(
    IReadOnlyDictionary<string, IReadOnlyList<SubjectVersion>> functional, IReadOnlyDictionary<string, IReadOnlyList<SubjectVersion>> economic)
{
    /// <summary>A set without subjects.yaml.</summary>
    public static readonly Classification Empty = new(
        new Dictionary<string, IReadOnlyList<SubjectVersion>>(), new Dictionary<string, IReadOnlyList<SubjectVersion>>());

    /// <summary>The functional subjects of a year, by code.</summary>
    public IReadOnlyDictionary<string, Subject> Functional(int year) => functional
        .Select(pair => pair.Value.FirstOrDefault(version => version.Has(year)))
        .OfType<SubjectVersion>()
        .ToDictionary(version => version.Code, version => new Subject(version.Code, version.Name, version.Meaning), StringComparer.Ordinal);

    /// <summary>All versions of a functional subject, oldest first; none when it is not known.</summary>
    public IReadOnlyList<SubjectVersion> Functional(string code) => functional.GetValueOrDefault(code) ?? [];

    /// <summary>All versions of an economic subject, oldest first; none when it is not known.</summary>
    public IReadOnlyList<SubjectVersion> Economic(string code) => economic.GetValueOrDefault(code) ?? [];

    /// <summary>Why a year has no such subject, though another year has; null when the year has it, or no year.</summary>
    public static string? OtherYear(IReadOnlyList<SubjectVersion> versions, int year) =>
        versions.Count == 0 || versions.Any(version => version.Has(year))
            ? null
            : $"{string.Join("、", versions.Select(version => version.Years))}的科目“{versions[^1].Name}”，{year}年度没有";
}

/// <summary>A subject as it is in some years.</summary>
/// <param name="Meaning">反映…; null when the set does not have it.</param>
/// <param name="From">First year; null: as far back as is known.</param>
/// <param name="Until">Last year; null: to this day.</param>
public sealed record SubjectVersion(string Code, string Name, string? Meaning, int? From, int? Until)
{
    /// <summary>Whether the year has it so.</summary>
    public bool Has(int year) => (From ?? year) <= year && year <= (Until ?? year);

    /// <summary>In words: 2024年起, 2022年至2023年.</summary>
    public string Years => (From, Until) switch
    {
        ({ } from, { } until) when from == until => $"{from}年",
        ({ } from, { } until) => $"{from}年至{until}年",
        ({ } from, null) => $"{from}年起",
        (null, { } until) => $"{until}年及以前",
        _ => "历年",
    };
}
