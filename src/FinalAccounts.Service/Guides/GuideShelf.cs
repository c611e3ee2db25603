namespace FinalAccounts.Service.Guides;

/// <summary>The guides inside the product: the files of docs/ that are written for users, read once.</summary>
public static class GuideShelf
{
    private const string Prefix = "guides/", Images = "guide-images/";

    private const int Around = 40, Most = 40;

    private static readonly (string Slug, string File)[] Order =
    [
        ("web", "service-web.md"), ("words", "文字人员指南.md"), ("audit", "audit.md"), ("rules", "checks.md"), ("sets", "新模板集.md"), ("names", "模板手册.md"),
        ("interface", "api.md"), ("service", "service.md"), ("security", "security.md"),
    ];

    private static readonly Lazy<IReadOnlyList<Guide>> Read = new(() => [.. Order.Select(guide => Guide.Read(guide.Slug, Load(Prefix + guide.File) is { } bytes ? System.Text.Encoding.UTF8.GetString(bytes) : throw new InvalidOperationException(guide.File), Address))]);

    /// <summary>All, those that most people need first.</summary>
    public static IReadOnlyList<Guide> All => Read.Value;

    /// <summary>One; null when there is none.</summary>
    public static Guide? Find(string slug) => All.FirstOrDefault(guide => guide.Slug == slug);

    /// <summary>A picture of a guide (PNG); null when there is none of this name.</summary>
    public static byte[]? Image(string name) => Load(Images + name);

    /// <summary>The parts that have all these words, those that have them in the heading first.</summary>
    public static IReadOnlyList<GuideHit> Search(string? words)
    {
        var wanted = (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        bool Has(string text) => wanted.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
        return wanted.Length == 0 ? [] : [.. All.SelectMany(guide => guide.Parts.Where(part => Has($"{part.Title} {part.Text}")).Select(part => (Guide: guide, Part: part)))
            .OrderBy(hit => Has(hit.Part.Title) ? 0 : 1).Take(Most).Select(hit => new GuideHit(hit.Guide, hit.Part, Excerpt(hit.Part.Text, wanted[0])))];
    }

    private static string Excerpt(string text, string word)
    {
        var at = Math.Max(0, text.IndexOf(word, StringComparison.OrdinalIgnoreCase));
        var (from, to) = (Math.Max(0, at - Around), Math.Min(text.Length, at + word.Length + (2 * Around)));
        return $"{(from > 0 ? "…" : "")}{text[from..to]}{(to < text.Length ? "…" : "")}";
    }

    private static string? Address(string file) => Order.FirstOrDefault(guide => guide.File == file).Slug is { } slug ? $"/help/{slug}" : null;

    private static byte[]? Load(string name)
    {
        using var stream = typeof(GuideShelf).Assembly.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

/// <summary>A part that was found.</summary>
/// <param name="Excerpt">Its text around the first word.</param>
public sealed record GuideHit(Guide Guide, GuidePart Part, string Excerpt)
{
    /// <summary>Where it stands.</summary>
    public string Address => $"/help/{Guide.Slug}{(Part.Anchor.Length == 0 ? "" : "#" + Part.Anchor)}";
}
