using FinalAccounts.Narration.Sandbox;
using FinalAccounts.Narration.Values;
using FinalAccounts.Templates;
using Scriban.Parsing;

namespace FinalAccounts.Narration.Functions;

/// <summary>One call of a helper: its arguments, read by type with messages that say what was expected.</summary>
internal sealed class FunctionCall(TemplateFunction function, NarrationContext context, SourceSpan span, IReadOnlyList<object?> arguments)
{
    public int Count => arguments.Count;

    public object? this[int index] => index < arguments.Count ? arguments[index] : null;

    public CancellationToken Cancellation => context.CancellationToken;

    public NarrationMistake Mistake(string rule, string message) => new(span, rule, message);

    public NarrationMistake Unknown(string what, string name, IEnumerable<string> names) =>
        new(span, NarrationRules.Unknown, what + Suggestion.For(name, names)) { Fix = Suggestion.Near(name, names) };

    /// <summary>Data that are not there.</summary>
    public DataMissing Missing(MissingData what) => new(span, what);

    public NarrationMistake Misuse(string message) => Mistake(NarrationRules.Misuse, message);

    /// <summary>Something doubtful that does not stop the sentence.</summary>
    public void Warn(string rule, string message, Origin origin) =>
        context.Warn(rule, message, span, origin.Cells.Select(cell => cell.Place).OfType<Place>());

    /// <summary>Data that are not there and that the sentence can do without.</summary>
    public void Miss(MissingData what) => context.Miss(what, span);

    /// <summary>The argument as a figure, blank or not.</summary>
    public FigureValue Figure(int index = 0) => this[index] switch
    {
        FigureValue figure => figure,
        NothingFound nothing => throw Missing(nothing.Missing),
        TextValue { IsError: true } wrong => throw Missing(wrong.Missing),
        DataObject data => throw Misuse($"“{function.Name}”要一个数，“{data.Label}”不是数"),
        DataList list => throw Misuse($"“{function.Name}”要一个数，“{list.Label}”是多条记录"),
        _ => throw Misuse($"“{function.Name}”要数据里的一个数：写法是 {function.Usage}"),
    };

    /// <summary>The argument as a figure that is not blank.</summary>
    public (FigureValue Figure, decimal Value) Known(int index = 0)
    {
        var figure = Figure(index);
        return figure.Value is { } value ? (figure, value) : throw Missing(figure.Missing);
    }

    /// <summary>The argument as an amount of money that is not blank.</summary>
    public (FigureValue Figure, decimal Yuan) Money()
    {
        var (figure, value) = Known();
        return figure.IsMoney
            ? (figure, value)
            : throw Misuse($"“{figure.Label}”的单位是“{(figure.Unit.Length == 0 ? "无" : figure.Unit)}”，不是金额，不能用“{function.Name}”");
    }

    /// <summary>The argument as text.</summary>
    public string Text(int index) => TextValue.Of(this[index])
        ?? throw (this[index] is CellValue { IsPresent: false } blank ? Missing(blank.Missing) : Misuse($"“{function.Name}”的写法是 {function.Usage}"));

    /// <summary>The argument as rows, records or figures, counted as so much work.</summary>
    public IReadOnlyList<object?> List()
    {
        IReadOnlyList<object?> list = this[0] switch
        {
            DataList rows => rows,
            Scriban.Runtime.ScriptArray array => [.. array],
            _ => throw Misuse($"“{function.Name}”要多条记录：写法是 {function.Usage}"),
        };
        context.Budget.Work(span, list.Count);
        return list;
    }

    /// <summary>Something large is about to be made, to be printed: counted before it takes memory.</summary>
    public void Makes(PrintedSize size) => context.Budget.Print(span, size);

    /// <summary>It has been made, and all of it counted.</summary>
    public T Made<T>(T content) where T : notnull
    {
        context.Budget.Pay(content);
        return content;
    }

    /// <summary>How the list is called in messages.</summary>
    public string ListLabel() => this[0] is DataList list ? list.Label : "列表";

    /// <summary>A number counted by the template itself.</summary>
    public int Ordinal(int index = 0) => this[index] switch
    {
        int number and > 0 and < 10_000 => number,
        FigureValue { Value: { } value } when value == decimal.Truncate(value) && value is > 0 and < 10_000 => (int)value,
        _ => throw Misuse($"“{function.Name}”要 1 到 9999 的整数，如 {{{{ {function.Name} for.index + 1 }}}}"),
    };

    /// <summary>A member of a row or record; a mistake when it has no such name.</summary>
    public object Member(object? item, string name)
    {
        if (item is not DataObject data)
        {
            throw Misuse($"“{function.Name}”要表的行或资料的记录");
        }

        return data.Member(name)
            ?? throw Unknown($"“{data.Label}”没有“{name}”", name, data.Members);
    }
}
