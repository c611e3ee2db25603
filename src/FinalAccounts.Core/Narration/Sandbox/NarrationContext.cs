using FinalAccounts.Narration.Values;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace FinalAccounts.Narration.Sandbox;

/// <summary>
/// The strict, bounded world in which one section runs: no builtins, no CLR members, a limit on everything. A mistake in
/// one statement becomes a finding and the section goes on behind it.
/// </summary>
internal sealed class NarrationContext : TemplateContext
{
    private const string MistakeText = "【此处有错】";
    private readonly string file;
    private readonly Markers markers;
    private readonly SectionFindings log;
    private readonly IReadOnlyCollection<string> names;
    private readonly List<ScriptStatement> statements = [];
    private ScriptStatement? printed;

    public NarrationContext(
        string file, IScriptObject data, IReadOnlyCollection<string> names, Markers markers, SectionFindings log, NarrationBudget budget, CancellationToken cancellation)
        : base(new ScriptObject())
    {
        this.file = file;
        this.markers = markers;
        this.log = log;
        this.names = names;
        Budget = budget;
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedIndexerAccess = false;
        EnableRelaxedFunctionAccess = false;
        EnableNullIndexer = false;
        AutoIndent = false;
        LoopLimit = NarrationLimits.Loop;
        LoopLimitQueryable = NarrationLimits.Loop;
        RecursiveLimit = NarrationLimits.Recursion;
        ObjectRecursionLimit = 8;
        LimitToString = NarrationLimits.TextLength;
        OutputLimit = NarrationLimits.Output;
        OnStringLimit = ScriptLimitBehavior.Throw;
        OnOutputLimit = ScriptLimitBehavior.Throw;
        RegexTimeOut = TimeSpan.FromMilliseconds(1);
        CancellationToken = cancellation;
        NewLine = "\n";
        PushGlobal(data);
        PushGlobal(new ScriptObject());
    }

    /// <summary>What the section has used of its limits.</summary>
    public NarrationBudget Budget { get; }

    public override object? Evaluate(ScriptNode? node, bool aliasReturnedFunction)
    {
        CheckWork(node);
        if (node is ScriptBinaryExpression { Operator: ScriptBinaryOperator.Add or ScriptBinaryOperator.Subtract } sum)
        {
            return Operations.Counted(this, sum);
        }

        if (node is ScriptBinaryExpression
            {
                Operator: ScriptBinaryOperator.CompareEqual or ScriptBinaryOperator.CompareNotEqual
            or ScriptBinaryOperator.CompareLess or ScriptBinaryOperator.CompareLessOrEqual
            or ScriptBinaryOperator.CompareGreater or ScriptBinaryOperator.CompareGreaterOrEqual
            } comparison)
        {
            return Operations.Compared(this, comparison);
        }

        if (node is ScriptArrayInitializerExpression list)
        {
            return Operations.Flat(list, base.Evaluate(node, aliasReturnedFunction));
        }

        if (node is not ScriptStatement statement || node is ScriptBlockStatement or ScriptFunction or ScriptConditionStatement)
        {
            return base.Evaluate(node, aliasReturnedFunction);
        }

        statements.Add(statement);
        if (node is ScriptRawStatement raw)
        {
            // It prints while it is evaluated, the others afterwards.
            printed = statement;
            Budget.Write(raw.Span, raw.Text.Length);
        }

        try
        {
            var result = base.Evaluate(node, aliasReturnedFunction);
            printed = statement;
            return result is null || node is not ScriptExpressionStatement ? result : Written(result, statement);
        }
        catch (Exception error) when (Report(error, statement))
        {
            printed = statement;
            Write(MistakeText);
            return null;
        }
        finally
        {
            statements.RemoveAt(statements.Count - 1);
        }
    }

    /// <summary>The statement whose result is printed. Scriban itself says where the block around it begins.</summary>
    public SourceSpan Here => printed?.Span ?? CurrentSpan;

    /// <summary>The statement of the section itself that prints, be it through a phrase.</summary>
    public SourceSpan HereInSection => Here.FileName == file ? Here : CallInSection?.Span ?? Here;

    private ScriptStatement? CallInSection => statements.LastOrDefault(outer => outer.Span.FileName == file);

    public override string ObjectToString(object? value, bool nested = false) => value switch
    {
        string text => text,
        int or long or decimal => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
        Printed printed => markers.Add(Counted(printed)),
        PrintedBlocks blocks => markers.Add(Counted(blocks)),
        TextValue { Text: { } text } data => markers.Add(Counted(Literal(text, data))),
        CellValue { IsPresent: false } blank => throw new DataMissing(Here, blank.Missing),
        NothingFound nothing => throw new DataMissing(Here, nothing.Missing),
        FigureValue figure => throw Mistake(NarrationRules.Misuse, $"“{figure.Label}”是数，要写明怎样印：{Ways(figure)}"),
        DateValue date => throw Mistake(NarrationRules.Misuse, $"“{date.Label}”是日期，请写成 {{{{ … | 中文日期 }}}}"),
        DataObject data => throw Mistake(NarrationRules.Misuse, $"“{data.Label}”不是一个值，不能直接印：请写出它的哪一项，如“{data.Label}.{data.Members.FirstOrDefault()}”"),
        DataList list => throw Mistake(NarrationRules.Misuse, $"“{list.Label}”是多条记录，不能直接印：请用 for 逐条写，或用“列举”"),
        bool => throw Mistake(NarrationRules.Misuse, "这里得到的是“是”或“否”，不能印：请用在 if 里"),
        null => throw Mistake(NarrationRules.Blank, "这里没有内容可印"),
        _ => throw Mistake(NarrationRules.Misuse, "这里的值不能直接印"),
    };

    public override bool ToBool(SourceSpan span, object? value) => value switch
    {
        DataObject data => data.IsPresent,
        DataList list => list.Count > 0,
        null => false,
        bool flag => flag,
        string text => text.Length > 0,
        _ => true,
    };

    protected override IObjectAccessor GetMemberAccessorImpl(object target) => target switch
    {
        DataObject => DataAccessor.Instance,
        IScriptObject => base.GetMemberAccessorImpl(target)!,
        _ => ClosedAccessor.Instance,
    };

    protected override IListAccessor? GetListAccessorImpl(object target, Type type) => null;

    protected override bool OnStepLoop(ScriptLoopStatementBase loop)
    {
        CheckWork(loop);
        return base.OnStepLoop(loop);
    }

    private static string Ways(FigureValue figure) => figure switch
    {
        { IsMoney: true } => "{{ … | 万元 }}、增减额、占比等",
        { Unit: FigureValue.Ratio } => "{{ … | 百分比 }}",
        _ => "{{ … | 数量 \"个\" }} 或 {{ … | 分数 }}",
    };

    private Printed Literal(string text, TextValue data)
    {
        if (data.IsError)
        {
            log.Add(Severity.Error, NarrationRules.DoubtfulData, $"{data.Label}的内容是差错值“{text}”，请改正数据", data.Origin.Cells.Select(cell => cell.Place).OfType<Place>());
        }

        return new Printed([new Text(text, data.Origin)]);
    }

    private T Counted<T>(T content) where T : notnull
    {
        Budget.Print(Here, content);
        return content;
    }

    private string Written(object result, ScriptStatement statement)
    {
        var text = ObjectToString(result);
        Budget.Write(statement.Span, text.Length);
        return text;
    }

    private NarrationMistake Mistake(string rule, string message) => new(Here, rule, message);

    private void CheckWork(ScriptNode? node)
    {
        CancellationToken.ThrowIfCancellationRequested();
        var span = node?.Span ?? CurrentSpan;
        Budget.Work(span);
        NarrationBudget.Depth(span);
    }

    /// <summary>Makes the error a finding; false when the section must end.</summary>
    private bool Report(Exception error, ScriptStatement statement)
    {
        if (error is OperationCanceledException || CancellationToken.IsCancellationRequested || error is not ScriptRuntimeException runtime)
        {
            return false;
        }

        var mistake = ReportedMistake.Of(runtime, names);
        if (mistake.Rule == NarrationRules.Limit || log.IsFull)
        {
            return false;
        }

        mistake.AddTo(log, Places(mistake.Span, statement));
        return true;
    }

    /// <summary>The mistake itself, and when it is in a phrase, where the section called it.</summary>
    internal IEnumerable<Place> Places(SourceSpan span, ScriptStatement? statement)
    {
        var place = ScribanMessages.PlaceOf(span.IsEmpty && statement is not null ? statement.Span : span, file);
        yield return place;
        if (place.File != file && CallInSection is { } call)
        {
            yield return ScribanMessages.PlaceOf(call.Span, file);
        }
    }

    /// <summary>What a helper says while the section goes on.</summary>
    internal void Warn(string rule, string message, SourceSpan span, IEnumerable<Place> dataPlaces) =>
        log.Add(Severity.Warning, rule, message, Places(span, statements.LastOrDefault()).Concat(dataPlaces));

    /// <summary>Data that are missing while the section goes on.</summary>
    internal void Miss(MissingData what, SourceSpan span) => log.Add(what with { Asked = [.. Places(span, statements.LastOrDefault())] });

    /// <summary>Says the error that ended the section.</summary>
    internal void End(ScriptRuntimeException error)
    {
        var mistake = ReportedMistake.Of(error, names);
        mistake.AddTo(log, Places(mistake.Span, null));
    }
}
