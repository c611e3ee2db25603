using System.Text;

namespace FinalAccounts.Service.Templates.Workbench;

/// <summary>Markup that is being written for somebody who waits: it ends with its token, and when it grows beyond its limit.</summary>
internal sealed class BoundedText(int most, CancellationToken cancellation) : TextWriter
{
    private readonly StringBuilder text = new();
    private int writes;

    public override Encoding Encoding => Encoding.UTF8;

    /// <exception cref="TooMuchException">The limit is passed.</exception>
    public override void Write(char value)
    {
        text.Append(value);
        Check();
    }

    /// <exception cref="TooMuchException">The limit is passed.</exception>
    public override void Write(string? value)
    {
        text.Append(value);
        Check();
    }

    public override string ToString() => text.ToString();

    private void Check()
    {
        if (text.Length > most)
        {
            throw new TooMuchException();
        }

        if ((++writes & 0xFFF) == 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }
}

/// <summary>An answer would be larger than anybody can look at.</summary>
internal sealed class TooMuchException : Exception;
