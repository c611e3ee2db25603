namespace FinalAccounts.Browser.Tests;

/// <summary>The tests that share one service and one browser.</summary>
[CollectionDefinition("browser")]
public sealed class BrowserTests : ICollectionFixture<Served>;
