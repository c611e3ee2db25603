// Processes that print and databases that restart on few cores: side by side they would only time each other out.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

// Service users, /proc and shells: these tests are Debian's.
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]

namespace FinalAccounts.Service.Tests;

/// <summary>The tests that share one cluster; each takes a database of its own.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresTests : ICollectionFixture<PostgresCluster>
{
    public const string Name = "postgres";
}

/// <summary>The tests that share one service with its sample.</summary>
[CollectionDefinition("web")]
public sealed class WebTests : ICollectionFixture<WebApp>;
