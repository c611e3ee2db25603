using FinalAccounts.Service.InForce;
using static FinalAccounts.Service.Tests.Templates.ProposalSteps;

namespace FinalAccounts.Service.Tests.Templates;

/// <summary>Templates are read once for all requests, and anew as soon as a file or what is published is another. Approvals and days that come: <see cref="ProposalTests"/>, <see cref="LaterChangesTests"/>.</summary>
[Collection(ServiceTests.Name)]
public sealed class KeptLayersTests
{
    [Fact]
    public async Task WhatWasReadIsSharedUntilAFileOrAPublishedVersionIsAnother()
    {
        var home = Directory.CreateTempSubdirectory("finalaccounts-home-");
        var file = Path.Combine(home.FullName, "templates", Set, Section);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(Path.Combine(home.FullName, "templates", Set, "set.yaml"), "name: 试\nfiscalYear: 2023\nregion: 湖北\n");
        await File.WriteAllTextAsync(file, "第一");
        await using var store = await TestStore.CreateAsync(null, ("Home", home.FullName));

        var first = await LayersAsync(store);
        Assert.Same(first, await LayersAsync(store));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => LayersAsync(store))), layers => Assert.Same(first, layers));

        await File.WriteAllTextAsync(file, "第二");
        Assert.Equal("第二", await TextAsync(store));
        await PublishAsync(store, Section, 1, "第三");
        Assert.Equal("第三", await TextAsync(store));
        await PublishAsync(store, Section, 2, null);
        Assert.Equal("第二", await TextAsync(store));
        var last = await LayersAsync(store);
        Assert.Same(last, await LayersAsync(store));
        home.Delete(recursive: true);
    }

    [Fact]
    public async Task OneReadsAndTheOthersWait()
    {
        using var kept = new KeptLayers();
        var (reads, go) = (0, new TaskCompletionSource());
        async Task<TemplateLayers> ReadAsync()
        {
            reads++;
            await go.Task;
            return new TemplateLayers(FinalAccounts.Templates.TemplateSnapshot.Take(new FinalAccounts.Templates.FolderTemplateSource("nowhere"), []), []);
        }

        var asked = Enumerable.Range(0, 5).Select(_ => kept.OfAsync("a", ReadAsync, default)).ToList();
        go.SetResult();
        Assert.Single((await Task.WhenAll(asked)).Distinct());
        Assert.Equal(1, reads);
        await kept.OfAsync("b", ReadAsync, default);
        Assert.Equal(2, reads);
    }
}
