using FinalAccounts.Accounts;
using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>Reads terms.yaml.</summary>
internal static class TermsReader
{
    /// <summary>General terms in order and subjects by code; mistakes go to the log.</summary>
    /// <param name="ofTheYear">The subjects of the set's year; what the file says of a subject takes their place.</param>
    public static Terms Read(MapReader map, IReadOnlyDictionary<string, Subject> ofTheYear, Removals removals)
    {
        var general = new List<Term>();
        foreach (var term in map.Maps("general", "一个名词", required: false))
        {
            var named = new Term(term.Text("name"), term.Text("meaning"));
            term.End();
            if (!removals.Takes("terms", named.Name, term.Place.File))
            {
                general.Add(named);
            }
        }

        var subjects = new Dictionary<string, Subject>(ofTheYear, StringComparer.Ordinal);
        foreach (var entry in map.Map("subjects")?.Entries ?? [])
        {
            if (SubjectCode.Level(entry.Key) is null)
            {
                map.Log.Fatal("TPL-04", $"“{entry.Key}”不是科目编码（类3位、款5位、项7位数字）", entry.KeyPlace);
            }

            if (MapReader.Of(entry.Value, map.Log, "一个科目") is { } subject)
            {
                subjects[entry.Key] = new Subject(entry.Key, subject.Text("name"), subject.OptionalText("meaning"));
                subject.End();
            }
        }

        map.End();
        return new Terms(general, subjects);
    }
}
