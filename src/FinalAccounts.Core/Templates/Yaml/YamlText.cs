using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace FinalAccounts.Templates.Yaml;

/// <summary>Texts as a YAML file of a set writes them, safe whatever they hold.</summary>
internal static partial class YamlText
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly HashSet<string> Meaning = new(StringComparer.OrdinalIgnoreCase) { "true", "false", "null", "yes", "no", "on", "off" };

    /// <summary>A text: bare where nothing in it can be misread, else quoted.</summary>
    public static string Of(string text) => Bare().IsMatch(text) && !Meaning.Contains(text) ? text : Quoted(text);

    /// <summary>Always quoted: JSON strings are YAML's double-quoted ones.</summary>
    public static string Quoted(string text) => JsonSerializer.Serialize(text, Options);

    /// <summary>A list in brackets.</summary>
    public static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Of))}]";

    [GeneratedRegex(@"\A[\p{L}\p{M}]([\p{L}\p{M}\p{Nd}（）“”、。，：；　/._-]*[\p{L}\p{M}\p{Nd}）”。])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
