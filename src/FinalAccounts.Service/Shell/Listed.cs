using System.Diagnostics.CodeAnalysis;

namespace FinalAccounts.Service.Shell;

/// <summary>A state or kind in a query, spelled as the answers spell it; numbers and other words are refused.</summary>
internal readonly record struct Listed<T>(T Value) where T : struct, Enum
{
    // Minimal APIs bind by a method of this name.
    public static bool TryParse([NotNullWhen(true)] string? text, out Listed<T> listed)
    {
        var known = Enum.GetNames<T>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        listed = known is null ? default : new Listed<T>(Enum.Parse<T>(known));
        return known is not null;
    }
}
