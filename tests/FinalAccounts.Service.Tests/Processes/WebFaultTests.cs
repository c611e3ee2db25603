using System.Net;
using FinalAccounts.Service.Generation;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Processes;

/// <summary>The embedded default as one real process: what a kill or a folder without room leaves behind.</summary>
[Collection(ProcessTests.Name)]
public sealed class WebFaultTests
{
    private const string Imports = "/api/v1/units/u001/years/2023/imports";

    [Fact]
    public async Task ProcessKilledDuringAnUploadLeavesNothingAndTheUploadIsMadeAgain()
    {
        await using var store = await TestStore.CreateAsync(null);
        await store.AddUnitsAsync(1);
        var token = await store.AddTokenAsync("read data");
        var before = await store.AskAsync(db => db.Artifacts.CountAsync());
        var uploads = Path.Combine(store.Data, "uploads");
        await using (var first = await ServeProcess.StartAsync(Arguments(store)))
        {
            using var client = ApiTests.Client(first.Address, token);
            using var cut = new CancellationTokenSource();
            using var form = Form(new StalledStream());
            var upload = client.PostAsync(Imports, form, cut.Token);
            await Eventually.TrueAsync(
                () => Task.FromResult(Directory.EnumerateFiles(uploads).Any(file => new FileInfo(file).Length > 100_000)), 60, () => "nothing has arrived");
            await first.KillAsync();
            await cut.CancelAsync();
            await Assert.ThrowsAnyAsync<Exception>(() => upload);
        }

        Assert.NotEmpty(Directory.EnumerateFiles(uploads));
        await using var second = await ServeProcess.StartAsync(Arguments(store));
        Assert.Empty(Directory.EnumerateFiles(uploads));
        Assert.Equal((1, before), (await store.AskAsync(db => db.Imports.CountAsync()), await store.AskAsync(db => db.Artifacts.CountAsync())));
        using (var client = ApiTests.Client(second.Address, token))
        {
            using var form = Form(new MemoryStream(WebApp.Sample("公开表.xlsx")));
            var answer = await client.PostAsync(Imports, form);
            Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        }

        Assert.Equal(2, await store.AskAsync(db => db.Imports.CountAsync()));
    }

    [Fact]
    public async Task RunNeedsNoTemporaryFolder()
    {
        await using var store = await TestStore.CreateAsync(null, ("Formats", "pdf"));
        var unit = (await store.AddUnitsAsync(1))[0];
        var id = Guid.CreateVersion7();
        await store.WithAsync<Runs, bool>(runs => runs.RequestAsync(id, unit, TestStore.Year, "clerk", default));
        await using (await ServeProcess.StartAsync(Arguments(store), "export TMPDIR=/proc/nowhere DOTNET_EnableDiagnostics=0"))
        {
            var run = await store.OverAsync(id, 240);
            Assert.True(run.State == RunState.Done, run.Failure);
        }
    }

    private static IEnumerable<string> Arguments(TestStore store) => store.Arguments("web,worker").Append("--urls=http://127.0.0.1:0");

    private static MultipartFormDataContent Form(Stream content) => new() { { new StreamContent(content), "tables", "公开表.xlsx" } };

    // Gives a megabyte, and then nothing more.
    private sealed class StalledStream : MemoryStream
    {
        private int left = 1_000_000;

        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (left <= 0)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            var given = Math.Min(left, buffer.Length);
            left -= given;
            return given;
        }
    }
}
