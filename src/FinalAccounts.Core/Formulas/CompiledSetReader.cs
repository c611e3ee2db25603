using FinalAccounts.Templates;

namespace FinalAccounts.Formulas;

/// <summary>Reads a template set ready to be evaluated.</summary>
public static class CompiledSetReader
{
    /// <summary>The set with its formulas parsed and checked; no value when anything in it is wrong.</summary>
    public static Result<CompiledSet> ReadCompiled(this TemplateSetReader reader, string key)
    {
        var (set, log) = reader.ReadLogged(key);

        // Names cannot be checked against files that could not be read: that would only repeat the same mistake.
        if (set is null || log.Findings.Any(finding => finding.Rule is "TPL-01" or "TPL-06" or "TPL-07"))
        {
            return new Result<CompiledSet>(null, log.Findings);
        }

        var compiled = CompiledSet.Compile(set);
        log.AddRange(compiled.Findings);
        if (compiled.Value is { } value)
        {
            log.AddRange(MentionFormulas.Compile(value).Findings);
        }

        return new Result<CompiledSet>(log.HasFatal ? null : compiled.Value, log.Findings);
    }
}
