namespace FinalAccounts.Templates.Reading;

/// <summary>The statements of a set, each with the file that says it: files of the nearest set first, whose section takes the place of one of the same name.</summary>
internal static class StatementEntries
{
    private const string Kind = "语句";

    /// <summary>Notes what each file says, and what takes the place of what.</summary>
    public static void Note(IReadOnlyList<(string File, StatementRules Rules)> files, List<SetEntry> entries, List<SetChange> changes)
    {
        var sections = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (file, rules) in files)
        {
            foreach (var section in rules.Sections)
            {
                if (sections.TryAdd(section.Name, file))
                {
                    entries.Add(new SetEntry(Kind, $"节“{section.Name}”", file));
                }
                else
                {
                    changes.Add(new SetChange(Kind, $"节“{section.Name}”", sections[section.Name], file));
                }
            }

            entries.AddRange(Names(rules).Distinct().Select(name => new SetEntry(Kind, name, file)));
        }
    }

    private static IEnumerable<string> Names(StatementRules rules) =>
    [
        .. rules.Words.Select(word => $"词“{word.Key}”：{string.Join('、', word.Value)}"),
        .. rules.Roles.Select(role => $"数的身份 {role.Role.ToString().ToLowerInvariant()}（{role.Unit}）"),
        .. rules.Reasons.Select(reason => $"原因 {reason.Sheet}.{reason.Field}"),
        .. rules.EmptyReasons.Select(reason => $"等于没写的原因“{reason}”"),
        .. rules.Uses.Select(use => $"用途 {use.Sheet}.{use.Field}"),
        .. rules.Mismatches.Select(mismatch => $"{mismatch.Name} 不用于 {string.Join('、', mismatch.Words)}"),
        .. rules.Misspellings.Select(misspelling => $"“{misspelling.Wrong}”应是“{misspelling.Right}”"),
        .. rules.Recovered.Select(recovered => $"读回 {recovered.Sheet}.{recovered.Field}"),
    ];
}
