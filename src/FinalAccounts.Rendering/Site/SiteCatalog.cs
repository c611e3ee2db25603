using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace FinalAccounts.Rendering.Site;

/// <summary>What stands on a site: the state from which its pages are made anew. Kept in the site itself as site.json.</summary>
/// <param name="Title">The site's name.</param>
/// <param name="Editions">Newest year first, then by unit.</param>
public sealed record SiteCatalog(string Title, IReadOnlyList<SiteEdition> Editions)
{
    /// <summary>Its file in the site.</summary>
    public const string FileName = "site.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>As indented JSON; equal catalogs give equal bytes.</summary>
    public byte[] Write() => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this, Json).ReplaceLineEndings("\n") + "\n");

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="RenderingException">It is damaged.</exception>
    public static SiteCatalog Read(byte[] bytes)
    {
        try
        {
            var catalog = JsonSerializer.Deserialize<SiteCatalog>(bytes, Json) ?? throw new JsonException();
            return catalog.Editions.All(edition => IsInside(edition.Folder)) ? catalog : throw new JsonException("A folder leaves the site.");
        }
        catch (JsonException exception)
        {
            throw new RenderingException($"站点的 {FileName} 已损坏，不能更新。请从备份恢复它，或换一个空文件夹重新发布。", exception);
        }
    }

    // A year and a name: nothing that leads out of the site.
    private static bool IsInside(string folder) =>
        folder.Split('/') is [{ Length: 4 } year, { Length: > 0 } name] && year.All(char.IsAsciiDigit) && name is not ("." or "..") && !name.Contains('\\', StringComparison.Ordinal);

    /// <summary>With other editions, in order.</summary>
    public SiteCatalog With(IEnumerable<SiteEdition> editions) => this with
    {
        Editions = [.. editions.OrderByDescending(edition => edition.Year).ThenBy(edition => edition.Unit, StringComparer.Ordinal)],
    };
}
