using FinalAccounts.Narration.Data;
using FinalAccounts.Narration.Prose;
using FinalAccounts.Narration.Sandbox;
using FinalAccounts.Narration.Shapes;
using FinalAccounts.Narration.Values;
using FinalAccounts.Templates;
using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace FinalAccounts.Narration;

/// <summary>Runs the section templates of one unit, each in a world of its own after the shared phrases.</summary>
internal sealed class SectionNarrator(NarrationData data, SectionTemplate? phrases)
{
    private static readonly ParserOptions Limits = new() { ParseFloatAsDecimal = true, ExpressionDepthLimit = NarrationLimits.Depth };
    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>();
    private readonly Parsed? phrasesParsed = phrases is null ? null : Parse(phrases, data.Names, null);

    /// <summary>What is wrong with the phrases, whoever uses them.</summary>
    public IReadOnlyList<Finding> PhraseFindings => phrasesParsed?.Findings ?? [];

    /// <summary>What is wrong with a section before it meets any data: its own, and what it asks of data that do not exist.</summary>
    public IReadOnlyList<Finding> Lint(SectionTemplate section, TemplateSet set)
    {
        var parsed = Parse(section, data.Names, phrasesParsed);
        return parsed.Template?.Page is { } page ? [.. parsed.Findings, .. Follow(section.File, page, set)] : parsed.Findings;
    }

    /// <summary>What the phrases ask of data that do not exist, whoever uses them.</summary>
    public IReadOnlyList<Finding> LintPhrases(TemplateSet set) => phrasesParsed?.Template?.Page is { } page ? Follow(Narrator.PhrasesFile, page, set) : [];

    private IReadOnlyList<Finding> Follow(string file, ScriptPage page, TemplateSet set)
    {
        var functions = new Dictionary<string, ScriptFunction>(StringComparer.Ordinal);
        foreach (var statement in (phrasesParsed?.Template?.Page is { } shared ? Functions(shared) : []).Concat(Functions(page)))
        {
            functions[((ScriptVariable)statement.NameOrDoToken!).Name] = statement;
        }

        return new ShapeChecker(file, SetShapes.Of(set), set.Charts.Select(chart => chart.Name).Concat(set.Removed.Charts).ToHashSet(StringComparer.Ordinal), functions).Check(page);
    }

    private static IEnumerable<ScriptFunction> Functions(ScriptNode node) =>
        node.Children.SelectMany(child => child is ScriptFunction { NameOrDoToken: ScriptVariable } found ? [found] : Functions(child));

    /// <summary>The names of the functions that the phrases define.</summary>
    public IEnumerable<string> PhraseNames => phrasesParsed?.OwnFunctions ?? Nothing;

    /// <param name="traced">Whether each inline shall tell its template line.</param>
    public NarratedSection Narrate(SectionTemplate section, CancellationToken cancellation, bool traced = false)
    {
        var findings = new SectionFindings();
        var parsed = Parse(section, data.Names, phrasesParsed);
        foreach (var finding in parsed.Findings)
        {
            findings.Add(finding);
        }

        var markers = new Markers();
        var budget = new NarrationBudget();
        var output = new TracedOutput(section.File, section.Text, budget);
        if (parsed.Template is { } template)
        {
            var names = data.Names.Concat(phrasesParsed?.OwnNames ?? Nothing).Concat(parsed.OwnNames).Order(StringComparer.Ordinal).ToList();
            var context = new NarrationContext(section.File, data.Globals, names, markers, findings, budget, cancellation);
            output.Follow(context);
            Run(template, output, context, cancellation);
        }

        var trace = traced ? new InlineTrace(output) : null;
        var blocks = new SectionMarkdown(section.File, markers, output.Lines, findings, trace).Read(output.Text);
        var narrated = new NarratedSection(section.File, blocks, findings.Findings) { Missing = findings.Missing, Size = budget.Printed };
        return trace is null ? narrated : narrated with { InlinePlaces = trace.Places };
    }

    private void Run(Template template, TracedOutput output, NarrationContext context, CancellationToken cancellation)
    {
        try
        {
            if (phrasesParsed?.Template is { } shared)
            {
                shared.Evaluate(context);
            }

            context.PushOutput(output);
            template.Render(context);
        }
        catch (ScriptAbortException) when (cancellation.IsCancellationRequested)
        {
            cancellation.ThrowIfCancellationRequested();
        }
        catch (ScriptRuntimeException error)
        {
            context.End(error);
        }
    }

    /// <summary>What parsing alone finds.</summary>
    public static IReadOnlyList<Finding> Parsing(SectionTemplate section) => Parse(section, new HashSet<string>(), null).Findings;

    private static Parsed Parse(SectionTemplate section, IReadOnlySet<string> dataNames, Parsed? phrases)
    {
        if (section.Text.Length > NarrationLimits.TemplateLength)
        {
            return new Parsed(null, [Wrong(NarrationRules.Limit, $"模板有{section.Text.Length}字，超过{NarrationLimits.TemplateLength}字，请分成几节")], Nothing, Nothing);
        }

        // Scriban takes it for the end of the file, and the rest would be cut in silence.
        if (section.Text.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var end)
        {
            return new Parsed(null, [new Finding(
                Severity.Error, NarrationRules.Forbidden, "这里有不能印的控制字符（U+0000），请删去重写", [new Place(section.File, Line: section.Text.AsSpan(0, end).Count('\n') + 1)])], Nothing, Nothing);
        }

        var template = Template.Parse(section.Text, section.File, Limits);
        if (template.HasErrors)
        {
            // The first mistake of a line brings others after it, and most of them a missing end.
            return new Parsed(
                null,
                BraceCheck.Quotes(section) is { } quotes ? [quotes]
                    : template.Messages.Where(message => message.Type == ParserMessageType.Error)
                        .OrderBy(message => message.Message.Contains("<end> statement was not found", StringComparison.Ordinal)).DistinctBy(message => message.Span.Start.Line).Take(NarrationLimits.Findings)
                        .Select(message => ScribanMessages.Syntax(message, section.File)).ToList(),
                Nothing, Nothing);
        }

        if (StaticMarks.Objection(section.File, section.Text, template.Page!) is { } deep)
        {
            return new Parsed(null, [deep], Nothing, Nothing);
        }

        var checker = new TemplateChecker(section.File, dataNames);
        IReadOnlyList<Finding> findings = [.. BraceCheck.Of(section).Take(NarrationLimits.Findings), .. checker.Check(template.Page!, phrases?.OwnNames ?? Nothing, phrases?.OwnFunctions ?? Nothing)];
        var runs = !findings.Any(finding => finding.Rule == NarrationRules.Forbidden);
        return new Parsed(runs ? template : null, findings, checker.OwnNames, checker.OwnFunctions);

        Finding Wrong(string rule, string message) => new(Severity.Error, rule, message, [new Place(section.File, Line: 1)]);
    }

    private sealed record Parsed(Template? Template, IReadOnlyList<Finding> Findings, IReadOnlySet<string> OwnNames, IReadOnlySet<string> OwnFunctions);
}
