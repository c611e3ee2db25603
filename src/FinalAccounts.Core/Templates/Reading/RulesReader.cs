using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>Reads rules.yaml.</summary>
internal static class RulesReader
{
    private static readonly Dictionary<string, Severity> Severities = new()
    {
        ["error"] = Severity.Error,
        ["warning"] = Severity.Warning,
        ["note"] = Severity.Note,
    };

    /// <summary>The rules in the order of the file; mistakes go to the log.</summary>
    public static IReadOnlyList<RuleDefinition> Read(YamlNode root, FindingLog log)
    {
        var rules = new List<RuleDefinition>();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in ListFile.Maps(root, log, "一条规则"))
        {
            var code = map.Text("code");
            if (code.Length > 0 && !codes.Add(code))
            {
                log.Fatal("TPL-05", $"规则编号“{code}”写了两次", map.PlaceOf("code"));
            }

            rules.Add(new RuleDefinition(
                code, map.Choice("severity", Severities, Severity.Error), map.Text("formula"),
                map.Text("message"), map.OptionalText("source") ?? "", map.Place)
            {
                Over = map.OptionalText("over"),
                OverPlace = map.Has("over") ? map.PlaceOf("over") : null,
                EachColumn = map.Flag("eachColumn"),
                Exact = map.Flag("exact"),
                Tolerance = (decimal)(map.Has("tolerance") ? map.Number("tolerance", 0) : 0),
                Remedy = map.OptionalText("remedy"),
                When = map.OptionalText("when"),
                WhenPlace = map.Has("when") ? map.PlaceOf("when") : null,
                FormulaPlace = map.PlaceOf("formula"),
            });
            map.End();
        }

        return rules;
    }
}
