using System.Text;
using FinalAccounts.Narration.Values;
using Scriban.Parsing;
using Scriban.Syntax;
using Kinds = FinalAccounts.Import.Files.Unprintable;

namespace FinalAccounts.Narration.Sandbox;

/// <summary>
/// Reads a parsed template before it runs: only the few statements that wording needs are allowed, and every name must
/// exist, in branches that this unit's data does not reach as well.
/// </summary>
internal sealed class TemplateChecker(string file, IReadOnlySet<string> dataNames)
{
    private readonly HashSet<string> ownNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> ownFunctions = new(StringComparer.Ordinal);
    private readonly List<Finding> findings = [];

    /// <summary>Names that the template itself defines (functions, variables, loop variables).</summary>
    public IReadOnlySet<string> OwnNames => ownNames;

    /// <summary>The functions among them.</summary>
    public IReadOnlySet<string> OwnFunctions => ownFunctions;

    /// <param name="page">The template.</param>
    /// <param name="phraseNames">Names that only the phrases define, known besides the data.</param>
    /// <param name="phrases">The functions among them.</param>
    public IReadOnlyList<Finding> Check(ScriptPage page, IEnumerable<string> phraseNames, IReadOnlySet<string> phrases)
    {
        var nodes = Nodes(page);
        foreach (var node in nodes)
        {
            Collect(node);
        }

        var known = dataNames.Concat(phraseNames).Concat(ownNames).ToHashSet(StringComparer.Ordinal);
        var sorted = known.Order(StringComparer.Ordinal).ToList();
        foreach (var node in nodes)
        {
            // Nobody reads more, and looking for the name that was meant costs time.
            if (findings.Count >= NarrationLimits.Findings)
            {
                break;
            }

            if ((Taken(node, phrases) ?? Objection(node)) is { } objection)
            {
                Add(NarrationRules.Forbidden, objection, node.Span);
            }
            else if (node is ScriptVariableGlobal variable && !IsDefinition(variable) && !known.Contains(variable.Name))
            {
                var (message, fix) = ScribanMessages.Unknown(variable.Name, sorted);
                Add(NarrationRules.Unknown, message, variable.Span, fix);
            }
        }

        return findings;
    }

    private static List<ScriptNode> Nodes(ScriptNode root)
    {
        var nodes = new List<ScriptNode>();
        var waiting = new Stack<ScriptNode>([root]);
        while (waiting.TryPop(out var node))
        {
            nodes.Add(node);
            for (var i = node.ChildrenCount - 1; i >= 0; i--)
            {
                if (node.GetChildren(i) is { } child)
                {
                    waiting.Push(child);
                }
            }
        }

        return nodes;
    }

    private static bool IsDefinition(ScriptVariable variable) =>
        variable.Name == "for" || (variable.Parent is ScriptMemberExpression member && ReferenceEquals(member.Member, variable));

    private void Collect(ScriptNode node)
    {
        if (Defined(node) is { } name)
        {
            ownNames.Add(name);
            if (node is ScriptFunction)
            {
                ownFunctions.Add(name);
            }
        }
    }

    private static string? Defined(ScriptNode node) => node switch
    {
        ScriptAssignExpression { Target: ScriptVariable target } => target.Name,
        ScriptForStatement { Variable: ScriptVariable variable } => variable.Name,
        ScriptParameter { Name: { } parameter } => parameter.Name,
        ScriptFunction { NameOrDoToken: ScriptVariable function } => function.Name,
        ScriptCaptureStatement { Target: ScriptVariable captured } => captured.Name,
        _ => null,
    };

    // Behind such a definition the name would mean something else than everywhere else, and the text something wrong.
    private string? Taken(ScriptNode node, IReadOnlySet<string> phrases) => Defined(node) is not { } name ? null
        : dataNames.Contains(name) ? $"“{name}”是已有的名称，不能再用作{Kind(node)}，请换一个名字"
        : phrases.Contains(name) ? $"“{name}”是句式的名称，不能再用作{Kind(node)}，请换一个名字"
        : node is not ScriptFunction && ownFunctions.Contains(name) ? $"“{name}”是这个模板里定义的函数，不能再用作{Kind(node)}，请换一个名字"
        : null;

    private static string Kind(ScriptNode node) => node switch
    {
        ScriptForStatement => "循环的变量",
        ScriptParameter => "参数",
        ScriptFunction => "函数",
        _ => "变量",
    };

    private static string? Objection(ScriptNode node) => node switch
    {
        ScriptWhileStatement => "不能用 while：逐条写用 for",
        ScriptCaptureStatement or ScriptImportStatement or ScriptWithStatement or ScriptWrapStatement or ScriptReadOnlyStatement
            or ScriptTableRowStatement => "模板里不能用 capture、import、with、wrap、readonly、tablerow",
        ScriptIncrementDecrementExpression => "不能用 ++ 和 --：写作 次 = 次 + 1",
        ScriptObjectInitializerExpression => "模板里不能建立对象（{…}）",
        ScriptThisExpression => "不能用 this",
        ScriptInterpolatedStringExpression or ScriptInterpolatedExpression => "不能用 $\"…\"：把文字直接写在 {{ }} 外面",
        ScriptAnonymousFunction => "不能用没有名字的函数（do）",
        ScriptNamedArgument => "不能写“名称: 值”形式的参数",
        ScriptIsEmptyExpression => "不能用“?”：用 if 和“有数”判断",
        ScriptAssignExpression { Target: not ScriptVariable } => "模板不能改动数据",
        ScriptBinaryExpression binary when !Allowed(binary.Operator) => "模板不计算：不能用这个运算符，要算出的数请在 metrics.yaml 里定为指标",
        ScriptUnaryExpression { Operator: not (ScriptUnaryOperator.Not or ScriptUnaryOperator.Negate or ScriptUnaryOperator.Plus) } =>
            "不能用这个运算符",
        ScriptLiteral { Value: null, Parent: not ScriptBinaryExpression } => "null 只能用在 == 和 != 的比较里",
        ScriptLiteral { Value: string text } when Markers.AreIn(text) => "文字里有专用区字符（U+E000–U+F8FF），请删去",
        ScriptRawStatement raw when Markers.AreIn(raw.Text.ToString()) => "正文里有专用区字符（U+E000–U+F8FF），请删去",
        ScriptLiteral { Value: string text } when Unprintable(text) is { } character => Printing(character),
        ScriptRawStatement raw when Unprintable(raw.Text.ToString()) is { } character => Printing(character),
        ScriptLiteral { Value: not (null or string or bool or int or decimal) } => "这个数太大或写法不对",
        _ => null,
    };

    private static bool Allowed(ScriptBinaryOperator op) => op is ScriptBinaryOperator.And or ScriptBinaryOperator.Or
        or ScriptBinaryOperator.CompareEqual or ScriptBinaryOperator.CompareNotEqual
        or ScriptBinaryOperator.CompareGreater or ScriptBinaryOperator.CompareGreaterOrEqual
        or ScriptBinaryOperator.CompareLess or ScriptBinaryOperator.CompareLessOrEqual
        or ScriptBinaryOperator.Add or ScriptBinaryOperator.Subtract;

    // Word and PDF cannot hold these, no font has them, and marks of direction make a line read otherwise than it is written.
    private static Rune? Unprintable(string text)
    {
        if (text.Any(char.IsSurrogate) && text.Where((c, i) => char.IsSurrogate(c) && !IsPaired(text, i)).Any())
        {
            return Rune.ReplacementChar;
        }

        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is not ('\n' or '\r' or '\t') && Kinds.Kind(rune) != Import.Files.CharacterKind.Plain)
            {
                return rune;
            }
        }

        return null;
    }

    private static bool IsPaired(string text, int i) =>
        (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) || (char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]));

    private static string Printing(Rune character) => Kinds.Kind(character) == Import.Files.CharacterKind.Control
        ? $"这里有不能印的控制字符（U+{character.Value:X4}），请删去重写"
        : $"这里有印不出或看不见的字符（U+{character.Value:X4}），请删去重写";

    private void Add(string rule, string message, SourceSpan span, Fix? fix = null) =>
        findings.Add(new Finding(Severity.Error, rule, message, [ScribanMessages.PlaceOf(span, file)]) { Fix = fix });
}
