using System.Text.RegularExpressions;

namespace FinalAccounts.Templates;

/// <summary>The name that was probably meant, by edit distance.</summary>
public static partial class Suggestion
{
    /// <summary>“，是不是“X”？” for the nearest of the names, with what differs where the eye does not see it; nothing when none is near.</summary>
    public static string For(string written, IEnumerable<string> names) =>
        Nearest(written, names) is { } near ? $"，是不是“{near}”？{NameDifference.Of(written, near)}" : "";

    /// <summary>What <see cref="For"/> put into a message, for a correction at a click: the name written and the name meant; null when the message suggests none.</summary>
    public static (string Written, string Meant)? Read(string message) =>
        InMessage().Match(message) is { Success: true } found ? (found.Groups[1].Value, found.Groups[2].Value) : null;

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

            var distance = Distance(written, name);
            if (distance <= allowed && distance < bestDistance && distance < name.Length)
            {
                (best, bestDistance) = (name, distance);
            }
        }

        return best;
    }

    private static int Distance(string a, string b)
    {
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }

    [GeneratedRegex("“([^“”]+)”[^“”]*，是不是“([^“”]+)”？")]
    private static partial Regex InMessage();
}
