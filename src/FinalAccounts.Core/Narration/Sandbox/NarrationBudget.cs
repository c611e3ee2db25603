using System.Runtime.CompilerServices;
using FinalAccounts.Narration.Values;
using Scriban.Parsing;

namespace FinalAccounts.Narration.Sandbox;

/// <summary>What one section has used of its <see cref="NarrationLimits"/>. Everything is counted where it is made, before it takes memory: a marker is one character, and may stand for a thousand paragraphs.</summary>
internal sealed class NarrationBudget
{
    private readonly HashSet<object> paid = new(ReferenceEqualityComparer.Instance);
    private long steps, passed, written;
    private PrintedSize printed;

    /// <summary>Elements and characters that the section has printed so far.</summary>
    public PrintedSize Printed => printed;

    /// <summary>Something was evaluated, or a helper went through so many rows.</summary>
    public void Work(SourceSpan span, int rows = 0)
    {
        passed += rows;
        if (++steps + passed / NarrationLimits.RowsAStep > NarrationLimits.Steps)
        {
            throw Over(span, $"这一节的步骤超过{NarrationLimits.Steps}，停在这里；请检查循环");
        }
    }

    /// <summary>The template prints its own words, or a value's marker: also into a phrase whose text nobody prints in the end.</summary>
    public void Write(SourceSpan span, int characters)
    {
        written += characters;
        if (written > NarrationLimits.Written)
        {
            throw Over(span, $"这一节和句式写出的文字超过{NarrationLimits.Written}字，停在这里；请检查循环");
        }
    }

    /// <summary>Something is added to what the section prints.</summary>
    public void Print(SourceSpan span, PrintedSize more)
    {
        printed += more;
        if (printed.Elements > NarrationLimits.Elements)
        {
            throw Over(span, $"这一节印出的段、行、格、数和资料超过{NarrationLimits.Elements}个（一张图算{PrintedSize.Chart}个），停在这里；请检查循环");
        }

        if (printed.Characters > NarrationLimits.Output)
        {
            throw Over(span, $"这一节印出的文字超过{NarrationLimits.Output}字，停在这里；请检查循环");
        }
    }

    /// <summary>A helper's result whose parts were counted while they were made: printing it once costs no more.</summary>
    public void Pay(object content) => paid.Add(content);

    /// <summary>A helper's result is printed.</summary>
    public void Print(SourceSpan span, object content)
    {
        if (!paid.Remove(content))
        {
            Print(span, content switch
            {
                PrintedBlocks blocks => PrintedSize.Of(blocks.Blocks),
                Printed inlines => PrintedSize.Of(inlines.Inlines),
                _ => throw new ArgumentException($"{content.GetType().Name} is not printed", nameof(content)),
            });
        }
    }

    /// <summary>Refuses to go deeper than the stack holds.</summary>
    public static void Depth(SourceSpan span)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Over(span, "嵌套太深，停在这里");
        }
    }

    private static NarrationMistake Over(SourceSpan span, string message) => new(span, NarrationRules.Limit, message);
}
