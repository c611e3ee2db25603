using FinalAccounts.Narration.Sandbox;
using FinalAccounts.Narration.Values;
using FinalAccounts.Templates;
using Scriban.Parsing;
using Scriban.Syntax;

namespace FinalAccounts.Narration.Shapes;

/// <summary>
/// Follows a template without running it: every sheet, field, column and chart that it names must exist, in branches that no
/// unit's data reaches as well. What a section hands to a function of 句式 is followed into the function.
/// </summary>
internal sealed class ShapeChecker(string file, IReadOnlyDictionary<string, DataShape> globals, IReadOnlySet<string> charts, IReadOnlyDictionary<string, ScriptFunction> functions)
{
    // A function may hand on what it was given; deeper than this nobody writes.
    private const int Deepest = 6;

    private readonly List<Finding> findings = [];
    private readonly HashSet<(string, string)> followed = [];
    private Dictionary<string, DataShape> names = new(StringComparer.Ordinal);
    private SourceSpan? caller;
    private int depth;

    /// <summary>What does not exist, in the order of the template.</summary>
    public IReadOnlyList<Finding> Check(ScriptNode page)
    {
        Walk(page);
        return [.. findings.DistinctBy(finding => (finding.Places[0], finding.Message))];
    }

    private void Walk(ScriptNode node)
    {
        switch (node)
        {
            case ScriptFunction function:
                Inside(function, function.Parameters?.ToDictionary(parameter => parameter.Name?.Name ?? "", _ => DataShape.Any, StringComparer.Ordinal) ?? []);
                return;
            case ScriptForStatement { Variable: ScriptVariable variable } loop:
                var source = loop.Iterator is { } iterator ? Shape(iterator) : DataShape.Any;
                Assign(variable.Name, source is ListShape list ? list.Element : DataShape.Any);
                if (loop.Body is { } body)
                {
                    Walk(body);
                }

                return;
            case ScriptAssignExpression { Target: ScriptVariable target, Value: { } value }:
                Assign(target.Name, Shape(value));
                return;
            case ScriptExpression expression:
                Shape(expression);
                return;
            default:
                foreach (var child in node.Children)
                {
                    Walk(child);
                }

                return;
        }
    }

    private DataShape Shape(ScriptNode node)
    {
        switch (node)
        {
            case ScriptVariable variable:
                return names.GetValueOrDefault(variable.Name) ?? globals.GetValueOrDefault(variable.Name) ?? DataShape.Any;
            case ScriptMemberExpression { Target: { } target, Member: { } member }:
                return Member(Shape(target), member.Name, member.Span);
            case ScriptIndexerExpression { Target: { } target, Index: { } index }:
                var indexed = Shape(target);
                Shape(index);
                return index is ScriptLiteral { Value: string name } ? Member(indexed, name, index.Span) : DataShape.Any;
            case ScriptNestedExpression { Expression: { } inner }:
                return Shape(inner);
            case ScriptPipeCall { From: { } from, To: { } to }:
                return to is ScriptFunctionCall piped ? Call(piped.Target, [from, .. piped.Arguments], piped.Span) : Call(to, [from], to.Span);
            case ScriptFunctionCall call:
                return Call(call.Target, [.. call.Arguments], call.Span);
            case ScriptArrayInitializerExpression { Values: { } values }:
                var shapes = values.Select(Shape).ToList();
                return shapes.Count > 0 && shapes.TrueForAll(shape => ReferenceEquals(shape, shapes[0])) ? new ListShape("列表", shapes[0]) : DataShape.Any;
            default:
                foreach (var child in node.Children)
                {
                    Walk(child);
                }

                return DataShape.Any;
        }
    }

    private DataShape Call(ScriptNode? target, List<ScriptExpression> arguments, SourceSpan span)
    {
        var shapes = arguments.ConvertAll(Shape);
        if (target is not ScriptVariable function)
        {
            return DataShape.Any;
        }

        if (functions.TryGetValue(function.Name, out var body))
        {
            Follow(function.Name, body, shapes, span);
            return DataShape.Any;
        }

        var literal = arguments.Count > 1 ? (arguments[1] as ScriptLiteral)?.Value as string : null;
        switch (function.Name)
        {
            case "科目":
                return SetShapes.Subject;
            case "图" when arguments is [ScriptLiteral { Value: string chart }, ..] && !charts.Contains(chart):
                Report($"charts.yaml 里没有名为“{chart}”的图", chart, charts, span);
                return DataShape.Any;
            case "找" when shapes is [ListShape { Element: RecordShape record }, ..]:
                if (literal is not null)
                {
                    Member(record, literal, arguments[1].Span);
                }

                return record;
            case "非零" or "属于" when shapes is [ListShape list, ..]:
                if (function.Name == "非零" && literal is not null)
                {
                    Member(list.Element, literal, arguments[1].Span);
                }

                return list;
            default:
                return DataShape.Any;
        }
    }

    // With what is known of the arguments; a call whose arguments say nothing was checked with the function itself.
    private void Follow(string name, ScriptFunction function, List<DataShape> shapes, SourceSpan span)
    {
        var parameters = function.Parameters?.Select(parameter => parameter.Name?.Name ?? "").ToList() ?? [];
        var given = parameters.Zip(shapes).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        var known = string.Join('|', shapes.Select(shape => shape switch { RecordShape record => record.Label, ListShape list => $"[{list.Label}]", _ => "" }));
        if (known.Trim('|').Length == 0 || depth >= Deepest || !followed.Add((name, known)))
        {
            return;
        }

        var before = caller;
        caller ??= span;
        Inside(function, given);
        caller = before;
    }

    private void Inside(ScriptFunction function, Dictionary<string, DataShape> parameters)
    {
        var outside = names;
        names = parameters;
        depth++;
        if (function.Body is { } body)
        {
            Walk(body);
        }

        depth--;
        names = outside;
    }

    private void Assign(string name, DataShape shape) => names[name] = names.TryGetValue(name, out var before) ? DataShape.Either(before, shape) : shape;

    private DataShape Member(DataShape of, string name, SourceSpan span)
    {
        if (of.Member(name) is { } found)
        {
            return found;
        }

        switch (of)
        {
            case RecordShape record:
                Report($"“{record.Label}”没有“{name}”", name, record.Members.Keys, span);
                break;
            case ListShape list:
                Report($"“{list.Label}”是多条记录，没有“{name}”：请用 for 逐条写，或用“找”取一条", name, [], span);
                break;
            case FigureShape figure:
                Report($"“{figure.Label}”是一个数，没有“{name}”", name, [], span);
                break;
        }

        return DataShape.Any;
    }

    private void Report(string what, string written, IEnumerable<string> known, SourceSpan span)
    {
        var at = ScribanMessages.PlaceOf(span, file);
        var called = caller is { } from ? ScribanMessages.PlaceOf(from, file) : null;
        findings.Add(new Finding(
            Severity.Error, NarrationRules.Unknown, $"{what}{Suggestion.For(written, known)}{(called is null ? "" : $"（{called} 这样用它）")}", called is null ? [at] : [called, at])
        { Fix = Suggestion.Near(written, known) });
    }
}
