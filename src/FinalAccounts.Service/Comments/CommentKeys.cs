using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using FinalAccounts.Service.Data;

namespace FinalAccounts.Service.Comments;

/// <summary>Names of places that stay when a file is handed in again or a document is made anew: cells by row and column, findings by rule and cell, sentences by their words without the figures.</summary>
public static partial class CommentKeys
{
    private const char Between = '\t';

    /// <summary>Of a cell or fact.</summary>
    public static string Of(DataSpot spot) => string.Join(Between, spot.IsFact ? "fact" : "table", spot.Sheet, spot.Row, spot.Column);

    /// <summary>The cell or fact of such a name; null when it is none.</summary>
    public static DataSpot? Spot(string key) =>
        key.Split(Between) is ["fact" or "table", var sheet, var row, var column] parts ? new DataSpot(sheet, row, column, parts[0] == "fact") : null;

    /// <summary>Of a finding: its rule and the first of its places that is a cell of the data, else its words without the figures.</summary>
    public static string Of(Finding finding, PlaceIndex? places)
    {
        var spot = places is null ? null : finding.Places.Select(places.Find).FirstOrDefault(spot => spot is not null);
        return string.Join(Between, finding.Rule, spot is null ? Hash(Bare(finding.Message)) : Of(spot).Replace(Between, ' '));
    }

    /// <summary>Of a sentence below a heading.</summary>
    public static string Of(string heading, string sentence) => Hash($"{Number().Replace(heading, "")}{Between}{Bare(sentence)}");

    // Figures are another year by year, and so is whether they rose or fell.
    private static string Bare(string text) => Direction().Replace(Figure().Replace(text, "#"), "±");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24];

    [GeneratedRegex(@"[0-9０-９][0-9０-９,，.]*|\s+")]
    private static partial Regex Figure();

    [GeneratedRegex("增加|减少|增长|下降|提高|降低")]
    private static partial Regex Direction();

    [GeneratedRegex(@"^(第[一二三四五六七八九十]+部分|[（(]?[一二三四五六七八九十]+[)）、]|\d+[.．、])\s*")]
    private static partial Regex Number();
}
