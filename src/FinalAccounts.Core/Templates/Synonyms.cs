using System.Text.RegularExpressions;

namespace FinalAccounts.Templates;

/// <summary>Wordings that mean the same in published tables (运行费 and 运行维护费), from synonyms.yaml: the importer compares texts after writing each in the form's own words.</summary>
public sealed class Synonyms
{
    private readonly IReadOnlyDictionary<string, string> names;
    private readonly IReadOnlyDictionary<string, string> phrases;
    private readonly Regex? anyPhrase;

    /// <param name="names">Whole texts in comparable form, each with the wording that stands for it.</param>
    /// <param name="phrases">Parts of texts in comparable form, each with what stands for it.</param>
    public Synonyms(IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, string> phrases)
    {
        (this.names, this.phrases) = (names, phrases);

        // The form's own wordings are looked for as well, so that 年初结转 is not found inside 年初结转和结余.
        var all = phrases.Keys.Concat(phrases.Values).Distinct().OrderByDescending(phrase => phrase.Length).Select(Regex.Escape).ToList();
        anyPhrase = all.Count == 0 ? null : new Regex(string.Join('|', all), RegexOptions.CultureInvariant);
    }

    /// <summary>No synonyms.</summary>
    public static Synonyms None { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>());

    /// <summary>The text, which is in comparable form, in the words that stand for it; equal texts for equal meanings.</summary>
    public string Canonical(string loose)
    {
        var text = anyPhrase?.Replace(loose, match => phrases.GetValueOrDefault(match.Value, match.Value)) ?? loose;
        return names.GetValueOrDefault(text, text);
    }
}
