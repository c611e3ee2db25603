using System.Text;
using FinalAccounts.Accounts;

namespace FinalAccounts.Checks;

/// <summary>Characters of the data that no chosen font can draw: each is found at its cell, whatever the format, and printed as 〓, so that a draft can be made.</summary>
public static class DrawnText
{
    private const string Rule = "IMP-58";
    private const string Geta = "〓";

    /// <summary>The import with texts that can be drawn and a finding a cell.</summary>
    /// <param name="imported">What was imported; without a value it stays as it is.</param>
    /// <param name="draws">Whether the fonts of body and tables have the character; null where no fonts are known.</param>
    public static Result<DepartmentAccounts> Of(Result<DepartmentAccounts> imported, Func<int, bool>? draws)
    {
        if (imported.Value is not { } accounts || draws is null)
        {
            return imported;
        }

        var findings = new List<Finding>();
        string Drawn(string text, Place? place) => Replace(text, place, draws, findings);
        var drawn = accounts with
        {
            UnitName = Drawn(accounts.UnitName, accounts.Facts.Field(KnownFacts.Basics, KnownFacts.PublicName)?.Place),
            Facts = new Facts(accounts.Facts.Sheets.ToDictionary(pair => pair.Key, pair => pair.Value with
            {
                Records = [.. pair.Value.Records.Select(record => record with
                {
                    Values = record.Values.ToDictionary(value => value.Key, value => value.Value.Text is { } text ? value.Value with { Text = Drawn(text, value.Value.Place) } : value.Value),
                })],
            })),
            Tables = accounts.Tables.ToDictionary(pair => pair.Key, pair => pair.Value with
            {
                Rows = [.. pair.Value.Rows.Select(row => row with { Name = Drawn(row.Name, row.Cells.Values.Select(cell => cell.Place).FirstOrDefault(place => place is not null)) })],
            }),
        };
        return findings.Count == 0 ? imported : new Result<DepartmentAccounts>(drawn, [.. imported.Findings, .. findings.DistinctBy(finding => (finding.Message, finding.Places.Count > 0 ? finding.Places[0] : null))]);
    }

    private static string Replace(string text, Place? place, Func<int, bool> draws, List<Finding> findings)
    {
        var missing = text.EnumerateRunes().Where(rune => rune.Value > 0x7F && !Rune.IsWhiteSpace(rune) && !draws(rune.Value)).Distinct().ToList();
        if (missing.Count == 0)
        {
            return text;
        }

        findings.Add(new Finding(
            Severity.Error, Rule, $"“{string.Join("”“", missing)}”（{string.Join("、", missing.Select(rune => $"U+{rune.Value:X4}"))}）在所选的字体里没有字形，草稿里印作“{Geta}”。请改用别的写法，或安装有这个字的字体并写入 theme.yaml。",
            place is null ? [] : [place]));
        return missing.Aggregate(text, (printed, rune) => printed.Replace(rune.ToString(), Geta, StringComparison.Ordinal));
    }
}
