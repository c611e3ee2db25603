using FinalAccounts.Narration.Sandbox;
using FinalAccounts.Narration.Values;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace FinalAccounts.Narration.Functions;

/// <summary>A helper that templates may call: what it does and how the manual explains it, in one place.</summary>
/// <param name="Name">As templates write it: 万元.</param>
/// <param name="Usage">Written in a template: {{ 收支总计 | 万元 }}.</param>
/// <param name="Prints">What that prints in the sample.</param>
/// <param name="Meaning">For the manual.</param>
/// <param name="Least">The least number of arguments, the piped value included.</param>
/// <param name="Most">The greatest number of arguments.</param>
internal sealed record TemplateFunction(
    string Name, string Usage, string Prints, string Meaning, int Least, int Most, Func<FunctionCall, object?> Run) : IScriptCustomFunction
{
    public int RequiredParameterCount => 0;

    public int ParameterCount => 0;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "值");

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var call = new FunctionCall(this, (NarrationContext)context, callerContext?.Span ?? context.CurrentSpan, [.. arguments]);
        if (arguments.Count < Least || arguments.Count > Most)
        {
            throw call.Mistake(NarrationRules.Misuse, $"“{Name}”的写法是 {Usage}");
        }

        return Run(call);
    }

    public ValueTask<object?> InvokeAsync(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));
}
