using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Narration;

namespace FinalAccounts.Samples;

/// <summary>Prints a set for made-up units of all kinds: what goes wrong there is the set's fault, for their accounts are right.</summary>
public static class SetTrial
{
    // Every nature, level, kind of prior year and of funds is among them.
    private const int Units = 12;
    private const int Seed = 1;

    // A mistake in a table shows in every section that uses it.
    private const int Listed = 60;

    /// <summary>What went wrong, each once with the first unit it happened to; sections that print nothing for any unit.</summary>
    public static IReadOnlyList<Finding> Of(CompiledSet set, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(set);
        var findings = new List<Finding>();
        var printed = new HashSet<string>(StringComparer.Ordinal);
        var silent = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var options in UnitVariety.Batch(Units, Seed))
        {
            var unit = $"虚构单位 {options.Code}（{Nature(options.Nature)}）";
            DepartmentAccounts accounts;
            try
            {
                accounts = SampleUnit.Create(set, options);
            }
            catch (InvalidDataException missing)
            {
                return [new Finding(Severity.Error, "TPL-18", $"编不出虚构单位：{missing.Message}", [new Place("tables")])];
            }

            findings.AddRange(Pipeline.Run(accounts, [], set, null, cancellation).Findings.Where(IsOfTheSet)
                .Select(finding => finding with { Message = $"{unit}试印：{finding.Message}" }));
            foreach (var section in Narrator.Narrate(accounts, set, cancellation).Where(section => section.Findings.Count == 0))
            {
                findings.AddRange(BareHeadings(section).Select(heading => new Finding(
                    Severity.Warning, "TPL-18",
                    $"{unit}试印：标题“{DocumentText.Of(heading.Inlines)}”下面没有文字。没有内容时请写一句说明，或把标题也放进 if 里。", [new Place(section.File)])));
                if (section.Blocks.Count > 0)
                {
                    printed.Add(section.File);
                }
                else
                {
                    silent.TryAdd(section.File, unit);
                }
            }
        }

        findings.AddRange(silent.Where(section => section.Key != Narrator.PhrasesFile).Select(section => new Finding(
            printed.Contains(section.Key) ? Severity.Note : Severity.Warning, "TPL-18",
            $"{section.Value}的这一节一个字也没有印。没有内容时请写一句说明，或在 outline 里用 when 去掉这一节。", [new Place(section.Key)])));
        var distinct = findings.DistinctBy(finding => (finding.Rule, finding.Message[finding.Message.IndexOf('）', StringComparison.Ordinal)..])).ToList();
        return distinct.Count <= Listed ? distinct
            : [.. distinct.Take(Listed), new Finding(Severity.Note, "TPL-18", $"试印另有 {distinct.Count - Listed} 条没有列出，改好上面的再检查。", [new Place("sections")])];
    }

    private static IEnumerable<Heading> BareHeadings(NarratedSection section) => section.Blocks.Where((block, at) =>
        block is Heading heading && (at == section.Blocks.Count - 1 || (section.Blocks[at + 1] is Heading next && next.Level <= heading.Level))).Cast<Heading>();

    // A made-up unit's words are right: what is wrong at a template's line is the template's, though only a warning.
    private static bool IsOfTheSet(Finding finding) => finding.Severity >= Severity.Error
        || (finding.Severity == Severity.Warning && finding.Places is [{ Line: not null, File: { } file }, ..] && file.EndsWith(".sbn", StringComparison.Ordinal));

    private static string Nature(UnitNature nature) => nature switch
    {
        UnitNature.Agency => "行政单位",
        UnitNature.CivilServiceInstitution => "参公事业单位",
        _ => "事业单位",
    };
}
