// Hangfire keeps what it logs to and stores in for the whole process: services side by side in one would take each other's.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

// Service users, /proc and shells: these tests are Debian's.
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]

namespace FinalAccounts.Service.Tests;

/// <summary>The tests of services inside the test's own process, one after the other; they share one service with its sample, and one cluster in which each takes a database of its own.</summary>
[CollectionDefinition(Name)]
public sealed class ServiceTests : ICollectionFixture<PostgresCluster>, ICollectionFixture<WebApp>
{
    public const string Name = "service";
}

/// <summary>The tests of processes that start, stop, are killed and wait for each other. <c>./test.sh</c> runs them beside the others, whose work fills the waiting.</summary>
[CollectionDefinition(Name)]
public sealed class ProcessTests : ICollectionFixture<PostgresCluster>
{
    public const string Name = "processes";
}
