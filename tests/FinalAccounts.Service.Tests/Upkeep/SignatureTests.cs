using System.Security.Cryptography;
using FinalAccounts.Service.Editions;
using FinalAccounts.Service.Generation;
using FinalAccounts.Service.Hosting;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Upkeep;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Upkeep;

[Collection(ServiceTests.Name)]
public sealed class SignatureTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("finalaccounts-signature-tests-");

    [Fact]
    public async Task PublishedEditionIsSignedAndVerificationTellsAChangedManifestAndAStrangersKey()
    {
        Administration.MakeKey(PathOf("key"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PathOf("key")));
        Assert.Throws<IOException>(() => Administration.MakeKey(PathOf("key")));
        await using var store = await TestStore.CreateServingAsync(null, ("SigningKey", PathOf("key")));
        var run = Guid.CreateVersion7();
        var unit = (await store.AddUnitsAsync(1))[0];
        await store.WithAsync<Runs, bool>(runs => runs.RequestAsync(run, unit, TestStore.Year, "clerk", default));
        var id = (await store.OverAsync(run)).EditionId!.Value;
        await PublishAsync(store, id);

        // Anybody with the public part can tell.
        var (manifest, signature) = (await BytesAsync(store, id, "json"), await BytesAsync(store, id, EditionSignatures.Format));
        using var open = ECDsa.Create();
        open.ImportFromPem(await File.ReadAllTextAsync(PathOf("key.pub")));
        Assert.True(open.VerifyData(manifest, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        Assert.Empty((await VerifyAsync(store)).Differences);

        // Another's signature in its place.
        Administration.MakeKey(PathOf("other"));
        var forged = new EditionSignatures(new ServiceOptions { SigningKey = PathOf("other") }).Sign(manifest)!;
        var sha = await store.WithAsync<Artifacts, string>(artifacts => artifacts.PutAsync(forged, default));
        await store.AskAsync(db => db.Database.ExecuteSqlAsync($"UPDATE EditionFile SET Sha256 = {sha} WHERE Format = 'sig'"));
        Assert.StartsWith("u001 2023 第1版：生成清单的签名不对", Assert.Single((await VerifyAsync(store)).Differences));
    }

    [Fact]
    public void KeysThatSignedBeforeStillTellAndWithoutAnyKeyNothingIsSaid()
    {
        Administration.MakeKey(PathOf("old"));
        Administration.MakeKey(PathOf("new"));
        byte[] manifest = [1, 2, 3];
        var signature = new EditionSignatures(new ServiceOptions { SigningKey = PathOf("old") }).Sign(manifest)!;
        var none = new EditionSignatures(new ServiceOptions());
        Assert.True(new EditionSignatures(new ServiceOptions { SigningKey = PathOf("new"), FormerKeys = $"{PathOf("old.pub")}, " }).Verify(manifest, signature));
        Assert.False(new EditionSignatures(new ServiceOptions { SigningKey = PathOf("new") }).Verify(manifest, signature));
        Assert.False(new EditionSignatures(new ServiceOptions { SigningKey = PathOf("old") }).Verify([1, 2, 4], signature));
        Assert.Equal((null, null), (none.Verify(manifest, signature), none.Sign(manifest)));
    }

    [Fact]
    public void KeyThatCannotSignIsRefusedAtTheStartAndItsContentIsNotSaid()
    {
        Administration.MakeKey(PathOf("key"));
        using var wide = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        File.WriteAllText(PathOf("wide"), wide.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(PathOf("words"), "secret words");
        foreach (var name in new[] { "missing", "key.pub", "wide", "words" })
        {
            var refused = Assert.Throws<StartupException>(() => EditionSignatures.Validate(new ServiceOptions { SigningKey = PathOf(name) }));
            Assert.StartsWith($"签名密钥 {PathOf(name)} 不能使用", refused.Message);
            Assert.DoesNotContain("secret", refused.ToString());
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    private static async Task PublishAsync(TestStore store, long id)
    {
        foreach (var step in new Func<EditionStates, Task<Decision>>[]
        {
            states => states.SubmitAsync(id, "clerk", null, default), states => states.ApproveAsync(id, "reviewer", null, default), states => states.PublishAsync(id, "reviewer", "试验", default),
        })
        {
            var decision = await store.WithAsync(step);
            Assert.True(decision == Decision.Done, $"{decision}");
        }
    }

    private static async Task<byte[]> BytesAsync(TestStore store, long id, string format)
    {
        var edition = await store.AskAsync(db => db.Editions.AsNoTracking().Include(edition => edition.Files).SingleAsync(edition => edition.Id == id));
        var file = EditionNames.Current(edition.Files).Single(file => file.Format == format);
        return await store.WithAsync<Artifacts, byte[]>(artifacts => artifacts.ReadAsync(file.Sha256, default));
    }

    private static Task<VerificationReport> VerifyAsync(TestStore store) => store.WithAsync<Verification, VerificationReport>(verification => verification.RunAsync(remake: true, null, default));
}
