namespace FinalAccounts.Rendering.Foundations;

/// <summary>A document could not be made into a file: the typesetting worker is missing, hung or died, or a character has no glyph. The message is for users, in Chinese, and says what to do.</summary>
public sealed class RenderingException : Exception
{
    /// <summary>With what happened and what to do.</summary>
    public RenderingException(string message)
        : base(message)
    {
    }

    /// <summary>Whether another try may succeed: the worker died or was too slow.</summary>
    public bool MayPass { get; init; }

    /// <summary>Whether the document itself cannot be set: a character has no glyph. Nothing is wrong with the machine.</summary>
    public bool OfText { get; init; }

    /// <summary>With the cause.</summary>
    public RenderingException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
