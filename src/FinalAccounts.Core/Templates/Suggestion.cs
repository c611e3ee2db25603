using Quickenshtein;

namespace FinalAccounts.Templates;

/// <summary>The name that was probably meant, by edit distance.</summary>
public static class Suggestion
{
    /// <summary>“，是不是“X”？” for the nearest of the names, with what differs where the eye does not see it; nothing when none is near.</summary>
    public static string For(string written, IEnumerable<string> names) =>
        Nearest(written, names) is { } near ? $"，是不是“{near}”？{NameDifference.Of(written, near)}" : "";

    /// <summary>The same as a correction at a click; null when none is near.</summary>
    internal static Fix? Near(string written, IEnumerable<string> names) => Nearest(written, names) is { } near ? new Fix(written, near) : null;

    /// <summary>The nearest name; at most a third of its characters differ (of a short name one). Null when none is near.</summary>
    public static string? Nearest(string written, IEnumerable<string> names)
    {
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var name in names)
        {
            var allowed = Math.Max(1, Math.Max(written.Length, name.Length) / 3);
            if (written.Length > 60 || Math.Abs(name.Length - written.Length) > allowed)
            {
                continue;
            }

            var distance = Levenshtein.GetDistance(written, name);
            if (distance <= allowed && distance < bestDistance && distance < name.Length)
            {
                (best, bestDistance) = (name, distance);
            }
        }

        return best;
    }
}
