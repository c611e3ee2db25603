using System.Security.Cryptography;
using FinalAccounts.Service.Settings;

namespace FinalAccounts.Service.Editions;

/// <summary>Detached signatures of the manifests of published editions: ECDSA on P-256 with SHA-256, in DER as <c>openssl dgst -verify</c> reads it. The manifest names every file by its hash.</summary>
public sealed class EditionSignatures(ServiceOptions options)
{
    /// <summary>The format of the file beside the manifest.</summary>
    public const string Format = "sig";

    /// <summary>Its name.</summary>
    public const string FileName = "manifest.json.sig";

    /// <summary>The signature of a manifest; null where no key is configured.</summary>
    /// <exception cref="StartupException">The key cannot be read.</exception>
    public byte[]? Sign(byte[] manifest)
    {
        if (options.SigningKey is not { Length: > 0 } file)
        {
            return null;
        }

        using var key = Read(file, needsPrivate: true);
        return key.SignData(manifest, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>Whether one of the keys, the configured one or a former one, made this signature; null where there is no key to tell by.</summary>
    /// <exception cref="StartupException">A key cannot be read.</exception>
    public bool? Verify(byte[] manifest, byte[] signature)
    {
        var files = Files(options).ToList();
        return files.Count == 0 ? null : files.Exists(file =>
        {
            using var key = Read(file, needsPrivate: false);
            return key.VerifyData(manifest, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        });
    }

    /// <summary>Refuses settings whose keys cannot be used, before anybody publishes.</summary>
    /// <exception cref="StartupException">Says which; never what is in it.</exception>
    internal static void Validate(ServiceOptions options)
    {
        foreach (var file in Files(options))
        {
            Read(file, needsPrivate: file == options.SigningKey).Dispose();
        }
    }

    /// <summary>A new key as PEM: the private part to keep, the public part to give away.</summary>
    internal static (string Private, string Public) NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return (key.ExportPkcs8PrivateKeyPem() + "\n", key.ExportSubjectPublicKeyInfoPem() + "\n");
    }

    private static IEnumerable<string> Files(ServiceOptions options) =>
        new[] { options.SigningKey ?? "" }.Concat((options.FormerKeys ?? "").Split(',', StringSplitOptions.TrimEntries)).Where(file => file.Length > 0);

    private static ECDsa Read(string file, bool needsPrivate)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            if (key.KeySize != 256 || (needsPrivate && key.ExportParameters(includePrivateParameters: true).D is null))
            {
                throw new CryptographicException("not P-256");
            }

            return key;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new StartupException($"签名密钥 {file} 不能使用：应当是能读取的 PEM 文件，内容是 ECDSA P-256 的{(needsPrivate ? "私钥" : "密钥")}（见 docs/security.md）。");
        }
    }
}
