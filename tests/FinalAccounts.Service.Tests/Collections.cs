// Service users, /proc and shells: these tests are Debian's.
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]

namespace FinalAccounts.Service.Tests;

/// <summary>The tests of services inside the test's own process, one after the other; they share one service with its sample, and one cluster in which each takes a database of its own.</summary>
[CollectionDefinition(Name)]
public sealed class ServiceTests : ICollectionFixture<PostgresCluster>, ICollectionFixture<WebApp>
{
    public const string Name = "service";
}

/// <summary>The tests of processes that start, stop, are killed and wait for each other, one after the other: beside those of the services, whose work fills the waiting. Their cluster is stopped and started as well.</summary>
[CollectionDefinition(Name)]
public sealed class ProcessTests : ICollectionFixture<PostgresCluster>
{
    public const string Name = "processes";
}
