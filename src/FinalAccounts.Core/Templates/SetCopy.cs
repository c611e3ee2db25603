using System.Text.RegularExpressions;

namespace FinalAccounts.Templates;

/// <summary>A set for another year, made from the files of an existing one: only set.yaml changes by itself, all else that speaks of a year is listed for people to look at.</summary>
public static partial class SetCopy
{
    /// <summary>The new set's files and what in them depends on the year; no value when the key or the year will not do.</summary>
    public static Result<CopiedSet> Make(ITemplateSource source, string set, string key, int year)
    {
        var sets = source.Sets;
        if (new TemplateSetReader(source).Summaries().FirstOrDefault(summary => summary.Key == set) is not { } from)
        {
            return Refused($"没有模板集“{set}”{Suggestion.For(set, sets)}。", set);
        }

        if (!TemplateFileKinds.IsKey(key) || key.Length > 60)
        {
            return Refused($"“{key}”不能作模板集的名字：用小写字母、数字和连字符，如 hubei-2024，最多60个字符。", key);
        }

        if (sets.Contains(key))
        {
            return Refused($"已经有模板集“{key}”，请换一个名字。", key);
        }

        if (year is < 2000 or > 2100)
        {
            return Refused($"年度“{year}”不对，应当在2000到2100之间。", key);
        }

        var files = source.List(set).Where(TemplateFileKinds.Has).ToDictionary(path => path, path => source.Read(set, path) ?? "", StringComparer.Ordinal);
        files[TemplateFileKinds.Head] = NameYear().Replace(
            FiscalYear().Replace(files[TemplateFileKinds.Head], $"${{1}}{year}", 1),
            match => match.Value.Replace(from.FiscalYear.ToString(), year.ToString(), StringComparison.Ordinal), 1);
        return new Result<CopiedSet>(new CopiedSet(new SetFolder(key, files), YearsIn(files)), []);
    }

    /// <summary>The lines of a copied set's files that still speak of the year before: what a template prints by {年度} needs no look.</summary>
    public static IReadOnlyList<Finding> YearsIn(IReadOnlyDictionary<string, string> files) =>
    [
        .. YearPlaces.In(files).GroupBy(place => (place.Path, place.Line)).Select(line => new Finding(
            Severity.Note, "SET-15", $"写有“{string.Join("”“", line.Select(place => place.Written).Distinct())}”：{Cut(files[line.Key.Path].Split('\n')[line.Key.Line - 1].Trim())}", [new Place(line.Key.Path, Line: line.Key.Line)])),
    ];

    private static string Cut(string line) => line.Length > 80 ? line[..80] + "……" : line;

    private static Result<CopiedSet> Refused(string message, string place) => new(null, [new Finding(Severity.Fatal, "SET-14", message, [new Place(place)])]);

    [GeneratedRegex(@"^(fiscalYear:[ \t]*)\d{4}", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex FiscalYear();

    [GeneratedRegex(@"^name:.*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex NameYear();
}

/// <summary>A set made from another.</summary>
/// <param name="Folder">Its files.</param>
/// <param name="Years">The lines that write a year out, to be looked at.</param>
public sealed record CopiedSet(SetFolder Folder, IReadOnlyList<Finding> Years);
