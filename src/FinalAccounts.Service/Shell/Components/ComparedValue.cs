using FinalAccounts.Comparison;
using FinalAccounts.Documents.Comparison;

namespace FinalAccounts.Service.Shell.Components;

/// <summary>Model of the partial <c>_ComparedValue</c>: what a value was and is. Texts are compared word by word, figures stand side by side.</summary>
/// <param name="Before">As printed.</param>
/// <param name="After">As printed.</param>
public sealed record ComparedValue(string Before, string After)
{
    // Shorter ones are read at a glance.
    private const int Long = 12;

    /// <summary>Whether it is text to be compared word by word.</summary>
    public bool IsProse => Before.Length > Long && After.Length > Long && (HasWords(Before) || HasWords(After));

    /// <summary>The one text in the other, piece by piece.</summary>
    public IEnumerable<TextEdit> Edits => LineDifference.Of(Before, After).SelectMany(run => run.Text.Edits);

    private static bool HasWords(string text) => text.Count(char.IsLetter) > text.Length / 2;
}
