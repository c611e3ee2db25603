using Scriban.Parsing;
using Scriban.Syntax;

namespace FinalAccounts.Narration.Values;

/// <summary>A mistake that a template makes while it runs, on its way to becoming a finding.</summary>
internal class NarrationMistake(SourceSpan span, string rule, string message) : ScriptRuntimeException(span, message)
{
    public string Rule => rule;

    /// <summary>The name that was probably meant; null when none is near.</summary>
    public Fix? Fix { get; init; }
}

/// <summary>Data are missing where a template asks for them: no mistake of the template.</summary>
internal sealed class DataMissing(SourceSpan span, MissingData what) : NarrationMistake(span, what.Rule, what.Message)
{
    public MissingData What => what;
}

/// <summary>The codes of what narration finds.</summary>
internal static class NarrationRules
{
    /// <summary>The template cannot be parsed.</summary>
    public const string Syntax = "NAR-01";

    /// <summary>A name that does not exist.</summary>
    public const string Unknown = "NAR-02";

    /// <summary>Something that templates may not do.</summary>
    public const string Forbidden = "NAR-03";

    /// <summary>A limit on size or work was reached.</summary>
    public const string Limit = "NAR-04";

    /// <summary>A helper or value used in a way that makes no sense.</summary>
    public const string Misuse = "NAR-05";

    /// <summary>Data that the text needs is blank.</summary>
    public const string Blank = "NAR-06";

    /// <summary>Markup outside the small Markdown subset.</summary>
    public const string Markup = "NAR-07";

    /// <summary>An amount that is not zero prints as zero.</summary>
    public const string PrintsZero = "NAR-08";

    /// <summary>An error value of Excel or something else doubtful in the data is printed.</summary>
    public const string DoubtfulData = "NAR-09";
}
