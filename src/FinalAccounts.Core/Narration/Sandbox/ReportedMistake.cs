using FinalAccounts.Narration.Values;
using Scriban.Parsing;
using Scriban.Syntax;

namespace FinalAccounts.Narration.Sandbox;

/// <summary>What an error of a running template means: the mistake that it carries, or Scriban's own words in Chinese.</summary>
internal sealed record ReportedMistake(string Rule, string Message, Fix? Fix, SourceSpan Span, MissingData? Missing)
{
    /// <param name="names">All names that the template could have meant.</param>
    public static ReportedMistake Of(ScriptRuntimeException error, IReadOnlyCollection<string> names)
    {
        for (Exception? inner = error; inner is not null; inner = inner.InnerException)
        {
            if (inner is NarrationMistake mistake)
            {
                return new ReportedMistake(mistake.Rule, mistake.OriginalMessage, mistake.Fix, mistake.Span, (mistake as DataMissing)?.What);
            }
        }

        var (rule, message, fix) = ScribanMessages.Runtime(error.OriginalMessage, names);
        return new ReportedMistake(rule, message, fix, error.Span, null);
    }

    /// <summary>Makes it a finding. What is missing in the data is said once for the document, with the places that ask for it.</summary>
    public void AddTo(SectionFindings log, IEnumerable<Place> places)
    {
        if (Missing is not null)
        {
            log.Add(Missing with { Asked = [.. places] });
        }
        else
        {
            log.Add(Severity.Error, Rule, Message, places, Fix);
        }
    }
}
