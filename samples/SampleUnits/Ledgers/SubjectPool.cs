using System.Globalization;

namespace FinalAccounts.Samples.Ledgers;

/// <summary>Functional subjects of the year's classification that made-up units use, and further ones for units with more rows than a real one has.</summary>
internal static class SubjectPool
{
    /// <summary>项 of money for persons, which is basic spending.</summary>
    public static readonly IReadOnlyList<string> ForPersons = ["2080505", "2080506", "2101101", "2210201"];

    /// <summary>项 of the government funds.</summary>
    public static readonly IReadOnlyList<string> OfGovernmentFunds = ["2120803", "2120804", "2296002"];

    /// <summary>项 of the state capital budget.</summary>
    public static readonly IReadOnlyList<string> OfStateCapital = ["2230105", "2230109"];

    private static readonly Dictionary<string, string> Known = Read();

    /// <summary>项 of tasks, paid as projects.</summary>
    public static IReadOnlyList<string> ForTasks { get; } = Known.Keys
        .Where(code => code.Length == 7 && !ForPersons.Contains(code) && !OfGovernmentFunds.Contains(code) && !OfStateCapital.Contains(code)
            && code is not ("2010301" or "2010350"))
        .ToList();

    /// <summary>The subject's name.</summary>
    public static string Name(string code) =>
        Known.GetValueOrDefault(code) ?? $"{Known.GetValueOrDefault(code[..3])}专项{code[3..]}";

    /// <summary>So many 项 of tasks; beyond the known ones, made-up 款 and 项 below known 类.</summary>
    public static List<string> Tasks(int count, Dice dice)
    {
        if (count <= ForTasks.Count)
        {
            return dice.Some(ForTasks, count);
        }

        var codes = ForTasks.ToList();
        var above = ForTasks.Select(code => code[..3]).Distinct().ToList();
        for (var i = 0; codes.Count < count; i++)
        {
            // 60 … 98 is a 款 that the classification does not use below these 类.
            var group = 61 + (i / 25 / above.Count);
            codes.Add(string.Create(CultureInfo.InvariantCulture, $"{above[i / 25 % above.Count]}{group:00}{(i % 25) + 1:00}"));
        }

        return codes;
    }

    private static Dictionary<string, string> Read()
    {
        using var reader = new StreamReader(typeof(SubjectPool).Assembly.GetManifestResourceStream("subjects.tsv")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.TrimEnd('\r').Split('\t'))
            .ToDictionary(cells => cells[0], cells => cells[1]);
    }
}
