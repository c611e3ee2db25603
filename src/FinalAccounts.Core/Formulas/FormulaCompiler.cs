using FinalAccounts.Templates;

namespace FinalAccounts.Formulas;

/// <summary>Parses and checks single formulas and collects their mistakes as findings.</summary>
internal sealed class FormulaCompiler(SetIndex index, IReadOnlyList<MetricDefinition> metrics)
{
    private readonly List<Finding> findings = [];

    /// <summary>All mistakes so far.</summary>
    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>The formula; null, and findings, when it is wrong.</summary>
    public CompiledFormula? Compile(string text, Place place, FormulaScope scope, FormulaType expected)
    {
        FormulaNode root;
        try
        {
            root = FormulaParser.Parse(text);
        }
        catch (FormulaSyntaxException mistake)
        {
            Report(text, place, new FormulaError("FML-01", mistake.Position, mistake.Message));
            return null;
        }

        var errors = FormulaChecker.Check(root, index, scope, expected);
        foreach (var error in errors)
        {
            Report(text, place, error);
        }

        return errors.Count == 0 ? new CompiledFormula(text, place, root, FormulaUnits.Of(root, index, metrics, scope.RecordSheet)) : null;
    }

    /// <summary>A mistake of the definition itself.</summary>
    public void Report(string rule, string message, Place place) =>
        findings.Add(new Finding(Severity.Fatal, rule, message, [place]));

    private void Report(string text, Place place, FormulaError error)
    {
        var at = place.Column is { } column && !text.Contains('\n') ? place with { Column = column + error.Position } : place;
        Report(error.Rule, $"公式“{text}”第 {error.Position + 1} 个字：{error.Message}", at);
    }
}
