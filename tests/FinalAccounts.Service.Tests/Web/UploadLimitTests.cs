using Microsoft.EntityFrameworkCore;
using static FinalAccounts.Service.Tests.Web.DataTests;

namespace FinalAccounts.Service.Tests.Web;

/// <summary>Uploads that are too large, made to exhaust, or broken off.</summary>
[Collection(ServiceTests.Name)]
public sealed class UploadLimitTests(WebApp web)
{
    [Fact]
    public async Task FilesMadeToExhaustAreRejectedAndTheServiceGoesOn()
    {
        var code = await web.AddUnitAsync("d20");
        using var client = await web.WithTokenAsync("read data");
        foreach (var path in Directory.EnumerateFiles(Repository.PathOf("tests", "FinalAccounts.Tests", "Import", "files", "hostile")))
        {
            var made = await UploadAsync(client, code, ("tables", System.IO.Path.GetFileName(path), await File.ReadAllBytesAsync(path)));
            Assert.Equal("rejected", made.GetProperty("state").GetString());
            Assert.StartsWith("IMP-", made.GetProperty("findings")[0].GetProperty("rule").GetString());
        }
    }

    [Fact]
    public async Task AFileOverTheSizeLimitIsNotStored()
    {
        var code = await web.AddUnitAsync("d21");
        using var client = await web.WithTokenAsync("read data");
        var made = await UploadAsync(client, code, ("tables", Tables, new byte[Import.ImportLimits.FileBytes + 1]));
        Assert.Equal(("rejected", "IMP-01"), (made.GetProperty("state").GetString(), made.GetProperty("findings")[0].GetProperty("rule").GetString()));
        Assert.Equal(0, await web.QueryAsync(db => db.Imports.Where(import => db.Units.Any(unit => unit.Id == import.UnitId && unit.Code == code)).SelectMany(import => import.Files).CountAsync()));
    }

    [Fact]
    public async Task AnUploadThatBreaksOffLeavesNothing()
    {
        var code = await web.AddUnitAsync("d7");
        using var client = await web.WithTokenAsync("read data");
        using var cut = new CancellationTokenSource();
        using var form = new MultipartFormDataContent { { new StreamContent(new BreakingStream(cut)), "tables", Tables } };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.PostAsync(Path(code, "imports"), form, cut.Token));
        Assert.Equal(0, await web.QueryAsync(db => db.Imports.CountAsync(import => import.Unit!.Code == code)));
        await UploadAsync(client, code, ("tables", Tables, WebApp.Sample(Tables)), ("facts", FactsFile, WebApp.Sample(FactsFile)));
        Assert.Equal(1, await web.QueryAsync(db => db.Imports.CountAsync(import => import.Unit!.Code == code)));
    }

    // Gives some bytes, then the connection is cut.
    private sealed class BreakingStream(CancellationTokenSource cut) : MemoryStream(new byte[2_000_000])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position > 1_000_000)
            {
                await cut.CancelAsync();
            }

            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
