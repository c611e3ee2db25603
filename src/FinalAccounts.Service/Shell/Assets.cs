using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace FinalAccounts.Service.Shell;

/// <summary>Scripts and styles, bundled at build and embedded. Their addresses carry their hash, so browsers keep them for good.</summary>
internal static class Assets
{
    private const string Prefix = "assets/";

    private static readonly FrozenDictionary<string, Asset> ByName = typeof(Assets).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(Load)
        .ToFrozenDictionary(asset => asset.Name);

    /// <summary>The address of a bundle: app.css → /assets/app.css?v=….</summary>
    public static string Address(string name) => $"/assets/{name}?v={ByName[name].Version}";

    public static void MapAssets(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/assets/{name}", (string name, HttpContext context) =>
        {
            if (!ByName.TryGetValue(name, out var asset))
            {
                return Results.NotFound();
            }

            var headers = context.Response.Headers;
            headers.Vary = "Accept-Encoding";
            headers.CacheControl = context.Request.Query["v"] == asset.Version ? "public, max-age=31536000, immutable" : "no-cache";
            if (!Accepts(context.Request.Headers.AcceptEncoding))
            {
                return Results.Bytes(asset.Content, asset.Type);
            }

            headers.ContentEncoding = "br";
            return Results.Bytes(asset.Compressed, asset.Type);
        }).AllowAnonymous().ExcludeFromDescription();

    private static bool Accepts(StringValues encodings) => encodings.Any(value => value?.Contains("br", StringComparison.Ordinal) == true);

    private static Asset Load(string resource)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(content);
        }

        var name = resource[Prefix.Length..];
        var type = Path.GetExtension(name) switch { ".js" => "text/javascript", ".css" => "text/css", _ => "application/octet-stream" };
        return new Asset(name, Convert.ToHexStringLower(SHA256.HashData(content))[..16], $"{type}; charset=utf-8", content, packed.ToArray());
    }

    private sealed record Asset(string Name, string Version, string Type, byte[] Content, byte[] Compressed);
}
